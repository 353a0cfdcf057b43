"""Makers of plainly invented facts: a test names only the fields it is about.

Dates and vocabulary words may be given as text.
"""

from datetime import date
from typing import Any

from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.dates import PartialDate
from tracker.domain.deadlines import Deadline, Stated, place
from tracker.domain.events import Event
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.program import Plan, Program, Sector, Title
from tracker.domain.report import Report, Weighed, weigh
from tracker.domain.source import Source
from tracker.domain.views import SAID, Reading, View
from tracker.domain.vocabulary import (
    ActKind,
    Bound,
    Closure,
    Condition,
    DependencyBasis,
    EventKind,
    EvidenceGrade,
    LineageBasis,
    Metric,
    NumberBasis,
    Relation,
    ReportKind,
    SourceGrade,
    SourceType,
    Stage,
    TitleBasis,
    Unit,
)

PLAN = "TEST2021"
PROGRAM = "TEST2021-01"
SECTOR = "test-sector"
SOURCE = "test-source"


def day(text: str) -> date:
    """A whole date written as text."""
    return date.fromisoformat(text)


def partial(value: str | date | PartialDate | None) -> PartialDate | None:
    """A partial date written as text."""
    if isinstance(value, str):
        return PartialDate.parse(value)
    return PartialDate.of(value) if isinstance(value, date) else value


def whole(value: str | date | None) -> date | None:
    """A whole date, or none, written as text."""
    return day(value) if isinstance(value, str) else value


def a_view(
    as_of: str | date = "2023-12-31",
    known_on: str | date | None = None,
    reading: Reading = SAID,
    revision: int | None = None,
) -> View:
    """A view; everything said counts unless told otherwise."""
    asked = whole(as_of)
    assert asked is not None
    return View(asked, whole(known_on), reading, revision)


def a_source(
    id: str = SOURCE,
    *,
    grade: str = "C",
    dated: str | None = None,
    publisher: str = "Test Daily",
    **more: Any,
) -> Source:
    """A source of an ordinary publisher."""
    more.setdefault("url", f"https://example.org/{id}")
    more.setdefault("title", "Test page")
    more.setdefault("type", SourceType.INDEPENDENT_MEDIA)
    return Source(
        id=id,
        grade=SourceGrade(grade),
        dated=partial(dated),
        publisher=publisher,
        **more,
    )


def a_sector(code: str = SECTOR, title: str = "Test sector", sort: int = 10) -> Sector:
    """A sector."""
    return Sector(code=code, title=Title(title), sort=sort)


def a_plan(
    code: str = PLAN,
    *,
    starts_on: str | None = "2021",
    ends_on: str | None = "2023",
    adopted_on: str | None = None,
    **more: Any,
) -> Plan:
    """A plan that runs from 2021 to 2023."""
    more.setdefault("title", Title("Test plan"))
    more.setdefault("sources", (SOURCE,))
    return Plan(
        code=code,
        starts_on=partial(starts_on),
        ends_on=partial(ends_on),
        adopted_on=partial(adopted_on),
        **more,
    )


def a_program(code: str = PROGRAM, *, sector: str = SECTOR, **more: Any) -> Program:
    """A program; its plan and number follow from its code."""
    plan, _, number = code.rpartition("-")
    more.setdefault("title", Title("Test program"))
    more.setdefault("plan", plan)
    more.setdefault("number", int(number))
    more.setdefault("number_basis", NumberBasis.OURS)
    more.setdefault("title_basis", TitleBasis.INFERRED)
    more.setdefault("sources", (SOURCE,))
    return Program(code=code, sector=sector, **more)


def a_report(
    key: str = "R0001",
    *,
    program: str = PROGRAM,
    dated: str | date = "2022-05-01",
    stage: str = "in_progress",
    kind: str = "official_claim",
    **more: Any,
) -> Report:
    """An official claim that the program is in progress."""
    when = partial(dated)
    assert when is not None
    more.setdefault("sources", (SOURCE,))
    if "known_on" in more:
        more["known_on"] = whole(more["known_on"])
    if "condition" in more:
        more["condition"] = Condition(more["condition"])
    if more.get("closure"):
        more["closure"] = Closure(more["closure"])
    return Report(
        key=key,
        program=program,
        dated=when,
        stage=Stage(stage),
        kind=ReportKind(kind),
        **more,
    )


