"""Bringing a workbook back: sent, every problem at once, looked at, confirmed."""

from tracker.web.imports import lists, preview, send
from tracker.web.imports.blueprint import bp

__all__ = ["bp", "lists", "preview", "send"]
