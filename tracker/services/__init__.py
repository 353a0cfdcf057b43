"""The use cases: one function each, one transaction each; all edges come here."""
