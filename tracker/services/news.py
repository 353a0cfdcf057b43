"""What was reported on some programs since a date, with the stage before and after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.history import course_of
from tracker.domain.program import Program
from tracker.domain.report import Weighed
from tracker.domain.source import Source
from tracker.domain.state import UNKNOWN, State
from tracker.domain.views import View
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One report: how its program stood before that day and at its end."""

    program: Program
    weighed: Weighed
    before: State
    after: State
    source: Source | None = None


def reported_since(
    programs: Mapping[str, Program], view: View, since: date
) -> tuple[Reported, ...]:
    """The reports of *view* on *programs* of a day after *since*, the newest first.

    Reads every report on the programs, and the sources; a fixed number of statements.
    """
    reports = queries.reports_of(list(programs), with_retired=view.revision is not None)
    found = [
        reported
        for code, own in reports.items()
        for reported in _of_program(programs[code], own, view)
        if reported.weighed.day > since
    ]
    found.sort(key=lambda r: (r.weighed.order, r.program.code), reverse=True)
    return _with_sources(found)


def _of_program(
    program: Program, reports: Sequence[Weighed], view: View
) -> Iterator[Reported]:
    turns = course_of(reports, view)
    for weighed in reports:
        if view.counts(weighed):
            before = [turn.state for turn in turns if turn.day < weighed.day]
            after = [turn.state for turn in turns if turn.day <= weighed.day]
            yield Reported(
                program=program,
                weighed=weighed,
                before=before[-1] if before else UNKNOWN,
                after=after[-1],
            )


def _with_sources(found: Sequence[Reported]) -> tuple[Reported, ...]:
    first = {r.weighed.report.key: r.weighed.report.sources[:1] for r in found}
    wanted = sorted({key for keys in first.values() for key in keys})
    sources = {source.id: source for source in queries.sources(wanted)}
    return tuple(
        replace(r, source=sources.get("".join(first[r.weighed.report.key])))
        for r in found
    )
