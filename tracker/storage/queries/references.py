"""What refers to a fact, so that none is retired under another's feet."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Select, select

from tracker.domain.record import Kind
from tracker.storage import models
from tracker.storage.cells import shown_key, stored_key
from tracker.storage.layout import LAYOUTS
from tracker.storage.reading import standing
from tracker.storage.transactions import connection

LINEAGE = models.LineageRow.__table__.c
DEPENDENCY = models.DependencyRow.__table__.c

# The columns that refer to a kind, by the kind of the fact that refers.
REFERRING: dict[Kind, tuple[tuple[Kind, Any], ...]] = {
    Kind.SOURCE: tuple(
        (kind, table.c.source) for kind, table in models.CITATIONS.items()
    ),
    Kind.PLAN: (
        (Kind.PROGRAM, models.ProgramRow.plan),
        (Kind.CLAIM, models.ClaimRow.plan),
        (Kind.ACT, models.ActRow.plan),
        (Kind.LINEAGE, LINEAGE.origin_plan),
        (Kind.LINEAGE, LINEAGE.heir_plan),
    ),
    Kind.SECTOR: ((Kind.PROGRAM, models.ProgramRow.sector),),
    Kind.PROGRAM: (
        (Kind.REPORT, models.ReportRow.program),
        (Kind.DEADLINE, models.DeadlineRow.program),
        (Kind.ACT, models.act_program.c.program),
        (Kind.LINEAGE, LINEAGE.origin_program),
        (Kind.LINEAGE, LINEAGE.heir_program),
        (Kind.DEPENDENCY, DEPENDENCY.program),
        (Kind.DEPENDENCY, DEPENDENCY.waits_for),
        (Kind.EVENT, models.event_program.c.program),
    ),
}


def references_to(kind: Kind, keys: Collection[str]) -> list[tuple[Kind, str]]:
    """What stands and refers to one of these facts: kind and key, in that order.

    A statement for each column that may refer, answered by index.
    """
    wanted = [stored_key(kind, key) for key in keys]
    found = {
        (owner, stored)
        for owner, column in REFERRING.get(kind, ())
        for (stored,) in connection().execute(_referring(owner, column, wanted))
    }
    ordered = sorted(found, key=lambda each: (each[0].rank, each[1]))
    return [(owner, shown_key(owner, stored)) for owner, stored in ordered]


def _referring(owner: Kind, column: Column[Any], wanted: list[Any]) -> Select[Any]:
    layout = LAYOUTS[owner]
    statement = select(layout.key).where(standing(owner), column.in_(wanted))
    if "owner" in column.table.c:
        statement = statement.join(column.table, column.table.c.owner == layout.key)
    return statement
