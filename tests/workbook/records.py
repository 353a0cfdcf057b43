"""Any record at all, made by hypothesis: odd texts, partial dates, empty fields."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.workbook.books import a_dependency, a_lineage
from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.dates import PartialDate
from tracker.domain.deadlines import Deadline
from tracker.domain.events import Event
from tracker.domain.program import Plan, Program, Sector, Title
from tracker.domain.record import Kind, Record, numbered_key
from tracker.domain.report import Report
from tracker.domain.source import Source
from tracker.domain.vocabulary import (
    ActKind,
    Bound,
    Closure,
    Condition,
    EventKind,
    Metric,
    NumberBasis,
    ReportKind,
    Side,
    SourceGrade,
    SourceType,
    Stage,
    TitleBasis,
    Trend,
    Unit,
)

# Every letter but those that no rule of the record lets in.
LETTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Co", "Cn"),
    exclude_characters="\u200b\u200e\u200f\u2060\ufeff"
    + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])),
)
TEXTS = st.text(LETTERS | st.just("\n"), max_size=60).map(
    lambda text: text.replace("\r", "").strip()
)
FILLED = TEXTS.filter(bool)
DAYS = st.dates(date(2018, 1, 1), date(2025, 12, 31))
PARTIAL = st.builds(
    lambda day, length: PartialDate.parse(day.isoformat()[:length]),
    DAYS,
    st.sampled_from([4, 7, 10]),
)
NUMBERS = st.decimals(0, 100, places=2).map(lambda number: Decimal(number).normalize())
CITED = st.sampled_from([("s-1",), ("s-2", "s-1"), ("s-3",)])
PROGRAMS = ("TEST2021-01", "TEST2021-02", "TEST2021-03")
CODES = st.sampled_from(PROGRAMS)
TITLES = st.builds(Title, FILLED, TEXTS, TEXTS)
VERSIONS = st.integers(1, 50)


def keyed(kind: Kind, facts: list[Any]) -> tuple[Any, ...]:
    """Facts under the keys that the record would give them."""
    return tuple(
        replace(fact, key=numbered_key(kind, number))
        for number, fact in enumerate(facts, start=1)
    )


def optional(strategy: Any) -> Any:
    return st.none() | strategy


REPORTS = st.builds(
    Report,
    program=CODES,
    dated=PARTIAL,
    known_on=optional(DAYS),
    stage=st.sampled_from(Stage),
    condition=st.sampled_from(Condition),
    closure=optional(st.sampled_from(Closure)),
    reverses=st.booleans(),
    side=st.sampled_from(Side),
    percent=optional(NUMBERS),
    kind=st.sampled_from(ReportKind),
    note=TEXTS,
    sources=CITED,
)
DEADLINES = st.builds(
    Deadline,
    program=CODES,
    milestone=FILLED,
    stated_on=PARTIAL,
    due=PARTIAL,
    bound=st.sampled_from(Bound),
    met_on=optional(PARTIAL),
    known_on=optional(DAYS),
    note=TEXTS,
    sources=CITED,
)
CLAIMS = st.builds(
    Claim,
    dated=PARTIAL,
    claimant=FILLED,
    role=TEXTS,
    plan=st.just("TEST2021"),
    metric=st.sampled_from(Metric),
    low=optional(NUMBERS),
    unit=st.sampled_from(Unit),
    qualifier=TEXTS,
    known_on=optional(DAYS),
    note=TEXTS,
    sources=CITED,
)
ACTS = st.builds(
    Act,
    signed_on=optional(PARTIAL),
    in_force_on=optional(PARTIAL),
    title_en=FILLED,
    title_ru=TEXTS,
    kind=st.sampled_from(ActKind),
    programs=st.sampled_from([(), ("TEST2021-01",), PROGRAMS]),
    plan=st.sampled_from(["", "TEST2021"]),
    note=TEXTS,
    sources=CITED,
    version=VERSIONS,
)
EVENTS = st.builds(
    Event,
    dated=PARTIAL,
    kind=st.just(EventKind.TREND),
    region=TEXTS,
    title=FILLED,
    amount=optional(st.decimals(1, 10**12, places=2)),
    currency=st.just("USD"),
    trend=st.sampled_from(Trend),
    programs=st.sampled_from([(), ("TEST2021-02",)]),
    sources=CITED,
    version=VERSIONS,
)


def a_program_of_any_text(code: str) -> Any:
    return st.builds(
        Program,
        code=st.just(code),
        plan=st.just("TEST2021"),
        number=st.just(int(code[-2:])),
        number_basis=st.sampled_from(NumberBasis),
        title=TITLES,
        title_translated=st.sampled_from([(), ("ru",), ("ru", "be")]),
        title_basis=st.sampled_from(TitleBasis),
        sector=st.just("sector"),
        responsible_by=TEXTS,
        starts_on=optional(PARTIAL),
        due_on=optional(PARTIAL),
        measures_total=optional(st.integers(0, 2_000)),
        summary=TEXTS,
        sources=CITED,
        version=VERSIONS,
    )


def a_source_of_any_text(name: str) -> Any:
    return st.builds(
        Source,
        id=st.just(name),
        url=st.just("https://example.org/?q=1&r=%20"),
        publisher=TEXTS,
        title=FILLED,
        dated=optional(PARTIAL),
        language=st.sampled_from(["", "ru"]),
        type=st.sampled_from(SourceType),
        grade=st.sampled_from(SourceGrade),
        note=TEXTS,
        version=VERSIONS,
    )


def listed(strategy: Any, kind: Kind) -> Any:
    unique = st.lists(strategy, max_size=4)
    return unique.map(lambda facts: keyed(kind, facts))


RECORDS = st.builds(
    Record,
    sources=st.tuples(*map(a_source_of_any_text, ("s-1", "s-2", "s-3"))),
    plans=st.tuples(
        st.builds(
            Plan,
            code=st.just("TEST2021"),
            title=TITLES,
            starts_on=optional(PARTIAL),
            item_count=optional(st.integers(0, 99)),
            item_noun=TEXTS,
            summary=TEXTS,
            sources=CITED,
            version=VERSIONS,
        )
    ),
    sectors=st.tuples(
        st.builds(Sector, code=st.just("sector"), title=TITLES, sort=st.integers(0, 99))
    ),
    programs=st.tuples(*map(a_program_of_any_text, PROGRAMS)),
    reports=listed(REPORTS, Kind.REPORT),
    deadlines=listed(DEADLINES, Kind.DEADLINE),
    claims=listed(CLAIMS, Kind.CLAIM),
    acts=listed(ACTS, Kind.ACT),
    lineage=st.just((a_lineage(),)),
    dependencies=st.just((a_dependency(),)),
    events=listed(EVENTS, Kind.EVENT),
    revision=st.just(7),
)
