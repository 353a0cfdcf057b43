"""The PDF report: plans in a view, what changed lately, the charts, every program."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.domain.claim_checks import Reason
from tracker.domain.program import Plan
from tracker.domain.state import State
from tracker.domain.vocabulary import Stage
from tracker.domain.words import N_
from tracker.reporting.frame import Frame
from tracker.reporting.history import standing_label
from tracker.reporting.language import Language
from tracker.reporting.pdf import OnStep, report_pdf
from tracker.reporting.report import (
    Drawing,
    Front,
    PlanPart,
    Report,
    ReportClaim,
    ReportRow,
)
from tracker.reporting.stages import reached_count
from tracker.services.chart_list import CHARTS, Chart
from tracker.services.charts import frame_of, gathered
from tracker.services.claim_verdicts import claim_verdicts
from tracker.services.completion import main_rule
from tracker.services.last_words import LastWords, last_words, where_read
from tracker.services.positions import ProgramRow, program_rows
from tracker.services.progress import PlanProgress, progress_of
from tracker.services.report_scope import Scope
from tracker.services.wanted_chart import Wanted
from tracker.storage.transactions import end_reading

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# The order in which charts fill the pages.
ORDER = (
    "stages",
    "progress",
    "change",
    "rules",
    "claims",
    "forecast",
    "history",
    "bottlenecks",
    "stays",
    "slips",
    "lineage",
)


def pdf_report(scope: Scope, on_step: OnStep = lambda _done, _of: None) -> bytes:
    """The report of *scope* as PDF; the same record gives the same bytes.

    *on_step* is told how many of the steps are done.
    """
    report = report_on(scope)
    end_reading()
    return report_pdf(report, on_step)


def report_on(scope: Scope) -> Report:
    """What the report of *scope* holds, read from the record."""
    codes = ", ".join(plan.code for plan in scope.plans)
    parts = [_part(scope, plan) for plan in scope.plans]
    if scope.plan_code:
        shared = _shared_drawings(scope)
        parts[0] = replace(parts[0], drawings=(*parts[0].drawings, *shared))
    return Report(
        title=scope.language.say("Progress report: %(plans)s", plans=codes),
        sentence="; ".join(
            f"{figure} {words}"
            for part in parts
            for figure, words in part.front.figures
        ),
        frame=Frame(
            view=scope.view, revision=scope.held.revision, language=scope.language
        ),
        parts=parts,
        drawings=() if scope.plan_code else _shared_drawings(scope),
    )


def _part(scope: Scope, plan: Plan) -> PlanPart:
    held, view, language = scope.held, scope.view, scope.language
    rows = sorted(
        program_rows(held, view, plan.code),
        key=lambda row: (row.sector.order, row.program.code),
    )
    progress = progress_of(held, plan, view, rows)
    return PlanPart(
        front=Front(
            heading=f"{plan.code}: {language.title(plan.title)}",
            figures=_figures(progress, rows, language),
            period=language.say(
                "What changed since %(day)s", day=language.day(scope.since)
            ),
            changes=_changes(scope, plan, rows),
        ),
        drawings=[
            _drawing(CHARTS[name], plan.code, scope)
            for name in ORDER
            if not (CHARTS[name].may_be_of_all or CHARTS[name].is_of_all)
        ],
        rows=_rows(rows, last_words(rows)),
        claims=_claims(scope, plan),
    )


def _claims(scope: Scope, plan: Plan) -> list[ReportClaim]:
    """The claims that say how much of *plan* is done, the newest first."""
    return [
        ReportClaim(row.check, row.arithmetic)
        for row in claim_verdicts(scope.view, plan.code).rows
        if row.check.reason not in (Reason.NO_FIGURE, Reason.OTHER_MATTER)
    ]


def _shared_drawings(scope: Scope) -> list[Drawing]:
    """The charts that may be about all plans together."""
    kinds = [CHARTS[name] for name in ORDER]
    return [
        _drawing(kind, scope.plan_code or "", scope)
        for kind in kinds
        if kind.may_be_of_all or kind.is_of_all
    ]


def _drawing(kind: Chart, plan: str, scope: Scope) -> Drawing:
    """What draws a chart; its values are read here, before anything is drawn."""
    earlier = scope.earlier if kind.is_between else None
    wanted = Wanted(name=kind.name, plan=plan, view=scope.view, earlier=earlier)
    found = gathered(wanted)

    def draw(frame: Frame) -> "Figure":
        told = frame_of(wanted, found.asked, frame.language)
        return kind.draw(
            found.values, replace(frame, rule=told.rule, earlier=told.earlier)
        )

    return draw


@dataclass(frozen=True, slots=True)
class Yardstick:
    """By what the head of a plan tells how far it has come: a count and a mean."""

    goal: Stage
    counted: tuple[str, str]
    mean: str
    mean_words: str


YARDSTICKS = {
    "strict.v1": Yardstick(
        Stage.COMPLETED,
        (N_("completed, as said"), N_("completed, as shown by evidence")),
        "thirds.v1",
        N_("mean progress in thirds, as said"),
    ),
    "agreement.v1": Yardstick(
        Stage.AGREED,
        (N_("agreed, as said"), N_("agreed, as shown by evidence")),
        "agreement.v1",
        N_("mean progress towards agreement, as said"),
    ),
}


def _figures(
    progress: PlanProgress, rows: Sequence[ProgramRow], language: Language
) -> list[tuple[str, str]]:
    """The figures that matter, each with what it tells."""
    say, by = language.say, YARDSTICKS[main_rule(progress.plan)]
    states = ([r.said.state for r in rows], [r.shown.state for r in rows])
    counted = [
        say("%(done)s of %(of)s", done=reached_count(each, by.goal), of=len(each))
        for each in states
    ]
    means = [
        language.percent(tally.scores[by.mean].value or 0)
        for tally in (progress.said, progress.shown)
    ]
    return [
        (counted[0], say(by.counted[0])),
        (counted[1], say(by.counted[1])),
        (means[0], say(by.mean_words)),
        (means[1], say("the same, as shown")),
        (str(len(progress.overdue)), say("open and past the due date")),
        (str(len(progress.held_up)), say("open and reported as stalled")),
        (str(len(progress.silent)), say("open, and silent for over 270 days")),
        (str(len(progress.disagreeing)), say("said to stand elsewhere than shown")),
    ]


def _changes(scope: Scope, plan: Plan, rows: Sequence[ProgramRow]) -> list[str]:
    """Each program that stands elsewhere than at the start of the period, in words."""
    language = scope.language
    earlier = program_rows(scope.held, scope.earlier, plan.code)
    before = {row.program.code: row for row in earlier}
    found = []
    for row in rows:
        old = before[row.program.code]
        for reading, was, now in (
            (language.say("said"), old.said.state, row.said.state),
            (language.say("shown"), old.shown.state, row.shown.state),
        ):
            words = _moved(was, now, language)
            if words:
                title = language.title(row.program.title)
                found.append(f"{row.program.code} {title}, {reading}: {words}")
    return found or [language.say("No program changed its stage or left the plan.")]


def _moved(was: State, now: State, language: Language) -> str:
    if (was.stage, was.closure) == (now.stage, now.closure):
        return ""
    before, after = (standing_label(state, language).lower() for state in (was, now))
    return f"{before} → {after}"


def _rows(rows: Sequence[ProgramRow], words: LastWords) -> list[ReportRow]:
    found = []
    for row in rows:
        report, source = words.get(row.program.code, (None, None))
        found.append(
            ReportRow(
                program=row.program,
                said=row.said,
                shown=row.shown,
                last_word=report.note if report else "",
                last_source=where_read(source),
            )
        )
    return found
