"""Draws what the record says: charts and reports, and the words beside them."""
