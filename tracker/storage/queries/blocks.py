"""History by the hundred thousand, a block at a time."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from tracker.domain.record import BOOKKEEPING, Kind
from tracker.storage.layout import LAYOUTS
from tracker.storage.queries.facts import highest_number
from tracker.storage.reading import read_columns, standing_in
from tracker.storage.transactions import connection, end_reading

# A workbook tells the version of a row; how it came about stays in the record.
LEFT_OUT = BOOKKEEPING - {"version"}
BLOCK = 1_000  # keys; of twice as many each takes a fifth longer


def standing_count(kind: Kind, revision: int) -> int:
    """How many rows of a *kind* of history stand in a *revision*; one statement."""
    statement = (
        select(func.count())
        .select_from(LAYOUTS[kind].table)
        .where(standing_in(kind, revision))
    )
    return int(connection().scalar(statement) or 0)


def standing_columns(kind: Kind, revision: int) -> Iterator[dict[str, list[Any]]]:
    """Their fields by key, a block at a time; two statements each, by index.

    Each block is read by itself, so that nobody who writes waits for the last: a row of
    history is never written over, and which of them stood in a revision stays so.
    """
    key = LAYOUTS[kind].key
    for first in range(1, highest_number(kind) + 1, BLOCK):
        block = key.between(first, first + BLOCK - 1)
        columns = read_columns(kind, [standing_in(kind, revision), block], LEFT_OUT)
        end_reading()
        yield columns
