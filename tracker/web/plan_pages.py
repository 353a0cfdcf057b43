"""What a preview shows of a plan, whether of an import or of an undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.changes import Action, program_of
from tracker.domain.errors import BadInput
from tracker.domain.merging import Clash, Entry
from tracker.domain.record import Fact, Kind, key_of, kind_of
from tracker.domain.words import N_
from tracker.services.merge_steps import Merge
from tracker.web.paging import ListPage, asked_page
from tracker.workbook.cell_words import CellChange, cells_between

FIRST_ROWS = 50
PAGE_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact that would change: where it stands, which it is, cell by cell."""

    place: str
    kind: Kind
    key: str
    program: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The facts that one action is about; the first of them, and how many there are."""

    action: Action
    rows: tuple[Row, ...]
    count: int

    @property
    def more_count(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashRow:
    """A fact that changed on both sides, side by side."""

    name: str
    row: Row
    has_ours: bool
    has_theirs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """One page of the facts that an action is about."""

    section: Section
    page: ListPage[Entry]


def sections(plan: Merge) -> tuple[Section, ...]:
    """What would be new, changed and retired, each with its first rows."""
    entries = ((action, _entries(plan, action)) for action in Action)
    return tuple(
        _section(action, found[:FIRST_ROWS], len(found))
        for action, found in entries
        if found
    )


def row_page(plan: Merge, action: str) -> RowPage:
    """The page asked for of the rows of an *action*; raises BadInput or NotFound."""
    if action not in list(Action):
        raise BadInput(N_("Choose one of: %(all)s."), all=", ".join(Action))
    page = asked_page(_entries(plan, action), PAGE_LENGTH)
    section = _section(Action(action), page.rows, page.count)
    return RowPage(section=section, page=page)


def clash_rows(clashes: Sequence[Clash]) -> tuple[ClashRow, ...]:
    """Conflicts with both sides in words."""
    return tuple(
        ClashRow(
            name=clash.name,
            row=_row(clash.place, (clash.ours, clash.theirs), clash.key),
            has_ours=clash.ours is not None,
            has_theirs=clash.theirs is not None,
        )
        for clash in clashes
    )


def _entries(plan: Merge, action: str) -> list[Entry]:
    return [entry for entry in plan.entries if entry.action == action]


def _section(action: Action, entries: Sequence[Entry], count: int) -> Section:
    rows = tuple(
        _row(entry.place, (entry.before, entry.after), entry.key) for entry in entries
    )
    return Section(action=action, rows=rows, count=count)


def _row(place: str, sides: tuple[Fact | None, Fact | None], key: str) -> Row:
    before, after = sides
    fact = before if before is not None else after
    assert fact is not None, "a row is about something"
    return Row(
        place=place,
        kind=kind_of(fact),
        key=key or key_of(fact),
        program=program_of(fact),
        cells=cells_between(before, after),
    )
