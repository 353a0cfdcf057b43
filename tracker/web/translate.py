"""Sentences in the language of the page; flask_babel itself comes without types."""

from functools import lru_cache

import flask_babel
from flask import Flask
from markupsafe import Markup

from tracker.web.language import page_language


def init_app(app: Flask) -> None:
    """Let the templates translate as the code does."""
    app.jinja_env.globals.update(
        {"_": in_markup, "gettext": in_markup, "ngettext": many_in_markup}
    )


def gettext(message: str, /, **values: object) -> str:
    """*message* in the language of the page, its places filled with *values*."""
    words = _translated(message, page_language())
    return words % values if values else words


@lru_cache(maxsize=4096)
def _translated(message: str, _language: str) -> str:
    """Looked up once a language: a page asks for a hundred sentences."""
    return str(flask_babel.gettext(message))


def in_markup(message: str, /, **values: object) -> Markup:
    """The same for templates: the sentence is markup, its *values* are escaped."""
    if values:
        return Markup(_translated(message, page_language())) % values
    return _without_places(message, page_language())


@lru_cache(maxsize=4096)
def _without_places(message: str, language: str) -> Markup:
    return Markup(_translated(message, language)) % ()


def many_in_markup(one: str, many: str, number: int, /, **values: object) -> Markup:
    """The form that *number* asks for, for templates."""
    return Markup(ngettext(one, many, number)) % values


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The form of a sentence that *number* asks for in the language of the page."""
    words = str(flask_babel.get_translations().ungettext(one, many, number))
    return words % values if values else words
