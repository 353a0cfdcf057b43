"""Programs as rows of tables: everything a cell shows, made ready before the loop."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Flask, current_app
from markupsafe import Markup

from tracker.domain.state import Position, State
from tracker.domain.views import SAID, View
from tracker.services.positions import ProgramRow
from tracker.web.address import program_links
from tracker.web.badges import status_in as status
from tracker.web.badges import timeliness_in as timeliness
from tracker.web.filters import day_words, days_words
from tracker.web.language import page_language, title_words, tongue


class Row(NamedTuple):
    """What one row shows; a tuple, because templates unpack those fastest."""

    code: str
    address: str
    title: str
    sector: str
    said: Markup
    shown: Markup
    due: str
    timeliness: Markup
    last_word: str
    silence: str


def init_app(app: Flask) -> None:
    """Let the templates draw rows."""
    app.jinja_env.filters.update(drawn=drawn)


def rows_of(programs: Iterable[ProgramRow], view: View) -> list[Row]:
    """The *programs* as rows; lateness and silence go by the reading of *view*.

    A list has hundreds of cells, so the language is looked up once, and everything
    that many cells share is drawn once and kept.
    """
    address_of, spoken = program_links(), tongue()
    as_said = view.reading == SAID
    found = []
    for row in programs:
        program = row.program
        position = row.said if as_said else row.shown
        state = position.state
        found.append(
            Row(
                program.code,
                address_of(program.code),
                title_words(program.title, spoken),
                title_words(row.sector.title, spoken),
                status(row.said.state, spoken.page),
                status(row.shown.state, spoken.page),
                _due(position, spoken.page),
                timeliness(position.timeliness, spoken.page),
                _last_word(state, spoken.page),
                _silence(state, spoken.page),
            )
        )
    return found


def _due(position: Position, language: str) -> str:
    if position.due is None or position.state.closure:
        return ""
    return day_words(position.due.text, "short", language)


def _last_word(state: State, language: str) -> str:
    if state.last_report_on is None:
        return ""
    return day_words(state.last_report_on.isoformat(), "short", language)


def _silence(state: State, language: str) -> str:
    """How long nothing was said, where that wants a look."""
    if not (state.is_silent and state.is_open and state.silent_days):
        return ""
    return days_words(state.silent_days, language)


def drawn(rows: Iterable[Row], with_sector: bool) -> Markup:
    """The rows as markup; equal rows are drawn once."""
    language = page_language()
    return Markup("\n").join([_drawn(row, with_sector, language) for row in rows])


@lru_cache(maxsize=4096)
def _drawn(row: Row, with_sector: bool, _language: str) -> Markup:
    macros: Any = current_app.jinja_env.get_template("_macros/program_row.html").module
    return Markup(macros.program_row(row, with_sector))
