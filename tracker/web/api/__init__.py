"""The JSON API: the record and what follows from it, read by programs."""

from tracker.web.api import analyses, charts, endpoints, overviews, rules, words
from tracker.web.api.blueprint import bp

__all__ = ["analyses", "bp", "charts", "endpoints", "overviews", "rules", "words"]
