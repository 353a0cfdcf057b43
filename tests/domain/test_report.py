"""How a report is weighed: its day, when it was public, its evidence grade."""

import pytest

from tests.factories import a_report, a_source, day, partial
from tracker.domain.report import day_of, evidence_grade, known_on_of, weigh
from tracker.domain.vocabulary import EvidenceGrade, ReportKind


def sources_of(text):
    """Sources written as "grade publisher": one letter each, as in "C x, F y"."""
    parts = [part.split() for part in text.split(",") if part.strip()]
    return [
        a_source(f"s{number}", grade=grade, publisher=publisher)
        for number, (grade, publisher) in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("kind", "sources", "grade"),
    [
        # E0: all its sources are reposts, whatever the kind and however many.
        ("official_claim", "F x", "E0"),
        ("official_claim", "F x, F y", "E0"),
        ("legal_act", "F x, F y", "E0"),
        ("independent_assessment", "F x", "E0"),
        ("official_claim", "", "E0"),
        # E4: an independent assessment, by however weak a page that is no repost.
        ("independent_assessment", "D x", "E4"),
        ("independent_assessment", "E x, F y", "E4"),
        # E3: a legal act with A or B, or with two publishers.
        ("legal_act", "A x", "E3"),
        ("legal_act", "B x", "E3"),
        ("legal_act", "C x, D y", "E3"),
        # E2: any other legal act. The repost adds no publisher.
        ("legal_act", "C x", "E2"),
        ("legal_act", "C x, D x", "E2"),
        ("legal_act", "C x, F y", "E2"),
        # E2: an official claim with A or B, or with two publishers.
        ("official_claim", "A x", "E2"),
        ("official_claim", "B x, F y", "E2"),
        ("official_claim", "C x, D y", "E2"),
        # E1: any other official claim.
        ("official_claim", "C x", "E1"),
        ("official_claim", "D x, D x", "E1"),
        ("official_claim", "D x, F y", "E1"),
    ],
    ids=lambda value: value.replace(", ", "+") or "no source",
)
def test_the_evidence_grade_is_the_first_that_fits(kind, sources, grade):
    found = evidence_grade(ReportKind(kind), sources_of(sources))

    assert found is EvidenceGrade(grade)


def test_one_publisher_written_in_two_ways_is_one_publisher():
    same = [
        a_source("s1", publisher="Test Daily"),
        a_source("s2", publisher=" TEST daily "),
    ]

    assert evidence_grade(ReportKind.OFFICIAL_CLAIM, same) is EvidenceGrade.E1


def test_sources_without_a_publisher_count_by_their_own_id():
    unnamed = [a_source("s1", publisher=""), a_source("s2", publisher="")]

    assert evidence_grade(ReportKind.OFFICIAL_CLAIM, unnamed) is EvidenceGrade.E2


@pytest.mark.parametrize(
    ("dated", "given", "published", "known_on"),
    [
        ("2022", "2022-03-01", ["2022-06-15"], "2022-03-01"),
        ("2022", None, ["2022-09-01", "2022-06-15"], "2022-06-15"),
        ("2022", None, ["2022-06"], "2022-06-30"),
        ("2022", None, [None, "2023-02-01"], "2023-02-01"),
        ("2022", None, [None], "2022-12-31"),
        ("2022-05-01", None, [], "2022-05-01"),
        ("2022", None, ["2022", "2022-06-15"], "2022-06-15"),
    ],
    ids=[
        "given",
        "earliest source",
        "source of a month",
        "undated source passed over",
        "no dated source",
        "no source",
        "a source that names the day before one of the year",
    ],
)
def test_the_public_could_know_by(dated, given, published, known_on):
    sources = [
        a_source(f"s{number}", dated=text) for number, text in enumerate(published)
    ]

    found = known_on_of(partial(dated), day(given) if given else None, sources)

    assert found == day(known_on)


@pytest.mark.parametrize(
    ("dated", "known_on", "counts_from"),
    [
        ("2022", "2022-06-15", "2022-06-15"),
        ("2022", "2023-01-10", "2022-12-31"),
        ("2022", "2021-12-20", "2022-12-31"),
        ("2022-06", "2022-06-30", "2022-06-30"),
        ("2022-06-01", "2022-06-15", "2022-06-01"),
    ],
    ids=[
        "told inside the year",
        "told after it",
        "told before it",
        "told on its last day",
        "a whole date stays",
    ],
)
def test_a_report_counts_from(dated, known_on, counts_from):
    assert day_of(partial(dated), day(known_on)) == day(counts_from)


def test_2022_told_on_15_june_2022_counts_from_15_june():
    sources = {"s1": a_source("s1", dated="2022-06-15", grade="B")}

    found = weigh(a_report(dated="2022", sources=("s1", "unknown")), sources)

    assert found.day == found.known_on == day("2022-06-15")
    assert found.grade is EvidenceGrade.E2


def test_reports_stand_in_the_order_of_day_grade_and_key():
    low, high = a_source("low"), a_source("high", grade="A")
    sources = {"low": low, "high": high}
    reports = [
        a_report("R10000", dated="2022-05-01", sources=("low",)),
        a_report("R0009", dated="2022-05-02", sources=("low",)),
        a_report("R0002", dated="2022-05-01", sources=("high",)),
        a_report("R9999", dated="2022-05-01", sources=("low",)),
    ]

    ordered = sorted((weigh(r, sources) for r in reports), key=lambda w: w.order)

    assert [w.report.key for w in ordered] == ["R9999", "R10000", "R0002", "R0009"]
