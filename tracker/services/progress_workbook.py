"""The Excel progress report: plans in a view, with the last word on every program."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.domain.program import Plan
from tracker.domain.report import Report
from tracker.domain.source import Source
from tracker.domain.views import View
from tracker.reporting.frame import Frame, footer
from tracker.reporting.language import Language
from tracker.reporting.stages import describe_stages
from tracker.services.bottlenecks import bottlenecks
from tracker.services.catalogue import Catalogue
from tracker.services.chart_values import stages_of
from tracker.services.news import Reported, reported_since
from tracker.services.positions import ProgramRow, program_rows
from tracker.storage import queries
from tracker.storage.transactions import end_reading

if TYPE_CHECKING:
    from tracker.workbook.progress_report import News, ReportedProgram

NEWS = timedelta(days=90)  # before the day of the view; what a quarter brought
LastWords: TypeAlias = Mapping[str, tuple[Report, Source | None]]


def progress_workbook(
    held: Catalogue, plans: Sequence[Plan], view: View, language: Language
) -> bytes:
    """The progress report on *plans* as a workbook; the same record, the same bytes."""
    from tracker.workbook.progress_report import (
        ProgressReport,
        ReportedPlan,
        progress_report_bytes,
    )

    rows = {plan.code: _in_order(held, plan, view) for plan in plans}
    words, more = _read(plans, [r for own in rows.values() for r in own], view)
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


def _read(
    plans: Sequence[Plan], rows: Sequence[ProgramRow], view: View
) -> tuple[LastWords, dict[str, Any]]:
    """The last words, what holds the plans up, and what the last quarter brought."""
    words = last_words(rows)
    found = bottlenecks(view, plans[0].code if len(plans) == 1 else None)
    since = view.as_of - NEWS
    news = reported_since({r.program.code: r.program for r in rows}, view, since)
    more = {
        "sectors": found.sectors,
        "held": found.programs,
        "since": since,
        "news": tuple(map(_told, news)),
    }
    return words, more


def _told(reported: Reported) -> "News":
    from tracker.workbook.progress_report import News

    return News(
        program=reported.program,
        weighed=reported.weighed,
        before=reported.before,
        after=reported.after,
        source=_where(reported.source),
    )


def _where(source: Source | None) -> str:
    return source.url or source.title if source else ""


def _in_order(held: Catalogue, plan: Plan, view: View) -> list[ProgramRow]:
    rows = program_rows(held, view, plan.code)
    return sorted(rows, key=lambda row: (row.sector.sort, row.program.code))


def last_words(rows: Sequence[ProgramRow]) -> LastWords:
    """The last report on each program, by program, with a source; four statements."""
    wanted = {row.said.state.last_report for row in rows}
    found = queries.reports_of([row.program.code for row in rows], with_retired=True)
    reports = [
        w.report for own in found.values() for w in own if w.report.key in wanted
    ]
    sources = {s.id: s for s in queries.sources(_first_sources(reports))}
    return {
        report.program: (report, sources.get(next(iter(report.sources), "")))
        for report in reports
    }


def _first_sources(reports: Sequence[Report]) -> list[str]:
    return sorted({report.sources[0] for report in reports if report.sources})


def _reported(row: ProgramRow, words: LastWords) -> "ReportedProgram":
    from tracker.workbook.progress_report import ReportedProgram

    report, source = words.get(row.program.code, (None, None))
    return ReportedProgram(
        program=row.program,
        sector=row.sector,
        said=row.said,
        shown=row.shown,
        last_word=report.note if report else "",
        last_source=_where(source),
    )
