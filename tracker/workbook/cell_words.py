"""Facts as the workbook shows them: the cells of a row with their headers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from tracker.domain.record import Fact, Kind, kind_of
from tracker.workbook.sheets import SHEET_OF


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of a row before and after, under the header of its column."""

    header: str
    before: str
    after: str


def cells_between(before: Fact | None, after: Fact | None) -> tuple[CellChange, ...]:
    """The cells in which two rows of a kind differ; a row that is not there is empty.

    The columns that the record fills in itself are left out.
    """
    fact = after if after is not None else before
    if fact is None:
        return ()
    cells = (
        CellChange(header, write(before), write(after))
        for header, write in _columns(kind_of(fact))
    )
    return tuple(cell for cell in cells if cell.before != cell.after)


@cache
def _columns(kind: Kind) -> tuple[tuple[str, Callable[[Fact | None], str]], ...]:
    return tuple(
        (column.header, _writer(attrgetter(column.field), column.codec.write))
        for column in SHEET_OF[kind].columns
        if not column.is_own
    )


def _writer(
    get: Callable[[Fact], object], write: Callable[[object], str]
) -> Callable[[Fact | None], str]:
    return lambda fact: "" if fact is None else write(get(fact))
