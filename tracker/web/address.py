"""What an address asks for: plan, as of, known on, reading; kept in every link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from tracker.domain.dates import view_day
from tracker.domain.errors import BadInput
from tracker.domain.views import SAID, Reading, View
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue, nothing_held
from tracker.web import clock

# What is read once a request is kept with the request itself.
ASKED, HELD = "tracker.asked", "tracker.held"
VIEW_WORDS = ("plan", "as_of", "known_on", "reading")
ASK_FOR_PLAN = frozenset({"claims.check"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The view an address asks for, and the plan it keeps to (empty: all plans).

    ``given`` holds what the address says of it, as links repeat it: an address that
    names no date stays one that means today.
    """

    view: View
    plan: str
    given: Mapping[str, str]

    @property
    def query(self) -> str:
        """What to put behind the path of a link, its question mark included."""
        return f"?{urlencode(self.given)}" if self.given else ""


def init_app(app: Flask) -> None:
    """Let the templates read the view and build links that keep it."""
    app.jinja_env.globals.update(asked=asked, to=to)


def asked() -> Asked:
    """What this request asks for; raises BadInput for what cannot be read."""
    found: Asked | None = request.environ.get(ASKED)
    if found is None:
        found = read_address(request.args, clock.today())
        request.environ[ASKED] = found
    return found


def read_address(words: Mapping[str, str], day: date) -> Asked:
    """Read the view from the *words* of an address, on the *day* it is."""
    typed = {name: words.get(name, "").strip() for name in VIEW_WORDS}
    given = {name: text for name, text in typed.items() if text}
    as_of, known_on = given.get("as_of"), given.get("known_on")
    view = View(
        as_of=view_day(as_of, "as_of") if as_of else day,
        known_on=view_day(known_on, "known_on") if known_on else None,
        reading=Reading.parse(given["reading"]) if given.get("reading") else SAID,
    )
    return Asked(view, given.get("plan", ""), given)


def held() -> Catalogue:
    """The catalogue of the record, read once a request."""
    found: Catalogue | None = request.environ.get(HELD)
    if found is None:
        found = request.environ[HELD] = catalogue()
    return found


def chosen_plan() -> str | None:
    """The code of the plan asked for, or None; raises BadInput for an unknown one."""
    plan = asked().plan
    if plan and not held().plans:
        raise nothing_held(BadInput, "plan")
    if plan and plan not in held().plans:
        raise BadInput(
            N_("No plan has the code “%(code)s”. The plans are: %(codes)s."),
            field="plan",
            code=plan[:40],
            codes=", ".join(held().plans),
        )
    return plan or None


def check_view() -> None:
    """Refuse an address whose view cannot be read, before any page begins.

    A page that has no use for one of these words would pass over it in silence; one
    whose own form asks for the plan says what is wrong with it at its field.
    """
    asked()
    if request.endpoint not in ASK_FOR_PLAN:
        chosen_plan()


def to(endpoint: str, **values: Any) -> str:
    """A link to a public page that keeps the view; None leaves a word out."""
    words = {**asked().given, **values}
    return _built(request.script_root, endpoint, tuple(words.items()))


@lru_cache(maxsize=8192)
def _built(_root: str, endpoint: str, words: tuple[tuple[str, Any], ...]) -> str:
    """Built once: a page repeats its links, and building one is slow."""
    return url_for(endpoint, **dict(words))


def program_links() -> Callable[[str], str]:
    """A maker of links to programs: the address is built once, not once a row."""
    before, _, after = url_for("programs.detail", code="CODE").rpartition("CODE")
    query = asked().query
    return lambda code: f"{before}{code}{after}{query}"


def word(name: str) -> str:
    """A word of the address, outer blanks left out; empty where it is not there."""
    return request.args.get(name, "").strip()


def flag(name: str) -> bool:
    """A yes-or-no word of the address; raises BadInput for anything else."""
    text = word(name).lower()
    if text not in {"", "yes", "no", "1", "0", "true", "false"}:
        raise BadInput(N_("Write yes or no."), field=name)
    return text in {"yes", "1", "true"}


def whole_number(name: str) -> int | None:
    """A whole number of the address, or None; raises BadInput for anything else."""
    text = word(name)
    if text and not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadInput(
            N_("“%(text)s” is no number. Write a whole number, such as 12."),
            field=name,
            text=text[:40],
        )
    return int(text) if text else None


def without_blanks() -> Response | None:
    """Send an address with empty words, as a form leaves them, to the short one."""
    pairs = list(request.args.items(multi=True))
    filled = [(name, text) for name, text in pairs if text.strip()]
    if request.method not in ("GET", "HEAD") or len(filled) == len(pairs):
        return None
    query = urlencode(MultiDict(filled).to_dict(flat=False), doseq=True)
    return redirect(request.script_root + request.path + (query and f"?{query}"))


def without_slash() -> Response | None:
    """Send an address that ends in a slash to the page without it, where there is one.

    For good, as it never was an address of ours; what is sent to it stays refused.
    """
    path = request.path.rstrip("/")
    is_one = request.url_rule is None and path != request.path
    adapter = current_app.create_url_adapter(request)
    if not is_one or adapter is None or request.method not in ("GET", "HEAD"):
        return None
    try:
        endpoint, words = adapter.match(path)
    except HTTPException:
        return None
    query = request.query_string.decode("ascii", "replace")
    return redirect(url_for(endpoint, **words) + (query and f"?{query}"), 301)
