"""Where the forms of a fact are, and the page to be shown after one of them."""

from collections.abc import Sequence
from typing import Any

from flask import Flask, url_for

from tracker.domain.changes import program_of
from tracker.domain.record import Fact, Kind, key_of, kind_of
from tracker.domain.words import N_
from tracker.web.editing.kinds import EDITABLE
from tracker.web.frame import may_edit
from tracker.web.translate import gettext

PAGES = {
    Kind.CLAIM: "claims.index",
    Kind.EVENT: "events.index",
    Kind.SOURCE: "sources.index",
}
WORDS = {"correct": N_("Correct"), "edit": N_("Edit"), "retire": N_("Retire")}


def init_app(app: Flask) -> None:
    """Let the templates lead editors to the forms of a fact."""
    app.jinja_env.globals.update(fact_tools=fact_tools, form_at=form_at)


def fact_tools(fact: Fact, *, can_retire: bool = True) -> list[tuple[str, str]]:
    """What an editor can do with a fact that stands: addresses and words."""
    spec = EDITABLE.get(kind_of(fact))
    if spec is None or not may_edit() or getattr(fact, "retired_in", None):
        return []
    steps = [spec.step, "retire"] if spec.retire and can_retire else [spec.step]
    return [(form_of(fact, step), gettext(WORDS[step])) for step in steps]


def form_of(fact: Fact, step: str = "") -> str:
    """The address of the form that corrects *fact*, or of another *step*."""
    return form_at(kind_of(fact), key_of(fact), program_of(fact), step)


def form_at(kind: Kind, key: str, code: str = "", step: str = "") -> str:
    """The same by the *key* of the fact, and the *code* of its program."""
    spec = EDITABLE[kind]
    known: dict[str, Any] = {"key": key, "code": code}
    at = {name: text for name, text in known.items() if f"<{name}>" in spec.at}
    return url_for(f"editing.{step or spec.step}_{kind.value}", **at)


def page_of(kind: Kind, codes: Sequence[str] = (), revision: int = 0) -> str:
    """The page that shows facts of *kind*: their list, or the first program's.

    What has neither is shown by the *revision* that it was written in.
    """
    if kind in PAGES:
        return url_for(PAGES[kind])
    if codes:
        return url_for("programs.detail", code=codes[0])
    if revision:
        return url_for("changes.detail", number=revision)
    return url_for("overview.index")


def page_showing(fact: Fact, revision: int = 0) -> str:
    """The page that shows *fact*."""
    kind = kind_of(fact)
    if kind is Kind.SOURCE and key_of(fact):
        return url_for("sources.detail", key=key_of(fact))
    return page_of(kind, programs_of(fact), revision)


def programs_of(fact: Fact) -> Sequence[str]:
    """The codes of the programs that *fact* is about."""
    own = program_of(fact)
    found: Sequence[str] = (own,) if own else getattr(fact, "programs", ())
    return found
