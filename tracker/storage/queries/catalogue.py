"""Plans, sectors, programs and sources as they stand."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select

from tracker.domain.errors import NotFound
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.record import Kind
from tracker.domain.source import Source
from tracker.domain.words import N_
from tracker.storage.layout import LAYOUTS
from tracker.storage.reading import read_facts, standing
from tracker.storage.transactions import connection

PLANS = LAYOUTS[Kind.PLAN].table
PROGRAMS = LAYOUTS[Kind.PROGRAM].table


def plans() -> list[Plan]:
    """Every plan, the earliest first; two statements."""
    found: list[Plan] = read_facts(Kind.PLAN, standing(Kind.PLAN))
    return sorted(found, key=_beginning)


def last_plan_left_in() -> int | None:
    """The revision that took a plan out last, or None; one statement."""
    left: int | None = connection().scalar(select(func.max(PLANS.c.retired_in)))
    return left


def sectors() -> list[Sector]:
    """Every sector in its own order; one statement."""
    found: list[Sector] = read_facts(Kind.SECTOR, standing(Kind.SECTOR))
    return sorted(found, key=lambda sector: sector.order)


def programs(plan: str | None = None) -> list[Program]:
    """The programs of *plan*, or all, by code; two statements."""
    conditions = [standing(Kind.PROGRAM)]
    if plan is not None:
        conditions.append(PROGRAMS.c.plan == plan)
    return read_facts(Kind.PROGRAM, *conditions)


def sources(ids: Collection[str] | None = None) -> list[Source]:
    """The sources with these *ids*, or all, by id; one statement."""
    conditions = [standing(Kind.SOURCE)]
    if ids is not None:
        conditions.append(LAYOUTS[Kind.SOURCE].key.in_(ids))
    return read_facts(Kind.SOURCE, *conditions)


def plan(code: str) -> Plan:
    """The plan with this *code*; raises NotFound. Two statements."""
    found: Plan = _one(
        Kind.PLAN,
        code,
        NotFound(N_("There is no plan “%(code)s”."), field="plan", code=code[:60]),
    )
    return found


def sector(code: str) -> Sector:
    """The sector with this *code*; raises NotFound. One statement."""
    found: Sector = _one(
        Kind.SECTOR,
        code,
        NotFound(N_("There is no sector “%(code)s”."), field="sector", code=code[:60]),
    )
    return found


def program(code: str) -> Program:
    """The program with this *code*; raises NotFound. Two statements."""
    found: Program = _one(
        Kind.PROGRAM,
        code,
        NotFound(
            N_("There is no program “%(code)s”. Codes look like UP2021-15."),
            field="program",
            code=code[:60],
        ),
    )
    return found


def source(key: str) -> Source:
    """The source with this id; raises NotFound. One statement."""
    found: Source = _one(
        Kind.SOURCE,
        key,
        NotFound(N_("There is no source “%(code)s”."), field="source", code=key[:60]),
    )
    return found


def _one(kind: Kind, code: str, problem: NotFound) -> Any:
    found = read_facts(kind, standing(kind), LAYOUTS[kind].key == code)
    if not found:
        raise problem
    return found[0]


def _beginning(plan: Plan) -> tuple[str, str]:
    """Sorts plans by the day they start; one without a date comes last."""
    start = plan.starts_on or plan.adopted_on
    return (start.first.isoformat() if start else "9999", plan.code)
