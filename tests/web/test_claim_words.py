"""Claims in words and on a line, from checks made by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.factories import a_claim
from tracker.domain.claim_checks import ClaimCheck, RecordSpan, Verdict
from tracker.domain.claim_context import Arithmetic
from tracker.domain.hedges import Hedge, Span
from tracker.domain.vocabulary import Unit
from tracker.web.claim_words import (
    counted_words,
    counts_of,
    figure_words,
    hedge_words,
    line_of,
    span_words,
    sum_words,
    verdict_words,
)

FIXED = "\u00a0"


@pytest.fixture(autouse=True)
def _request(app):
    """An address of the English pages."""
    with app.test_request_context("/"):
        yield


def a_check(record=None, claimed=(75, 80), **claim):
    """A claim of "almost 80 %" beside 2 of 10 shown, 5 said, 8 with the silent ones."""
    claim = {
        "metric": "share_completed",
        "unit": "percent_of_programs",
        "low": Decimal(80),
        "high": Decimal(80),
        "qualifier": "almost",
    } | claim
    codes = tuple(f"TEST2021-{number:02d}" for number in range(1, 11))
    return ClaimCheck(
        claim=a_claim(**claim),
        day=None,
        verdict=Verdict.WITHIN,
        hedge=Hedge.ALMOST,
        claimed=Span(Fraction(claimed[0]), Fraction(claimed[1])),
        record=record
        or RecordSpan(
            span=Span(Fraction(20), Fraction(80)),
            of=10,
            shown=codes[:2],
            said=codes[:5],
            may=codes[5:8],
        ),
        by_rule={},
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"low": "80", "high": "80", "qualifier": "almost"}, "almost 80 % of programs"),
        ({"low": "75", "high": "80.5"}, "75–80.5 % of programs"),
        ({"low": "50"}, "50 % of programs or more"),
        ({"low": "50", "qualifier": "more than"}, "more than 50 % of programs"),
        ({"high": "50"}, "at most 50 % of programs"),
        ({"low": "22", "high": "22", "qualifier": "all"}, "all 22 % of programs"),
        (
            {"low": "22", "high": "22", "qualifier": "in his view"},
            "22 % of programs (in his view)",
        ),
        ({}, ""),
    ],
    ids=[
        "hedged",
        "a range",
        "from below",
        "hedged from below",
        "from above",
        "a word before",
        "a remark",
        "none",
    ],
)
def test_a_figure_keeps_its_hedge_and_unit(given, words):
    figures = {n: Decimal(v) for n, v in given.items() if n != "qualifier"}
    claim = a_claim(
        unit="percent_of_programs",
        qualifier=given.get("qualifier", ""),
        **figures,
    )

    assert figure_words(claim).replace(FIXED, " ") == words


def test_one_is_one():
    claim = a_claim(unit="programs", low=Decimal(1), high=Decimal(1))

    assert figure_words(claim).replace(FIXED, " ") == "1 program"


def test_a_share_is_told_in_percent_and_a_count_in_programs():
    share, count = a_check(), a_check(unit="programs", metric="count_completed")

    assert span_words(share.record.span, share) == f"20–80{FIXED}%"
    assert span_words(count.record.span, count) == "20–80"
    assert counted_words(5, share) == f"5 of 10 (50{FIXED}%)"
    assert counted_words(5, count) == "5 of 10"


@pytest.mark.parametrize(
    ("hedge", "words"),
    [
        (Hedge.EXACT, "as it stands"),
        (Hedge.ABOUT, "“about” may be 5 points more or less"),
        (Hedge.ALMOST, "“almost” may be up to 5 points less"),
        (Hedge.MORE_THAN, "“more than” may be up to 10 points more"),
        (Hedge.AT_LEAST, "“at least” leaves one side open"),
    ],
)
def test_a_hedge_says_how_far_it_bends_the_figure(hedge, words):
    check = a_check()
    object.__setattr__(check, "hedge", hedge)

    assert hedge_words(check) == words


def test_the_line_sets_the_claim_above_the_record():
    line = line_of(a_check())

    assert (line.claimed.start, line.claimed.end, line.stated) == (75, 80, (80,))
    assert (line.shown, line.said) == (20, 50)
    assert [(part.code, part.start, part.end) for part in line.record] == [
        ("said", 20, 50),
        ("may", 50, 80),
    ]
    assert line.end == f"100{FIXED}%"


def test_what_is_open_is_the_rest():
    codes = tuple(f"TEST2021-{number:02d}" for number in range(1, 11))
    record = RecordSpan(
        span=Span(Fraction(2), Fraction(8)),
        of=10,
        shown=codes[:2],
        said=codes[:5],
        may=codes[5:8],
        is_rest=True,
    )
    check = a_check(record, (4, 4), metric="count_open", unit="programs")

    assert counts_of(record) == (8, 5, 2)
    line = line_of(check)
    assert (line.shown, line.said, line.end) == (80, 50, "10")
    assert [(part.start, part.end) for part in line.record] == [(50, 80), (20, 50)]


def test_without_a_record_there_is_no_line():
    check = a_check()
    object.__setattr__(check, "record", None)

    assert line_of(check) is None


def test_a_heading_begins_with_a_capital():
    words = verdict_words(a_check()).replace(FIXED, " ")

    assert words == "“Almost 80 % of programs” lies within the record"


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (None, "115 of 310 measures are 37.1 %."),
        (Span(Fraction(40), Fraction(40)), "115 of 310 measures are 37.1 %, not 40 %."),
        (
            Span(Fraction(37), Fraction(37)),
            "115 of 310 measures are 37.1 %, as stated.",
        ),
    ],
)
def test_a_speakers_sum_is_done_again(stated, words):
    found = Arithmetic(
        done=Fraction(115),
        of=Fraction(310),
        unit=Unit.MEASURES,
        done_claim=a_claim(),
        of_claim=None,
        stated=stated,
    )

    assert sum_words(found).replace(FIXED, " ") == words
