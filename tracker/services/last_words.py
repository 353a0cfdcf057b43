"""The last word on each program, and where it is read."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tracker.domain.report import Report
from tracker.domain.source import Source
from tracker.services.positions import ProgramRow
from tracker.storage import queries

LastWords: TypeAlias = Mapping[str, tuple[Report, Source | None]]


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


def where_read(source: Source | None) -> str:
    """The address of a source, or its title where it has none."""
    return source.url or source.title if source else ""
