"""How near a figure is meant to be: the real qualifiers of the record, one by one."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.factories import a_claim
from tests.record.facts import facts_from_csv
from tracker.domain.hedges import Hedge, Span, claimed_span, hedge_of

# Every qualifier that stands beside a figure in the record.
REAL = {
    Hedge.ABOUT: ["about", "around", "some", "about two thirds"],
    Hedge.ALMOST: ["almost", "close to", "practically", "almost 40 stated"],
    Hedge.MORE_THAN: [
        "more than",
        "over",
        "more than half",
        "more than half to be finalised",
    ],
    Hedge.LESS_THAN: ["up to"],
    Hedge.AT_LEAST: ["at least"],
    Hedge.EXACT: [
        "",
        "of 28",
        "of 30",
        "of 31",
        "fully",
        "all",
        "all but one",
        "all measures",
        "behind schedule",
        "considers",
        "end of 2019",
        "from 30",
        "headline",
        "implemented in 2023",
        "in a high state of readiness",
        "in his view",
        "most to the first year",
        "next",
        "one fifth",
        "one sixth",
        "only",
        "ready to be submitted for signing",
        "reported",
        "three quarters",
        "were",
        "would have",
    ],
}


def a_figure(low, high=None, qualifier=""):
    def number(value):
        return None if value is None else Decimal(value)

    return a_claim(
        low=number(low), high=number(high), qualifier=qualifier, unit="programs"
    )


@pytest.mark.parametrize(
    ("qualifier", "hedge"),
    [(text, hedge) for hedge, texts in REAL.items() for text in texts],
)
def test_a_qualifier_is_known_by_how_it_begins(qualifier, hedge):
    assert hedge_of(a_figure("50", "50", qualifier)) is hedge


def test_every_qualifier_beside_a_figure_of_the_real_record_is_judged_above():
    judged = {text for texts in REAL.values() for text in texts}
    real = {
        claim.qualifier
        for claim in facts_from_csv().claims
        if claim.low is not None or claim.high is not None
    }

    assert real - judged == set()


@pytest.mark.parametrize(
    ("qualifier", "hedge"),
    [
        ("Nearly", Hedge.ALMOST),
        ("Fewer than", Hedge.LESS_THAN),
        ("no more than", Hedge.AT_MOST),
        ("overall", Hedge.EXACT),
        ("someone said", Hedge.EXACT),
        ("most", Hedge.EXACT),
    ],
)
def test_words_of_a_claim_just_heard(qualifier, hedge):
    assert hedge_of(a_figure("50", "50", qualifier)) is hedge


def test_a_figure_open_to_one_side_says_more_or_less_than():
    assert hedge_of(a_figure("50")) is Hedge.MORE_THAN
    assert hedge_of(a_figure(None, "50")) is Hedge.LESS_THAN


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "whole", "span"),
    [
        ("74", "74", "", 100, (74, 74)),
        ("70", "80", "", 100, (70, 80)),
        ("70", "70", "about", 100, (65, 75)),
        ("80", "80", "almost", 100, (75, 80)),
        ("90", None, "more than", 100, (90, 100)),
        ("46", None, "more than", 100, (46, 56)),
        ("98", "98", "about", 100, (93, 100)),
        ("2", "2", "about", 100, (0, 7)),
        ("37", "40", "almost 40 stated", 100, (35, 40)),
        (None, "50", "less than", 100, (40, 50)),
        ("1", None, "at least", 28, (1, 28)),
        ("9", "9", "at most", 28, (0, 9)),
        ("27", "27", "at most", 28, (0, 27)),
        # Five points of 28 programs are 1.4 programs.
        ("10", "10", "about", 28, (Fraction(43, 5), Fraction(57, 5))),
        ("6", "7", "about", 20, (5, 8)),
        # What is said is never cut down to what can be.
        ("29", "29", "", 28, (29, 29)),
    ],
    ids=[
        "as it stands",
        "a range",
        "about: five points either way",
        "almost: five points below",
        "more than: ten points above, to the whole at most",
        "more than",
        "about, near the top",
        "about, near the bottom",
        "almost, where two figures are given",
        "less than: ten points below",
        "at least: open above",
        "at most: open below",
        "at most, near the top",
        "points of 28 programs",
        "about a range of programs",
        "more than there are",
    ],
)
def test_a_hedge_widens_a_figure(low, high, qualifier, whole, span):
    assert claimed_span(a_figure(low, high, qualifier), whole) == Span(*span)


def test_a_claim_without_a_figure_covers_nothing():
    assert claimed_span(a_claim(qualifier="almost completed"), 100) is None


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [((1, 2), (2, 3), True), ((1, 2), (3, 4), False), ((1, 9), (3, 4), True)],
)
def test_spans_meet_where_they_share_a_figure(one, other, meet):
    assert Span(*one).meets(Span(*other)) is meet
    assert Span(*other).meets(Span(*one)) is meet
