"""The Excel progress report: plans in a view, with the last word on every program."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tracker.domain.program import Plan
from tracker.reporting.frame import Frame, footer
from tracker.reporting.stages import describe_stages
from tracker.services.bottlenecks import bottlenecks
from tracker.services.chart_values import stages_of
from tracker.services.last_words import LastWords, last_words, where_read
from tracker.services.news import Reported, reported_since
from tracker.services.positions import ProgramRow, program_rows
from tracker.services.report_scope import Scope
from tracker.services.reported_analyses import analyses_of
from tracker.storage.transactions import end_reading

if TYPE_CHECKING:
    from tracker.workbook.progress_report import News, ReportedProgram


def progress_workbook(scope: Scope) -> bytes:
    """The progress report of *scope* as a workbook; the same record, the same bytes."""
    from tracker.workbook.progress_report import (
        ProgressReport,
        ReportedPlan,
        progress_report_bytes,
    )

    held, plans, view, language = scope.held, scope.plans, scope.view, scope.language
    rows = {plan.code: _in_order(scope, plan) for plan in plans}
    words, more = _read(scope, [r for own in rows.values() for r in own])
    end_reading()
    report = ProgressReport(
        **more,
        title=language.say("Progress report"),
        footer=footer(Frame(view=view, revision=held.revision, language=language)),
        view=view,
        revision=held.revision,
        plans=tuple(
            ReportedPlan(plan, tuple(_reported(row, words) for row in rows[plan.code]))
            for plan in plans
        ),
        titles=language.titles or language.code,
        findings=tuple(
            f"{plan.code}: "
            + describe_stages(stages_of(held, plan, rows[plan.code]), language).title
            for plan in plans
        ),
    )
    return progress_report_bytes(report)


def _read(scope: Scope, rows: Sequence[ProgramRow]) -> tuple[LastWords, dict[str, Any]]:
    """The last words, what holds the plans up, and what the period brought."""
    words = last_words(rows)
    found = bottlenecks(scope.view, scope.plan_code)
    programs = {row.program.code: row.program for row in rows}
    news = reported_since(programs, scope.view, scope.since)
    more = {
        "sectors": found.sectors,
        "held": found.programs,
        "since": scope.since,
        "news": tuple(map(_told, news)),
        "analyses": analyses_of(scope),
    }
    return words, more


def _told(reported: Reported) -> "News":
    from tracker.workbook.progress_report import News

    return News(
        program=reported.program,
        weighed=reported.weighed,
        before=reported.before,
        after=reported.after,
        source=where_read(reported.source),
    )


def _in_order(scope: Scope, plan: Plan) -> list[ProgramRow]:
    rows = program_rows(scope.held, scope.view, plan.code)
    return sorted(rows, key=lambda row: (row.sector.order, row.program.code))


def _reported(row: ProgramRow, words: LastWords) -> "ReportedProgram":
    from tracker.workbook.progress_report import ReportedProgram

    report, source = words.get(row.program.code, (None, None))
    return ReportedProgram(
        program=row.program,
        sector=row.sector,
        said=row.said,
        shown=row.shown,
        last_word=report.note if report else "",
        last_source=where_read(source),
    )
