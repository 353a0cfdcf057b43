"""The history: reports, deadlines and claims."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from tracker.domain.claims import Claim
from tracker.domain.deadlines import Deadline, Stated
from tracker.domain.record import Kind
from tracker.domain.report import Report, Weighed
from tracker.domain.vocabulary import EvidenceGrade
from tracker.storage.cells import Cells
from tracker.storage.layout import LAYOUTS
from tracker.storage.reading import read_facts, read_rows, standing

REPORTS = LAYOUTS[Kind.REPORT].table
DEADLINES = LAYOUTS[Kind.DEADLINE].table
CLAIMS = LAYOUTS[Kind.CLAIM].table
PROGRAMS = LAYOUTS[Kind.PROGRAM].table
GRADES = {grade.value: grade for grade in EvidenceGrade}


def reports_of(
    programs: Collection[str] | None = None, *, with_retired: bool = False
) -> dict[str, list[Weighed]]:
    """The reports of *programs*, or of all, by program in the order of a state.

    Two statements; the rows are found by index. Programs without a report are left out.
    """
    conditions = [] if with_retired else [standing(Kind.REPORT)]
    if programs is not None:
        conditions.append(REPORTS.c.program.in_(programs))
    more = (REPORTS.c.day, REPORTS.c.known_day, REPORTS.c.grade)
    rows: list[tuple[Report, Cells]] = read_rows(Kind.REPORT, conditions, more)
    found: dict[str, list[Weighed]] = defaultdict(list)
    for report, (day, known_day, grade) in rows:
        found[report.program].append(Weighed(report, day, known_day, GRADES[grade]))
    for weighed in found.values():
        weighed.sort(key=lambda each: each.order)
    return dict(found)


def deadlines_by_program(
    plan: str | None = None, *, with_retired: bool = False
) -> dict[str, list[Stated]]:
    """What was promised of the programs of *plan*, or of all, by program and day.

    Two statements. Programs without a deadline are left out.
    """
    conditions = [] if with_retired else [standing(Kind.DEADLINE)]
    if plan is not None:
        of_plan = select(PROGRAMS.c.code).where(PROGRAMS.c.plan == plan)
        conditions.append(DEADLINES.c.program.in_(of_plan))
    more = (DEADLINES.c.day, DEADLINES.c.known_day)
    rows: list[tuple[Deadline, Cells]] = read_rows(Kind.DEADLINE, conditions, more)
    found: dict[str, list[Stated]] = defaultdict(list)
    for deadline, (day, known_day) in rows:
        found[deadline.program].append(Stated(deadline, day, known_day))
    for stated in found.values():
        stated.sort(key=lambda each: each.order)
    return dict(found)


def claims(plan: str | None = None, *, with_retired: bool = False) -> list[Claim]:
    """The claims about *plan*, or about any, by key; two statements."""
    conditions = [] if with_retired else [standing(Kind.CLAIM)]
    if plan is not None:
        conditions.append(CLAIMS.c.plan == plan)
    return read_facts(Kind.CLAIM, *conditions)
