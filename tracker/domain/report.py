"""A report: one dated statement about one program, and how well it is attested."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.dates import PartialDate
from tracker.domain.source import Source
from tracker.domain.vocabulary import (
    Closure,
    Condition,
    EvidenceGrade,
    ReportKind,
    Side,
    SourceGrade,
    Stage,
)

STRONG = frozenset({SourceGrade.A, SourceGrade.B})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was said of one program on one date; added and retired, never edited.

    ``key`` is empty until the record gives one; ``known_on`` is None when it follows
    from the sources; ``added_in`` and ``retired_in`` are revision numbers.
    """

    key: str = ""
    program: str
    dated: PartialDate
    known_on: date | None = None
    stage: Stage
    condition: Condition = Condition.NORMAL
    closure: Closure | None = None
    reverses: bool = False
    side: Side = Side.JOINT
    percent: Decimal | None = None
    kind: ReportKind
    note: str = ""
    sources: tuple[str, ...] = ()
    corrects: str = ""
    added_in: int = 0
    retired_in: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Weighed:
    """A report weighed by its sources: its day, when it was public, its grade."""

    report: Report
    day: date
    known_on: date
    grade: EvidenceGrade

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Sorts reports by day, grade and key, as the state of a program wants them."""
        key = self.report.key
        return (self.day, self.grade.value, len(key), key)


def known_on_of(
    dated: PartialDate, known_on: date | None, sources: Collection[Source]
) -> date:
    """When the public could know a fact: given, else by its sources, else its last day.

    Of several sources the earliest counts; one dated by month or year was surely
    public on the last day of it.
    """
    if known_on is not None:
        return known_on
    published = [source.dated.last for source in sources if source.dated]
    return min(published, default=dated.last)


def day_of(dated: PartialDate, known_on: date) -> date:
    """The day a fact counts from: its last, or the day inside it when it was known."""
    return known_on if known_on in dated else dated.last


def evidence_grade(kind: ReportKind, sources: Collection[Source]) -> EvidenceGrade:
    """How well a report of *kind* is attested by *sources* (design, section 3).

    The first that fits: E0 only reposts (or nothing at all), E4 an independent
    assessment, E3 a legal act and E2 an official claim with a source graded A or B or
    with two publishers; E2 any other act, E1 any other claim. A repost (F) adds no
    publisher.
    """
    first_hand = [s for s in sources if s.grade is not SourceGrade.F]
    if not first_hand:
        return EvidenceGrade.E0
    if kind is ReportKind.INDEPENDENT_ASSESSMENT:
        return EvidenceGrade.E4
    publishers = {s.publisher.strip().casefold() or s.id for s in first_hand}
    is_well_attested = len(publishers) >= 2 or any(s.grade in STRONG for s in sources)
    if kind is ReportKind.LEGAL_ACT:
        return EvidenceGrade.E3 if is_well_attested else EvidenceGrade.E2
    return EvidenceGrade.E2 if is_well_attested else EvidenceGrade.E1


def weigh(report: Report, sources: Mapping[str, Source]) -> Weighed:
    """Weigh *report* by those of *sources* that it cites."""
    cited = [sources[key] for key in report.sources if key in sources]
    known_on = known_on_of(report.dated, report.known_on, cited)
    return Weighed(
        report=report,
        day=day_of(report.dated, known_on),
        known_on=known_on,
        grade=evidence_grade(report.kind, cited),
    )
