"""Sizes of files as people read them."""

from flask import Flask

from tracker.web.filters import number
from tracker.web.translate import gettext

KILO = 1000
MEGA = KILO * KILO


def init_app(app: Flask) -> None:
    """Let the templates say how large a file is."""
    app.jinja_env.filters["size"] = size


def size(count: int) -> str:
    """A number of bytes in words: 812 bytes, 219 kB, 3.1 MB."""
    if count < KILO:
        return gettext("%(number)s bytes", number=number(count))
    if count < MEGA:
        return gettext("%(number)s kB", number=number(round(count / KILO)))
    return gettext("%(number)s MB", number=number(round(count / MEGA, 1)))
