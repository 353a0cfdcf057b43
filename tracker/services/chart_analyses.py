"""What the charts of the analyses draw, read from the record and the other services."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tracker.domain.followed import followed_milestones
from tracker.domain.history import Turn
from tracker.domain.program import Plan, Title
from tracker.domain.series import Point, month_ends, series_of
from tracker.domain.stays import PassageEnd, Stay, StayEnd, passage_of
from tracker.domain.threads import Threads, matters_of
from tracker.domain.views import SAID
from tracker.domain.vocabulary import Metric, Unit
from tracker.estimation.competing import Experience
from tracker.estimation.survival import StageTime, Step, stage_times
from tracker.reporting.bottlenecks import Bottlenecks
from tracker.reporting.change import Change
from tracker.reporting.claims import ClaimMark, Claims
from tracker.reporting.forecast import Forecast, ForecastStep, Learnt
from tracker.reporting.lineage import LineageFlow
from tracker.reporting.progress import Mark, Progress
from tracker.reporting.rules import RuleSpread
from tracker.reporting.slips import Matter, Slips, ranked
from tracker.reporting.stays import StayRow, Stays, StillThere
from tracker.services import bottlenecks, forecast
from tracker.services.change_between import change_between
from tracker.services.chart_values import Courses, Question, courses_in
from tracker.services.claim_verdicts import claim_verdicts
from tracker.services.completion import completion
from tracker.storage import queries

# How the record words the roles of those who speak for no state.
INDEPENDENT = re.compile(
    r"\b(independent|think tank|analysts?|research|(?<!state )news\w*)\b", re.IGNORECASE
)
SHARES = frozenset(unit for unit in Unit if unit.value.startswith("percent"))


def progress_in(asked: Question) -> Progress:
    """The figure of the plan by month, and the acts on the plan as a whole."""
    marks = [
        Mark(act.signed_on.last, act.title_en)
        for act in queries.acts(plan=asked.plan.code)
        if act.signed_on and not act.programs
    ]
    courses = courses_in(asked.view)
    codes = _programs_of(asked)
    return Progress(
        plan=asked.plan,
        rule=asked.rule,
        points=points_in(asked, courses),
        marks=tuple(marks),
        is_not_known=bool(codes) and not any(courses.said.get(code) for code in codes),
    )


def _programs_of(asked: Question) -> list[str]:
    return [p.code for p in asked.held.programs.values() if p.plan == asked.plan.code]


def points_in(asked: Question, courses: Courses) -> tuple[Point, ...]:
    """The figures of the plan at the end of each month since the first word on it."""
    codes = _programs_of(asked)

    def own(found: Mapping[str, Sequence[Turn]]) -> list[Sequence[Turn]]:
        return [found.get(code, ()) for code in codes]

    first = min((c[0].day for c in own(courses.said) if c), default=asked.view.as_of)
    days = month_ends(first, asked.view.as_of)
    return series_of(own(courses.said), own(courses.shown), asked.rule, days)


def rules_in(asked: Question) -> RuleSpread:
    """The figures of the plan by every rule and every evidence floor."""
    found = completion(asked.view, asked.plan.code)
    return RuleSpread(
        plan=found.plan,
        main_rule=asked.rule,
        said=found.said.scores,
        shown=found.shown.scores,
        by_floor={
            floor: scores[asked.rule.id] for floor, scores in found.by_floor.items()
        },
        due=(found.said.due, found.shown.due),
        measures=found.measures,
        is_not_known=found.said.is_not_known,
    )


def change_in(asked: Question) -> Change:
    """Why the figure of the plan moved between the two views."""
    found = change_between(
        asked.earlier, asked.view, asked.plan.code, asked.old_rule.id, asked.rule.id
    )
    return Change(
        plan=found.plan,
        earlier=found.earlier,
        later=found.later,
        rule=found.rule,
        new_rule=found.new_rule,
        explained=found.explained,
        has_items=any(found.counts),
        is_not_known=found.is_not_known,
    )


def bottlenecks_in(asked: Question) -> Bottlenecks:
    """What holds up the plan, or every plan in force where none was asked for."""
    found = bottlenecks.bottlenecks(asked.view, asked.chosen_code)
    return Bottlenecks(
        subject=_codes(found.plans), sectors=found.sectors, programs=found.programs
    )


def _codes(plans: Iterable[Plan]) -> str:
    return ", ".join(plan.code for plan in plans) or "–"


def stays_in(asked: Question) -> Stays:
    """How long programs of whatever plan stayed in each stage, in the view's reading.

    One plan alone has too few that moved on.
    """
    stays = bottlenecks.stays_in(asked.view)
    rows = [
        _stay_row(time, [s for s in stays if s.stage is stage], asked)
        for stage, time in stage_times(stays).items()
    ]
    return Stays(reading=asked.view.reading, rows=tuple(rows))


def _stay_row(time: StageTime, stays: Sequence[Stay], asked: Question) -> StayRow:
    still = [stay for stay in stays if stay.end is StayEnd.STILL]
    still.sort(key=lambda stay: (stay.days, stay.program))
    return StayRow(
        stage=time.stay.stage,
        moved_count=time.stay.exit_count,
        left_count=sum(stay.end is StayEnd.LEFT for stay in stays),
        still=tuple(
            StillThere(s.program, _title(s.program, asked), s.days) for s in still
        ),
        median=time.median.day,
        low=time.median.low,
        high=time.median.high,
    )


def slips_in(asked: Question) -> Slips:
    """The dates promised again, by matter; of one plan, those that touch it."""
    held = asked.held
    threads = Threads(held.programs, tuple(queries.lineage()), {})
    found, once_count = [], 0
    for codes in matters_of(threads):
        if asked.is_chosen and not _touches(codes, asked):
            continue
        statements = {code: held.deadlines.get(code, ()) for code in codes}
        milestones = followed_milestones(statements, threads.lineage, asked.view)
        again = tuple(m for m in milestones if len(m.statements) > 1)
        once_count += len(milestones) - len(again)
        if again:
            key = _leading(codes, asked)
            found.append(Matter(key=key, title=_title(key, asked), milestones=again))
    subject = asked.chosen_code or _codes(held.plans.values())
    return Slips(subject=subject, matters=ranked(found), once_count=once_count)


def _touches(codes: Iterable[str], asked: Question) -> bool:
    return any(asked.held.programs[code].plan == asked.plan.code for code in codes)


def _leading(codes: Sequence[str], asked: Question) -> str:
    """The program that gives a matter its name: of the plan asked for, or the last."""
    own = [c for c in codes if asked.held.programs[c].plan == asked.plan.code]
    return own[0] if own else codes[-1]


def _title(code: str, asked: Question) -> Title:
    return asked.held.programs[code].title


def claims_in(asked: Question) -> Claims:
    """The claims of a share of the plan, each checked, above the plan's figures."""
    rows = claim_verdicts(asked.view, asked.plan.code).rows
    marks = [
        ClaimMark(row.check, is_official=not INDEPENDENT.search(row.check.claim.role))
        for row in reversed(rows)
        if row.check.claim.metric is Metric.SHARE_COMPLETED
        and row.check.claim.unit in SHARES
    ]
    points = points_in(asked, courses_in(asked.view))
    return Claims(plan=asked.plan, rule=asked.rule, points=points, marks=tuple(marks))


