"""Sentences in the language of the page; flask_babel itself comes without types."""

import flask_babel


def gettext(message: str, /, **values: object) -> str:
    """*message* in the language of the page, its places filled with *values*."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The form of a sentence that *number* asks for in the language of the page."""
    return str(flask_babel.ngettext(one, many, number, **values))
