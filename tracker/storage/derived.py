"""Columns that follow from others: written with a row, anew when a source changes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, select, update

from tracker.domain.deadlines import Deadline, place
from tracker.domain.record import Fact, Kind, key_of
from tracker.domain.report import Report, Weighed, weigh
from tracker.domain.source import Source
from tracker.storage.cells import stored_key
from tracker.storage.layout import LAYOUTS
from tracker.storage.models import CITATIONS
from tracker.storage.places import place_of
from tracker.storage.reading import Where, read_facts, read_rows
from tracker.storage.transactions import connection

Cited = Mapping[str, Source]
DERIVED_KINDS = (Kind.REPORT, Kind.DEADLINE)
DERIVED_COLUMNS = ("day", "known_day", "grade", "stage_rank", "place")
FEW_SOURCES = 500


def derived_cells(fact: Fact, sources: Cited) -> dict[str, Any]:
    """The cells that follow from *fact* and its *sources*; none for most kinds."""
    match fact:
        case Report():
            return _report_cells(weigh(fact, sources))
        case Deadline():
            stated = place(fact, sources)
            return {"day": stated.day, "known_day": stated.known_on}
        case _:
            return {}


def _report_cells(weighed: Weighed) -> dict[str, Any]:
    return {
        "day": weighed.day,
        "known_day": weighed.known_on,
        "grade": weighed.grade.value,
        "stage_rank": weighed.report.stage.rank,
        "place": place_of(weighed),
    }


def sources_cited_by(facts: Iterable[Fact]) -> dict[str, Source]:
    """The sources that *facts* cite (all, if they cite many), by id; one statement."""
    ids = {code for fact in facts for code in getattr(fact, "sources", ())}
    is_few = len(ids) <= FEW_SOURCES
    conditions = [LAYOUTS[Kind.SOURCE].key.in_(ids)] if is_few else []
    found = read_facts(Kind.SOURCE, *conditions)
    return {source.id: source for source in found}


def refresh(source_ids: Sequence[str]) -> None:
    """Write anew what follows from these sources, after they have changed."""
    for kind in DERIVED_KINDS:
        citations = CITATIONS[kind]
        citing = select(citations.c.owner).where(citations.c.source.in_(source_ids))
        _write(kind, stale_rows(kind, LAYOUTS[kind].key.in_(citing)))


def stale_rows(kind: Kind, *conditions: Where) -> list[dict[str, Any]]:
    """The derived cells that are not what they should be, with the key ``stored``.

    A fixed number of statements over the rows that meet the *conditions*. In a sound
    record there is none, unless a source has just changed.
    """
    table = LAYOUTS[kind].table
    names = [name for name in DERIVED_COLUMNS if name in table.c]
    rows = read_rows(kind, conditions, [table.c[name] for name in names])
    sources = sources_cited_by(fact for fact, _ in rows)
    stale = []
    for fact, kept in rows:
        right = derived_cells(fact, sources)
        if [right[name] for name in names] != list(kept):
            stale.append(right | {"stored": stored_key(kind, key_of(fact))})
    return stale


def _write(kind: Kind, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        layout = LAYOUTS[kind]
        statement = update(layout.table).where(layout.key == bindparam("stored"))
        connection().execute(statement, list(rows))
