"""Forms check the shape of what people type and end in values of the domain."""
