"""Rows of history by the hundred thousand, a block at a time."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from tracker.domain.record import Kind
from tracker.storage.layout import LAYOUTS
from tracker.storage.queries.facts import highest_number
from tracker.storage.reading import read_facts, standing_in
from tracker.storage.transactions import connection, end_reading

BLOCK = 1_000  # keys; of twice as many it takes an eighth longer to make facts


def standing_count(kind: Kind, revision: int) -> int:
    """How many rows of a *kind* of history stand in a *revision*; one statement."""
    statement = (
        select(func.count())
        .select_from(LAYOUTS[kind].table)
        .where(standing_in(kind, revision))
    )
    return int(connection().scalar(statement) or 0)


def standing_blocks(kind: Kind, revision: int) -> Iterator[list[Any]]:
    """Those rows by key, a block at a time; two statements each, by index.

    Each block is read by itself, so that nobody who writes waits for the last: a row of
    history is never written over, and which of them stood in a revision stays so.
    """
    key = LAYOUTS[kind].key
    for first in range(1, highest_number(kind) + 1, BLOCK):
        block = key.between(first, first + BLOCK - 1)
        facts = read_facts(kind, standing_in(kind, revision), block)
        end_reading()
        yield facts
