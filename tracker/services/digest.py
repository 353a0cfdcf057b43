"""The digest: what changed in the plans between two dates, ready to be told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from tracker.domain.acts import Act
from tracker.domain.deadlines import Milestone, Stated
from tracker.domain.program import Plan, Program
from tracker.domain.report import Weighed
from tracker.domain.scores import Score
from tracker.domain.source import Source
from tracker.domain.state import State
from tracker.domain.views import SAID, View
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.claim_verdicts import CheckedClaim, claim_verdicts
from tracker.services.completion import main_rule
from tracker.services.news import Reported, reported_since
from tracker.services.period import check_start
from tracker.services.positions import ProgramRow, program_rows
from tracker.services.progress import plan_in, progress
from tracker.services.promises import milestones_in
from tracker.storage import queries

REVISIONS_AT_ONCE = 500
# Before and after.
States: TypeAlias = tuple[State, State]
Scores: TypeAlias = tuple[Score, Score]


@dataclass(frozen=True, slots=True)
class Moved:
    """A program that moved as said or as shown, and the reports that moved it.

    Before and after may be the same: it moved and came back.
    """

    program: Program
    said: States
    shown: States
    reports: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDigest:
    """What changed in one plan; everything in the order in which it happened.

    ``said`` and ``shown`` are figures by ``rule``, the main one of the plan;
    ``quiet_count`` tells how many reports moved nothing, ``overdue`` which programs
    ran past their due date, ``silent`` which of nobody has heard for too long, and
    ``passed`` which promises ran out without word.
    """

    plan: Plan
    rule: str
    said: Scores
    shown: Scores
    moved: tuple[Moved, ...]
    quiet_count: int
    overdue: tuple[Program, ...]
    silent: tuple[Program, ...]
    stated: tuple[Stated, ...]
    passed: tuple[Milestone, ...]
    claims: tuple[CheckedClaim, ...]
    acts: tuple[Act, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened and nothing was said; figures may still widen."""
        ran_out = (self.overdue, self.silent, self.passed)
        said = (self.moved, self.quiet_count, self.stated, self.claims, self.acts)
        return not any((*ran_out, *said))

    @property
    def is_same(self) -> bool:
        """Whether the figures are the same, their bounds too."""
        return all(before == after for before, after in (self.said, self.shown))


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What happened after the day ``since``, up to the day of the view and on it.

    ``acts`` are those that belong to no plan; ``revision_count`` tells how many
    revisions of the record were made in that time, whatever dates they are about.
    """

    since: date
    view: View
    revision: int
    revision_count: int
    plans: tuple[PlanDigest, ...]
    acts: tuple[Act, ...]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What every plan's digest rests on, read from the record once."""

    held: Catalogue
    earlier: View
    later: View
    milestones: Sequence[Milestone]
    claims: Sequence[CheckedClaim]
    acts: Sequence[Act]

    def has(self, day: date) -> bool:
        """Whether *day* lies in it."""
        return self.earlier.as_of < day <= self.later.as_of


def digest(since: date, view: View, plan_code: str | None = None) -> Digest:
    """What changed in one plan, or in all, after *since* in *view*.

    Raises BadInput where *since* is not before the day of the view, and NotFound for an
    unknown plan. Reads the reports of each plan twice: as said and as shown.
    """
    check_start(since, view)
    held = catalogue()
    plans = [plan_in(held, plan_code)] if plan_code else list(held.plans.values())
    period = _period(held, replace(view, as_of=since), view, plan_code)
    return Digest(
        since=since,
        view=view,
        revision=held.revision,
        revision_count=_revisions_made(since, view.as_of),
        plans=tuple(_plan_digest(period, plan) for plan in plans),
        acts=tuple(a for a in period.acts if not (plan_code or _plans_of(held, a))),
        sources={source.id: source for source in queries.sources()},
    )


def _period(
    held: Catalogue, earlier: View, later: View, plan_code: str | None
) -> Period:
    acts = [
        (day, act)
        for act in queries.acts()
        if (day := day_of_act(act)) is not None
        and day > earlier.as_of
        and later.dates_in(day, day)
    ]
    return Period(
        held=held,
        earlier=earlier,
        later=later,
        milestones=milestones_in(held, later, queries.lineage()),
        claims=claim_verdicts(later, plan_code).rows[::-1],
        acts=[act for _, act in sorted(acts, key=lambda row: (row[0], row[1].key))],
    )


