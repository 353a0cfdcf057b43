"""The list of programs: filtered, sorted, said beside shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain.errors import BadInput
from tracker.domain.state import Position, State
from tracker.domain.views import View
from tracker.domain.vocabulary import Condition, Stage, Timeliness
from tracker.domain.words import N_, Word
from tracker.services.catalogue import Catalogue, catalogue, nothing_held
from tracker.services.positions import ProgramRow, program_rows
from tracker.services.program_detail import ProgramDetail, detail

__all__ = ["Listing", "ProgramDetail", "ProgramFilter", "detail", "listing"]

UNKNOWN_STAGE = "unknown"
# A condition to ask for: open, and reported as either stalled or blocked.
HELD_UP = "held_up"
SortKey = Callable[[ProgramRow, Position], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFilter:
    """Which programs to list and in what order; empty means any."""

    plan: str = ""
    sector: str = ""
    stage: str = ""
    condition: str = ""
    timeliness: str = ""
    silent: bool = False
    text: str = ""
    sort: str = "code"
    descending: bool = False

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is left out."""
        words = (self.plan, self.sector, self.stage, self.condition, self.timeliness)
        return any(words) or self.silent or bool(self.text.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The programs found, out of ``total_count``, with the choices a filter has."""

    rows: tuple[ProgramRow, ...]
    total_count: int
    revision: int
    filter: ProgramFilter
    catalogue: Catalogue


def listing(view: View, chosen: ProgramFilter, language: str = "en") -> Listing:
    """The programs that *chosen* lets through, in its order; at most four statements.

    Titles sort in *language*. Raises BadInput, with its field, for a value that no
    vocabulary knows.
    """
    held = catalogue()
    check_filter(chosen, held)
    everything = program_rows(held, view, chosen.plan or None)
    narrowing = chosen.is_narrowing
    rows = [r for r in everything if not narrowing or _passes(r, chosen, view)]
    _sort(rows, chosen, view, language)
    return Listing(
        rows=tuple(rows),
        total_count=len(held.programs),
        revision=held.revision,
        filter=chosen,
        catalogue=held,
    )


def _sort(
    rows: list[ProgramRow], chosen: ProgramFilter, view: View, language: str
) -> None:
    """Put *rows* in the order asked for; equals stay in that of their codes."""
    key = SORTS[chosen.sort]
    rows.sort(key=lambda row: row.program.code)
    rows.sort(
        key=lambda row: (
            row.program.title.in_language(language).casefold()
            if chosen.sort == "title"
            else key(row, row.position(view.reading))
        ),
        reverse=chosen.descending,
    )
    if chosen.sort in DATED:  # no date is neither late nor early
        rows.sort(key=lambda row: key(row, row.position(view.reading)) == NO_DAY)


def _last_day(day: date | None) -> date:
    """What days sort by; the missing ones stand at the end in both directions."""
    return day or NO_DAY


def _stage_rank(_row: ProgramRow, position: Position) -> int:
    return position.state.stage.rank if position.state.stage else -1


NO_DAY = date.max
DATED = ("due", "last_report")
SORTS: Mapping[str, SortKey] = {
    "code": lambda row, _: row.program.code,
    "title": lambda row, _: row.program.title.en.casefold(),
    "sector": lambda row, _: row.sector.order,
    "stage": _stage_rank,
    "condition": lambda _, p: p.state.condition.rank if p.state.condition else -1,
    "timeliness": lambda _, p: p.timeliness.rank,
    "due": lambda _, p: _last_day(p.due.last if p.due else None),
    "last_report": lambda _, p: _last_day(p.state.last_report_on),
}


def check_filter(chosen: ProgramFilter, held: Catalogue) -> None:
    """Refuse a filter value that nothing in the record or its vocabularies has."""
    stages = [*Stage, UNKNOWN_STAGE]
    for field, allowed in (
        ("plan", list(held.plans)),
        ("sector", list(held.sectors)),
        ("stage", [str(stage) for stage in stages]),
        ("condition", [*_codes(Condition), HELD_UP]),
        ("timeliness", _codes(Timeliness)),
        ("sort", list(SORTS)),
    ):
        value = getattr(chosen, field)
        if value and not allowed:
            raise nothing_held(BadInput, field)
        if value and value not in allowed:
            raise BadInput(
                N_("“%(value)s” is no %(what)s. Choose one of: %(allowed)s."),
                field=field,
                what=field,
                value=value[:40],
                allowed=", ".join(allowed),
            )


def _codes(vocabulary: type[Word]) -> list[str]:
    return [word.value for word in vocabulary]


def _passes(row: ProgramRow, chosen: ProgramFilter, view: View) -> bool:
    position = row.position(view.reading)
    state = position.state
    wanted = (
        (chosen.sector, row.sector.code),
        (chosen.stage, state.stage.value if state.stage else UNKNOWN_STAGE),
        (chosen.timeliness, position.timeliness.value),
    )
    if any(value and value != own for value, own in wanted):
        return False
    if chosen.condition and not _is_in(state, chosen.condition):
        return False
    if chosen.silent and not (state.is_silent and state.is_open):
        return False
    return not chosen.text or _holds_text(row, chosen.text)


def _is_in(state: State, condition: str) -> bool:
    return state.is_held_up if condition == HELD_UP else state.condition == condition


def _holds_text(row: ProgramRow, text: str) -> bool:
    program = row.program
    title = program.title
    haystack = " ".join(
        (program.code, title.en, title.ru, title.be, program.summary)
    ).casefold()
    return all(word in haystack for word in text.casefold().split())
