"""Sentences in the language of the page; flask_babel itself comes without types."""

from functools import lru_cache
from typing import Any

import flask_babel
from flask import Flask

from tracker.web.language import page_language


def init_app(app: Flask) -> None:
    """Let the templates translate as the code does."""
    environment: Any = app.jinja_env  # its translation extension adds the method
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)


def gettext(message: str, /, **values: object) -> str:
    """*message* in the language of the page, its places filled with *values*."""
    words = _translated(message, page_language())
    return words % values if values else words


@lru_cache(maxsize=4096)
def _translated(message: str, _language: str) -> str:
    """Looked up once a language: a page asks for a hundred sentences."""
    return str(flask_babel.gettext(message))


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The form of a sentence that *number* asks for in the language of the page."""
    words = str(flask_babel.get_translations().ungettext(one, many, number))
    return words % values if values else words
