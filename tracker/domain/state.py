"""The state of a program in a view: computed from its reports, never stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.dates import PartialDate
from tracker.domain.deadlines import (
    Milestone,
    Stated,
    due_of,
    milestones_of,
    timeliness_of,
)
from tracker.domain.program import Plan, Program
from tracker.domain.report import Weighed
from tracker.domain.views import View
from tracker.domain.vocabulary import (
    Closure,
    Condition,
    EvidenceGrade,
    ReportKind,
    Stage,
    Timeliness,
)

SILENCE_DAYS = 270


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the reports that count say of one program on one date.

    ``stage`` None is *unknown*: no report counts. ``stage_since`` is the day the stage
    was first reached after the last real step back; ``grade`` the best evidence grade
    for it; ``last_report`` the latest report that counts. ``report_count`` is no part
    of what a state says: it is 0 where a state was looked up without counting.
    """

    stage: Stage | None = None
    stage_since: date | None = None
    grade: EvidenceGrade | None = None
    condition: Condition | None = None
    closure: Closure | None = None
    last_report: str = ""
    last_report_on: date | None = None
    silent_days: int | None = None
    report_count: int = field(default=0, compare=False)

    @property
    def is_silent(self) -> bool:
        """Nothing was said for over 270 days: a suggestion to look, never a status."""
        return self.silent_days is not None and self.silent_days > SILENCE_DAYS

    @property
    def is_completed(self) -> bool:
        """Done; a program that was carried over counts as not completed."""
        return (
            self.stage is Stage.COMPLETED and self.closure is not Closure.CARRIED_OVER
        )

    @property
    def is_open(self) -> bool:
        """Neither completed nor closed."""
        return not self.is_completed and self.closure is None

    @property
    def is_held_up(self) -> bool:
        """Open, and reported as stalled or blocked."""
        held = self.condition in (Condition.STALLED, Condition.BLOCKED)
        return held and self.is_open

    @property
    def completed_on(self) -> date | None:
        """The day completion was first reached, for a program that is completed."""
        return self.stage_since if self.is_completed else None


UNKNOWN = State()


def state_of(reports: Iterable[Weighed], view: View) -> State:
    """The state that *reports* (of one program, in any order) give in *view*.

    Stage is the highest reached since the last report marked ``reverses``; condition is
    the latest report's; closure the latest one's that has any, unless a later report
    reverses (design, section 3).
    """
    counting = sorted((r for r in reports if view.counts(r)), key=lambda r: r.order)
    if not counting:
        return UNKNOWN
    last = counting[-1]
    current = _since_last_reversal(counting)
    stage = max((r.report.stage for r in current), key=lambda s: s.rank)
    at_stage = [r for r in current if r.report.stage is stage]
    closures = [r.report.closure for r in current if r.report.closure]
    return State(
        stage=stage,
        stage_since=at_stage[0].day,
        grade=max((r.grade for r in at_stage), key=lambda g: g.value),
        condition=last.report.condition,
        closure=closures[-1] if closures else None,
        last_report=last.report.key,
        last_report_on=last.day,
        silent_days=(view.as_of - last.day).days,
        report_count=len(counting),
    )


def reports_behind(reports: Iterable[Weighed], view: View) -> tuple[Weighed, ...]:
    """The reports that give the stage in *view*, in order; none where it is unknown."""
    counting = sorted((r for r in reports if view.counts(r)), key=lambda r: r.order)
    current = _since_last_reversal(counting)
    ranks = [r.report.stage.rank for r in current]
    return tuple(r for r in current if r.report.stage.rank == max(ranks))


def _since_last_reversal(counting: Sequence[Weighed]) -> Sequence[Weighed]:
    for index in range(len(counting) - 1, -1, -1):
        if counting[index].report.reverses:
            return counting[index:]
    return counting


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Official and independent reports, each read alone, that tell different things."""

    official: State
    independent: State


def disagreement_in(reports: Iterable[Weighed], view: View) -> Disagreement | None:
    """Where official words (claims and acts) and independent ones differ, or None.

    A side that says nothing disagrees with nobody.
    """
    rows = list(reports)
    alone = ReportKind.INDEPENDENT_ASSESSMENT
    official = state_of((r for r in rows if r.report.kind is not alone), view)
    independent = state_of((r for r in rows if r.report.kind is alone), view)
    if official.stage is None or independent.stage is None:
        return None
    same_stage = official.stage is independent.stage
    if same_stage and official.condition is independent.condition:
        return None
    return Disagreement(official, independent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one program stands in *view*: its state, due date and milestones."""

    program: Program
    state: State
    due: PartialDate | None
    timeliness: Timeliness
    statements: Sequence[Stated] = ()
    view: View

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """What was promised beside the due date; worked out only where it is asked."""
        return tuple(milestones_of(self.statements, self.view))


def position_of(
    program: Program,
    plan: Plan,
    state: State,
    statements: Sequence[Stated],
    view: View,
) -> Position:
    """Set the *state* of *program* beside its deadlines in *view*."""
    due = due_of(plan, statements, view)
    return Position(
        program=program,
        state=state,
        due=due,
        timeliness=timeliness_of(
            due,
            completed_on=state.completed_on,
            is_closed=state.closure is not None,
            as_of=view.as_of,
        ),
        statements=statements,
        view=view,
    )


def positions_in(
    view: View,
    programs: Iterable[Program],
    plans: Mapping[str, Plan],
    states: Mapping[str, State],
    statements: Mapping[str, Sequence[Stated]],
) -> list[Position]:
    """The position of every program in *view*, in the order given."""
    return [
        position_of(
            program,
            plans[program.plan],
            states.get(program.code, UNKNOWN),
            statements.get(program.code, ()),
            view,
        )
        for program in programs
    ]
