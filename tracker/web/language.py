"""Three languages by path: /ru/… and /be/… beside the plain address for English."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from flask import Flask, current_app, request
from flask_babel import Babel
from markupsafe import Markup, escape

from tracker.domain.program import Title

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

DEFAULT = "en"
LANGUAGES = {"en": "English", "ru": "Русский", "be": "Беларуская"}
IN_ENVIRON = "tracker.language"
TONGUE = "tracker.tongue"


class LanguagePath:
    """Moves a leading /ru or /be from the path into the root of all addresses.

    So every address that url_for builds keeps the language, and no route knows of it.
    """

    def __init__(self, app: "WSGIApplication") -> None:
        self.app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        first, _, rest = path.removeprefix("/").partition("/")
        if first in LANGUAGES and first != DEFAULT:
            environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/{first}"
            environ["PATH_INFO"] = f"/{rest}"
            environ[IN_ENVIRON] = first
        return self.app(environ, start_response)


def init_app(app: Flask) -> None:
    """Read the language of every request from its path."""
    # Flask's own way to put something in front of an application, which mypy forbids:
    app.wsgi_app = LanguagePath(app.wsgi_app)  # type: ignore[method-assign]
    app.extensions["tracker.translated"] = _translated(app)
    Babel(app, default_timezone="UTC", locale_selector=page_language)
    app.jinja_env.globals.update(
        page_language=page_language, titles_language=language, switches=switches
    )
    app.jinja_env.filters.update(
        title=title, plain_title=plain_title, language_name=language_name
    )


def _translated(app: Flask) -> frozenset[str]:
    """The languages whose sentences somebody has translated."""
    folders = str(app.config.get("BABEL_TRANSLATION_DIRECTORIES", "translations"))
    found = {
        path.parent.parent.name
        for folder in folders.split(";")
        for path in Path(folder).glob("*/LC_MESSAGES/*.mo")
    }
    return frozenset({DEFAULT, *found}) & frozenset(LANGUAGES)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language asked for, and the one that the sentences of the page are in."""

    asked: str
    page: str


PLAIN = Tongue(DEFAULT, DEFAULT)


def tongue() -> Tongue:
    """The languages of this request; looked up once, for they are asked for often."""
    try:
        environ = request.environ
    except RuntimeError:  # no request: the languages of a command
        return PLAIN
    found: Tongue | None = environ.get(TONGUE)
    if found is None:
        asked_for = str(environ.get(IN_ENVIRON, DEFAULT))
        is_translated = asked_for in current_app.extensions["tracker.translated"]
        found = Tongue(asked_for, asked_for if is_translated else DEFAULT)
        environ[TONGUE] = found
    return found


def language() -> str:
    """The language asked for: titles follow it wherever the record has them."""
    return tongue().asked


def page_language() -> str:
    """The language the sentences of the page are in: English until translated."""
    return tongue().page


def site_root() -> str:
    """The root of the site's addresses, without the language."""
    root = request.script_root
    return root.removesuffix(f"/{language()}") if language() != DEFAULT else root


def switches() -> list[tuple[str, str, str]]:
    """For each language its code, its own name, and this very page in it."""
    query = request.query_string.decode("ascii", "replace")
    page = request.path + (f"?{query}" if query else "")
    return [
        (code, name, site_root() + ("" if code == DEFAULT else f"/{code}") + page)
        for code, name in LANGUAGES.items()
    ]


def title(value: Title) -> str:
    """A title in the language asked for, marked where the page speaks another."""
    return title_words(value, tongue())


@lru_cache(maxsize=4096)
def title_words(value: Title, spoken: Tongue) -> str:
    """A title as a page in *spoken* shows it."""
    has_own = {"ru": value.ru, "be": value.be}.get(spoken.asked)
    own = spoken.asked if has_own else DEFAULT
    text = value.in_language(spoken.asked)
    if own == spoken.page:
        return escape(text)
    return Markup('<span lang="{}">{}</span>').format(own, text)


def plain_title(value: Title) -> str:
    """A title as plain text, in the language asked for."""
    return value.in_language(language())


def language_name(code: str) -> str:
    """The name of a language in that of the page, or its code."""
    try:
        return Locale.parse(code).get_display_name(page_language()) or code
    except (UnknownLocaleError, ValueError):
        return code