def a_weighed_report(
    key: str = "R0001",
    *,
    dated: str | date = "2022-05-01",
    stage: str = "in_progress",
    grade: str = "E1",
    **more: Any,
) -> Weighed:
    """A report weighed without sources, of whatever *grade* the test wants."""
    weighed = weigh(a_report(key, dated=dated, stage=stage, **more), {})
    return Weighed(weighed.report, weighed.day, weighed.known_on, EvidenceGrade(grade))


def a_deadline(
    key: str = "D001",
    *,
    program: str = PROGRAM,
    milestone: str = "Market launch",
    stated_on: str = "2022-01-01",
    due: str = "2023-01-01",
    **more: Any,
) -> Deadline:
    """A promise that the market is launched by 2023."""
    stated, promised = partial(stated_on), partial(due)
    assert stated is not None
    assert promised is not None
    more.setdefault("sources", (SOURCE,))
    more["bound"] = Bound(more.get("bound", "by"))
    if "known_on" in more:
        more["known_on"] = whole(more["known_on"])
    if "met_on" in more:
        more["met_on"] = partial(more["met_on"])
    return Deadline(
        key=key,
        program=program,
        milestone=milestone,
        stated_on=stated,
        due=promised,
        **more,
    )


def a_stated_deadline(key: str = "D001", **more: Any) -> Stated:
    """A deadline statement placed in time by its own date."""
    return place(a_deadline(key, **more), {})


def a_claim(
    key: str = "C001",
    *,
    plan: str = PLAN,
    dated: str = "2022-05-01",
    claimant: str = "Test Minister",
    **more: Any,
) -> Claim:
    """A claim without a figure."""
    more["metric"] = Metric(more.get("metric", "other"))
    more["unit"] = Unit(more["unit"]) if more.get("unit") else None
    when = partial(dated)
    assert when is not None
    more.setdefault("sources", (SOURCE,))
    if "known_on" in more:
        more["known_on"] = whole(more["known_on"])
    return Claim(
        key=key,
        plan=plan,
        dated=when,
        claimant=claimant,
        **more,
    )


def an_act(key: str = "A001", *, signed_on: str | None = None, **more: Any) -> Act:
    """An act."""
    more.setdefault("title_en", "Test agreement")
    more.setdefault("kind", ActKind.AGREEMENT)
    more.setdefault("sources", (SOURCE,))
    return Act(key=key, signed_on=partial(signed_on), **more)


def an_event(key: str = "E001", *, dated: str = "2022-05-01", **more: Any) -> Event:
    """An event."""
    when = partial(dated)
    assert when is not None
    more.setdefault("title", "Test meeting")
    more.setdefault("kind", EventKind.MEETING)
    more.setdefault("sources", (SOURCE,))
    return Event(key=key, dated=when, **more)


def a_lineage(
    key: str = "L001", *, origin: str = PROGRAM, heir: str = "TEST2021-02", **more: Any
) -> Lineage:
    """A program that was carried over."""
    more.setdefault("relation", Relation.CARRIED_OVER if heir else Relation.DROPPED)
    more.setdefault("basis", LineageBasis.STATED)
    more.setdefault("sources", (SOURCE,))
    return Lineage(key=key, origin=origin, heir=heir, **more)


def a_dependency(
    key: str = "W001",
    *,
    program: str = PROGRAM,
    waits_for: str = "TEST2021-02",
    **more: Any,
) -> Dependency:
    """A program that waits for another."""
    more.setdefault("basis", DependencyBasis.STATED)
    more.setdefault("sources", (SOURCE,))
    return Dependency(key=key, program=program, waits_for=waits_for, **more)