def lineage_in(asked: Question) -> LineageFlow:
    """What became of every item, through the plans begun by then."""
    held = asked.held
    plans = tuple(
        plan
        for plan in held.plans.values()
        if plan.starts_on is None or plan.starts_on.first <= asked.view.as_of
    )
    own = {
        plan.code: tuple(p for p in held.programs.values() if p.plan == plan.code)
        for plan in plans
    }
    known = {*own, *(p.code for programs in own.values() for p in programs), ""}
    rows = tuple(r for r in queries.lineage() if r.heir in known and r.origin in known)
    return LineageFlow(plans=plans, programs=own, lineage=rows)


def forecast_in(asked: Question) -> Forecast:
    """How long completion took in the plan, and what became of every promise."""
    found = forecast.forecast(asked.view, asked.plan.code)
    return Forecast(
        subject=asked.plan.code,
        said=_learnt(found.own.said),
        shown=_learnt(found.own.shown),
        promises=found.promises,
        open_days=_open_days(asked),
    )


def _learnt(found: Experience) -> Learnt:
    estimate = found.estimate
    return Learnt(
        completed_count=found.completed_count,
        left_count=found.left_count,
        open_count=found.open_count,
        completed=_steps(estimate.completed) if estimate else (),
        left=_steps(estimate.left) if estimate else (),
        median=estimate.median.day if estimate else None,
    )


def _steps(steps: Iterable[Step]) -> tuple[ForecastStep, ...]:
    return tuple(ForecastStep(s.day, s.share, s.low, s.high) for s in steps)


def _open_days(asked: Question) -> tuple[int, ...]:
    """How many days ago each open program of the plan was approved, as said."""
    view = asked.view.read_as(SAID)
    reports = queries.reports_of(with_retired=view.revision is not None)
    passages = [
        passage_of(code, reports.get(code, ()), view)
        for code, program in asked.held.programs.items()
        if program.plan == asked.plan.code
    ]
    return tuple(sorted(p.days for p in passages if p and p.end is PassageEnd.OPEN))
