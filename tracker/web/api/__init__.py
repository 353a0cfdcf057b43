"""The JSON API: the record and what follows from it, read by programs."""

from tracker.web.api.endpoints import bp

__all__ = ["bp"]
