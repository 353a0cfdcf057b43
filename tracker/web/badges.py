"""Statuses as people see them: a shape, a word and a colour, each drawn once."""

from functools import lru_cache
from typing import Any

from flask import Flask, current_app
from markupsafe import Markup

from tracker.domain.claim_checks import Verdict
from tracker.domain.state import State
from tracker.domain.vocabulary import Closure, Condition, Stage, Timeliness
from tracker.domain.words import N_
from tracker.web.language import page_language
from tracker.web.translate import gettext

UNKNOWN = "unknown"
NOT_KNOWN = N_("Not known")
# These say something to act on, so they get a shape; the other words stand alone.
MARKED = {
    Timeliness.OVERDUE: "overdue",
    Timeliness.DUE_SOON: "due_soon",
    Timeliness.DONE_ON_TIME: "completed",
    Timeliness.DONE_LATE: "completed",
}


def init_app(app: Flask) -> None:
    """Let the templates draw statuses."""
    app.jinja_env.filters.update(stage=stage, status=status, timeliness=timeliness)
    app.jinja_env.filters.update(condition=condition, closure=closure, verdict=verdict)
    app.jinja_env.globals.update(sprite=sprite)


@lru_cache(maxsize=1)
def sprite() -> Markup:
    """The shapes and hatches that every page refers to."""
    macros: Any = current_app.jinja_env.get_template("_macros/icons.html").module
    return Markup(macros.sprite())


@lru_cache(maxsize=512)
def _drawn(code: str, label: str, language: str) -> Markup:
    """The badge of a word in *language*: a template's work, done once."""
    macros: Any = current_app.jinja_env.get_template("_macros/badges.html").module
    if not code:
        return Markup(macros.plain(gettext(label)))
    return Markup(macros.badge(code, gettext(label)))


def stage(value: Stage | None) -> Markup:
    """A stage; None is said to be not known."""
    if value is None:
        return _drawn(UNKNOWN, NOT_KNOWN, page_language())
    return _drawn(value.value, value.label, page_language())


def condition(value: Condition | None) -> Markup:
    """A condition; that all is normal goes without a mark."""
    if value is None or value is Condition.NORMAL:
        return Markup()
    return _drawn(value.value, value.label, page_language())


def closure(value: Closure | None) -> Markup:
    """How a program left its plan, if it did."""
    return _drawn(value.value, value.label, page_language()) if value else Markup()


def verdict(value: Verdict) -> Markup:
    """How a claim stands to the record."""
    return _drawn(value.value, value.label, page_language())


def timeliness(value: Timeliness) -> Markup:
    """How a program stands to its due date."""
    return timeliness_in(value, page_language())


def timeliness_in(value: Timeliness, language: str) -> Markup:
    """The same in a *language* that was looked up before."""
    return _drawn(MARKED.get(value, ""), value.label, language)


def status(state: State) -> Markup:
    """Everything a state says at once: stage, hold-up, closure."""
    return status_in(state, page_language())


def status_in(state: State, language: str) -> Markup:
    """The same in a *language* that was looked up before."""
    return _status(state.stage, state.condition, state.closure, language)


def status_of(
    reached: Stage | None, held: Condition | None, left: Closure | None
) -> Markup:
    """A stage, condition and closure as one set of marks."""
    return _status(reached, held, left, page_language())


@lru_cache(maxsize=512)
def _status(
    reached: Stage | None,
    held: Condition | None,
    left: Closure | None,
    _language: str,
) -> Markup:
    marks = [stage(reached), condition(held), closure(left)]
    return Markup('<span class="badges">{}</span>').format(
        Markup().join(mark for mark in marks if mark)
    )
