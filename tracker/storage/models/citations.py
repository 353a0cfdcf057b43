"""Which sources a fact cites: a table for each kind of fact that has any."""

from sqlalchemy import Table

from tracker.domain.record import Kind
from tracker.storage.models.kept import list_table


def citation_table(owner: str) -> Table:
    """The table of what the facts identified by the column *owner* cite."""
    kind = owner.partition(".")[0]
    return list_table(f"{kind}_source", owner, "source", "source.id")


CITATIONS: dict[Kind, Table] = {
    Kind.PLAN: citation_table("plan.code"),
    Kind.PROGRAM: citation_table("program.code"),
    Kind.REPORT: citation_table("report.number"),
    Kind.DEADLINE: citation_table("deadline.number"),
    Kind.CLAIM: citation_table("claim.number"),
    Kind.ACT: citation_table("act.number"),
    Kind.LINEAGE: citation_table("lineage.number"),
    Kind.DEPENDENCY: citation_table("dependency.number"),
    Kind.EVENT: citation_table("event.number"),
}
