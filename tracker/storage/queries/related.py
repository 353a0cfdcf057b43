"""What stands around the programs: acts, events, lineage and dependencies."""

from sqlalchemy import or_, select

from tracker.domain.acts import Act
from tracker.domain.events import Event
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.record import Kind
from tracker.storage.layout import LAYOUTS
from tracker.storage.models import act_program
from tracker.storage.reading import read_facts, standing

ACTS = LAYOUTS[Kind.ACT].table
LINEAGE = LAYOUTS[Kind.LINEAGE].table
DEPENDENCIES = LAYOUTS[Kind.DEPENDENCY].table


def acts(*, program: str | None = None, plan: str | None = None) -> list[Act]:
    """The acts that carry out *program*, those of *plan*, or all, by key.

    Three statements.
    """
    conditions = [standing(Kind.ACT)]
    if program is not None:
        carried = select(act_program.c.owner).where(act_program.c.program == program)
        conditions.append(ACTS.c.number.in_(carried))
    if plan is not None:
        conditions.append(ACTS.c.plan == plan)
    return read_facts(Kind.ACT, *conditions)


def events() -> list[Event]:
    """Every event, by key; three statements."""
    return read_facts(Kind.EVENT, standing(Kind.EVENT))


def lineage(code: str | None = None) -> list[Lineage]:
    """The lineage of a program or plan, to both sides, or all, by key.

    Two statements.
    """
    conditions = [standing(Kind.LINEAGE)]
    if code is not None:
        ends = LINEAGE.c
        conditions.append(
            or_(
                ends.origin_program == code,
                ends.origin_plan == code,
                ends.heir_program == code,
                ends.heir_plan == code,
            )
        )
    return read_facts(Kind.LINEAGE, *conditions)


def dependencies(code: str | None = None) -> list[Dependency]:
    """What a program waits for and what waits for it, or all, by key.

    Two statements.
    """
    conditions = [standing(Kind.DEPENDENCY)]
    if code is not None:
        ends = DEPENDENCIES.c
        conditions.append(or_(ends.program == code, ends.waits_for == code))
    return read_facts(Kind.DEPENDENCY, *conditions)
