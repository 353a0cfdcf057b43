"""Who cites a source."""

from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    String,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from tracker.domain.record import Kind
from tracker.storage.cells import shown_key
from tracker.storage.layout import LAYOUTS
from tracker.storage.models import CITATIONS
from tracker.storage.transactions import connection

Citation = tuple[Kind, str, str]


def citations_of(source: str) -> list[Citation]:
    """What stands and cites *source*: kind, key and code of the program, if any.

    One statement, answered by index; in the order of the kinds, then of the keys.
    """
    parts = [
        _citing(kind).where(CITATIONS[kind].c.source == source) for kind in CITATIONS
    ]
    found = {
        (Kind(kind), number if code is None else code, program or "")
        for kind, number, code, program in connection().execute(union_all(*parts))
    }
    return [
        (kind, shown_key(kind, stored), program)
        for kind, stored, program in sorted(
            found, key=lambda each: (each[0].rank, each[1])
        )
    ]


def citation_counts() -> dict[str, int]:
    """How many standing facts cite each source; one statement over all citations."""
    counted = union_all(*(_counts(kind) for kind in CITATIONS)).subquery()
    statement = select(counted.c.source, func.sum(counted.c.count)).group_by(
        counted.c.source
    )
    return {source: int(count) for source, count in connection().execute(statement)}


def _counts(kind: Kind) -> Select[Any]:
    citations, layout = CITATIONS[kind], LAYOUTS[kind]
    return (
        select(
            citations.c.source,
            func.count(citations.c.owner.distinct()).label("count"),
        )
        .join(layout.table, layout.key == citations.c.owner)
        .where(layout.table.c.retired_in.is_(None))
        .group_by(citations.c.source)
    )


def _citing(kind: Kind) -> Select[Any]:
    citations, layout = CITATIONS[kind], LAYOUTS[kind]
    key, columns = layout.key, layout.table.c
    is_number = key.name == "number"
    program = columns.code if kind is Kind.PROGRAM else columns.get("program")
    return (
        select(
            literal(kind.value).label("kind"),
            (key if is_number else cast(null(), Integer)).label("number"),
            (cast(null(), String) if is_number else key).label("code"),
            (cast(null(), String) if program is None else program).label("program"),
        )
        .join(citations, key == citations.c.owner)
        .where(columns.retired_in.is_(None))
    )
