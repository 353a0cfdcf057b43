"""Sources by form: what rests on one, and how editing it weighs reports anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.record import Kind
from tracker.domain.report import Weighed, weigh
from tracker.domain.source import Source
from tracker.services.entries import Settled
from tracker.storage import queries
from tracker.storage.queries import Citation


@dataclass(frozen=True, slots=True)
class Reweighed:
    """A report that counts otherwise once its source is described otherwise."""

    before: Weighed
    after: Weighed


@dataclass(frozen=True, slots=True)
class SourcePreview:
    """How many facts rest on a source, and the reports that an edit weighs anew."""

    citation_count: int
    reweighed: tuple[Reweighed, ...]


def preview_source(
    before: Source | None, settled: Settled | None, _today: date
) -> SourcePreview:
    """What it changes to put a settled source in place of *before*.

    Nothing rests yet on a new one.
    """
    if before is None:
        return SourcePreview(0, ())
    citations = queries.citations_of(before.id)
    if settled is None:
        return SourcePreview(len(citations), ())
    after = settled.fact
    assert isinstance(after, Source)
    return SourcePreview(len(citations), tuple(_reweighed(after, citations)))


def _reweighed(after: Source, citations: Sequence[Citation]) -> Iterator[Reweighed]:
    """The standing reports among *citations* that count otherwise by *after*."""
    cited = {key: program for kind, key, program in citations if kind is Kind.REPORT}
    held = queries.reports_of(sorted(set(cited.values())))
    reports = [w for rows in held.values() for w in rows if w.report.key in cited]
    known = {source.id: source for source in queries.sources()} | {after.id: after}
    for weighed in reports:
        anew = weigh(weighed.report, known)
        if anew != weighed:
            yield Reweighed(weighed, anew)