def day_of_act(act: Act) -> date | None:
    """The day an act counts from: when it was signed, or else came into force."""
    dated = act.signed_on or act.in_force_on
    return dated.last if dated else None


def _plan_digest(period: Period, plan: Plan) -> PlanDigest:
    before, after = (progress(plan.code, v) for v in (period.earlier, period.later))
    rule = main_rule(plan)
    moved, quiet_count = _moved(period, plan)
    claims = (c for c in period.claims if c.plan.code == plan.code)
    return PlanDigest(
        plan=plan,
        rule=rule,
        said=(before.said.scores[rule], after.said.scores[rule]),
        shown=(before.shown.scores[rule], after.shown.scores[rule]),
        moved=moved,
        quiet_count=quiet_count,
        overdue=_new(before.overdue, after.overdue),
        silent=_new(before.silent, after.silent),
        stated=_stated(period, plan),
        passed=_passed(period, plan),
        claims=tuple(c for c in claims if period.has(c.check.day)),
        acts=tuple(a for a in period.acts if plan.code in _plans_of(period.held, a)),
    )


def _new(
    before: Iterable[ProgramRow], after: Iterable[ProgramRow]
) -> tuple[Program, ...]:
    """The programs listed after and not before."""
    known = {row.program.code for row in before}
    return tuple(row.program for row in after if row.program.code not in known)


def _moved(period: Period, plan: Plan) -> tuple[tuple[Moved, ...], int]:
    """The programs of *plan* that moved, and the count of reports that moved none."""
    programs = {c: p for c, p in period.held.programs.items() if p.plan == plan.code}
    later, since = period.later, period.earlier.as_of
    said = reported_since(programs, later.read_as(SAID), since)
    shown = reported_since(programs, later.read_as(later.shown_reading), since)
    movers = _movers((*said, *shown))
    rows = zip(
        program_rows(period.held, period.earlier, plan.code),
        program_rows(period.held, period.later, plan.code),
        strict=True,
    )
    moved = tuple(
        Moved(
            program=after.program,
            said=(before.said.state, after.said.state),
            shown=(before.shown.state, after.shown.state),
            reports=movers[after.program.code],
        )
        for before, after in rows
        if after.program.code in movers
    )
    return moved, len(said) - sum(len(each.reports) for each in moved)


def _movers(reported: Iterable[Reported]) -> dict[str, tuple[Weighed, ...]]:
    """The reports that moved a program, each once, by program."""
    found = {
        r.weighed.report.key: r.weighed
        for r in reported
        if standing_of(r.before) != standing_of(r.after)
    }
    movers: dict[str, tuple[Weighed, ...]] = {}
    for weighed in sorted(found.values(), key=lambda w: w.order):
        code = weighed.report.program
        movers[code] = (*movers.get(code, ()), weighed)
    return movers


def standing_of(state: State) -> tuple[object, ...]:
    """What of a *state* is news when it moves."""
    return (state.stage, state.condition, state.closure)


def _stated(period: Period, plan: Plan) -> tuple[Stated, ...]:
    found = [
        stated
        for code, rows in period.held.deadlines.items()
        if period.held.programs[code].plan == plan.code
        for stated in rows
        if period.has(stated.day)
        and period.later.dates_in(stated.day, stated.known_on)
        and period.later.holds(stated.deadline)
    ]
    return tuple(sorted(found, key=lambda stated: stated.order))


def _passed(period: Period, plan: Plan) -> tuple[Milestone, ...]:
    """The promises that ran out in the period; the plan is that of the last word."""
    found = [
        (milestone.due.last, milestone)
        for milestone in period.milestones
        if milestone.is_passed
        and milestone.due
        and period.earlier.as_of <= milestone.due.last
        and period.held.programs[milestone.programs[-1]].plan == plan.code
    ]
    return tuple(m for _, m in sorted(found, key=lambda row: (row[0], row[1].program)))


def _plans_of(held: Catalogue, act: Act) -> set[str]:
    """The plans that *act* is of: by name, or by the programs it carries out."""
    named = {act.plan} if act.plan else set()
    return named | {held.programs[code].plan for code in act.programs}


def _revisions_made(since: date, until: date) -> int:
    """How many revisions were made in the period; reads none before it but a page."""
    count, before = 0, None
    while page := queries.revisions(REVISIONS_AT_ONCE, before):
        count += sum(since < revision.made_at.date() <= until for revision in page)
        before = page[-1].number
        if page[-1].made_at.date() <= since:
            break
    return count
