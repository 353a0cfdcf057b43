"""Harnesses that throw anything at the readers of what strangers send."""
