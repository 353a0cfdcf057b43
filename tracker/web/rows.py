"""Programs as rows of tables: everything a cell shows, made ready before the loop."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from tracker.domain.state import Position, State
from tracker.domain.views import View
from tracker.services.positions import ProgramRow
from tracker.web.address import program_links
from tracker.web.badges import status, timeliness
from tracker.web.filters import day, days
from tracker.web.language import title


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


def rows_of(programs: Iterable[ProgramRow], view: View) -> list[Row]:
    """The *programs* as rows; lateness and silence go by the reading of *view*."""
    address_of = program_links()
    sectors: dict[str, str] = {}
    found = []
    for program in programs:
        code, sector = program.program.code, program.sector
        if sector.code not in sectors:
            sectors[sector.code] = title(sector.title)
        position: Position = program.position(view.reading)
        found.append(
            Row(
                code,
                address_of(code),
                title(program.program.title),
                sectors[sector.code],
                status(program.said.state),
                status(program.shown.state),
                "" if position.state.closure else day(position.due, "short"),
                timeliness(position.timeliness),
                _last_word(position.state),
                _silence(position.state),
            )
        )
    return found


def _last_word(state: State) -> str:
    return day(state.last_report_on, "short") if state.last_report_on else ""


def _silence(state: State) -> str:
    """How long nothing was said, where that wants a look."""
    if not (state.is_silent and state.is_open and state.silent_days):
        return ""
    return days(state.silent_days)
