"""Claims set beside a small record made by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.factories import a_claim, a_plan, a_program
from tracker.domain.claim_checks import Caveat, Item, Reason, Verdict, check_claim
from tracker.domain.claim_context import place_claim
from tracker.domain.hedges import Span
from tracker.domain.state import UNKNOWN, State
from tracker.domain.vocabulary import Closure, Stage, TitleBasis

PLAN = a_plan(item_count=10, adopted_on="2021-11-04")


def a_state(stage, *, closure=None, silent_days=0):
    return State(
        stage=Stage(stage),
        closure=Closure(closure) if closure else None,
        silent_days=silent_days,
    )


def an_item(number, said, shown=UNKNOWN, basis=TitleBasis.PRESS):
    return Item(a_program(f"TEST2021-{number:02d}", title_basis=basis), said, shown)


# Of ten programs: two completed as said, one of them as shown; one completed and
# carried over; three silent in progress; one unknown; the others are in progress.
TEN = [
    an_item(1, a_state("completed"), a_state("completed")),
    an_item(2, a_state("completed"), a_state("approved")),
    an_item(3, a_state("completed", closure="carried_over")),
    *[an_item(n, a_state("in_progress", silent_days=271)) for n in (4, 5, 6)],
    an_item(7, UNKNOWN),
    *[an_item(n, a_state("in_progress", silent_days=270)) for n in (8, 9)],
    an_item(10, a_state("negotiating")),
]


def check(low, high=None, *, plan=PLAN, items=TEN, **more):
    more.setdefault("metric", "share_completed")
    more.setdefault("unit", "percent_of_programs")
    claim = a_claim(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        **more,
    )
    return check_claim(place_claim(claim, {}), plan, items)


def test_the_record_allows_from_what_is_shown_to_what_is_said_with_silence_as_success():
    found = check("50", "50")

    # Shown: 1 of 10. Said: 2, and 4 more (3 silent, 1 unknown) would make 6 of 10.
    assert found.record.span == Span(Fraction(10), Fraction(60))
    assert found.record.shown == ("TEST2021-01",)
    assert found.record.said == ("TEST2021-01", "TEST2021-02")
    assert found.record.may == (
        "TEST2021-04",
        "TEST2021-05",
        "TEST2021-06",
        "TEST2021-07",
    )


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "verdict"),
    [
        ("60", "60", "", Verdict.WITHIN),
        ("61", "61", "", Verdict.ABOVE),
        ("65", "65", "about", Verdict.WITHIN),
        ("66", "66", "almost", Verdict.ABOVE),
        ("65", "65", "almost", Verdict.WITHIN),
        ("60", None, "more than", Verdict.WITHIN),
        ("10", "10", "", Verdict.WITHIN),
        ("9", "9", "", Verdict.BELOW),
        ("9", "9", "about", Verdict.WITHIN),
        ("0", None, "more than", Verdict.WITHIN),
        ("5", "9", "", Verdict.BELOW),
        ("5", "90", "", Verdict.WITHIN),
    ],
)
def test_a_percentage_of_programs_against_10_to_60(low, high, qualifier, verdict):
    assert check(low, high, qualifier=qualifier).verdict is verdict


@pytest.mark.parametrize(
    ("metric", "low", "span", "verdict"),
    [
        ("count_completed", "6", (1, 6), Verdict.WITHIN),
        ("count_completed", "7", (1, 6), Verdict.ABOVE),
        ("count_completed", "0", (1, 6), Verdict.BELOW),
        # Once the plan is adopted, open is what is not completed: the rest of ten.
        ("count_open", "4", (4, 9), Verdict.WITHIN),
        ("count_open", "3", (4, 9), Verdict.BELOW),
        # Agreed or beyond as shown: 2. As said: all but the unknown and the one still
        # negotiated, 8; the unknown one might be.
        ("count_agreed", "9", (2, 9), Verdict.WITHIN),
        ("count_agreed", "10", (2, 9), Verdict.ABOVE),
        ("count_total", "10", (10, 10), Verdict.WITHIN),
        ("count_total", "11", (10, 10), Verdict.ABOVE),
    ],
)
def test_a_number_of_programs(metric, low, span, verdict):
    found = check(low, low, metric=metric, unit="programs")

    assert (found.record.span, found.verdict) == (Span(*span), verdict)


def test_before_a_plan_is_adopted_open_means_not_agreed():
    drafts = a_plan(item_count=10, adopted_on=None)

    found = check("1", "1", metric="count_open", unit="road_maps", plan=drafts)

    # Agreed are 2 to 9 of ten, so open are 1 to 8.
    assert found.record.span == Span(1, 8)
    assert found.record.is_rest
    assert found.verdict is Verdict.WITHIN


@pytest.mark.parametrize(
    ("dated", "is_open"),
    [("2021-11-03", (0, 0)), ("2021-11-04", (1, 1))],
    ids=["the day before its adoption", "the day of its adoption"],
)
def test_open_changes_its_meaning_on_the_day_the_plan_is_adopted(dated, is_open):
    plan = a_plan(item_count=1, adopted_on="2021-11-04")
    agreed = [an_item(1, a_state("agreed"), a_state("agreed"))]

    found = check(
        "1", plan=plan, items=agreed, metric="count_open", unit="programs", dated=dated
    )

    assert found.record.span == Span(*is_open)


def test_items_whose_topic_nobody_published_widen_the_number_in_all():
    items = [*TEN[:9], an_item(10, UNKNOWN, basis=TitleBasis.UNPUBLISHED)]

    found = check("9", "9", items=items, metric="count_total", unit="programs")

    assert (found.record.span, found.verdict) == (Span(9, 10), Verdict.WITHIN)
    assert found.caveats == (Caveat.ITEMS_KNOWN,)


def test_a_percentage_of_nobody_knows_what_is_set_beside_programs_and_says_so():
    found = check("80", "80", unit="percent_unspecified", qualifier="almost")

    assert (found.verdict, found.caveats) == (Verdict.ABOVE, (Caveat.UNIT_UNSAID,))


def test_the_working_tells_what_every_rule_would_allow():
    found = check("80", "80")

    # Half of partly done counts nothing here, so half.v1 equals strict.v1. By thirds:
    # shown 1 of 10; said 1 + 1 + 2/3 + 4 (silent and unknown) + 2/3 + 0 = 22/3.
    assert found.by_rule["strict.v1"] == Span(10, 60)
    assert found.by_rule["thirds.v1"] == Span(10, Fraction(220, 3))
    assert check("5", "5", metric="count_completed", unit="programs").by_rule == {}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"low": None}, Reason.NO_FIGURE),
        ({"unit": "percent_of_measures"}, Reason.COUNTS_MEASURES),
        ({"unit": "measures", "metric": "measures_total"}, Reason.COUNTS_MEASURES),
        ({"unit": "measures", "metric": "count_late"}, Reason.COUNTS_MEASURES),
        ({"unit": "years", "metric": "other"}, Reason.OTHER_MATTER),
        ({"unit": "programs", "metric": "other"}, Reason.OTHER_MATTER),
        ({"unit": "sections", "metric": "count_total"}, Reason.OTHER_MATTER),
        ({"unit": "percent_of_functions"}, Reason.OTHER_MATTER),
        ({"plan": a_plan(item_count=None)}, Reason.LIST_UNKNOWN),
        ({"plan": a_plan(item_count=11)}, Reason.LIST_UNKNOWN),
        ({"plan": a_plan(item_count=0), "items": []}, Reason.LIST_UNKNOWN),
    ],
    ids=[
        "no figure",
        "percent of measures",
        "measures in all",
        "late measures",
        "years",
        "programs of another sort",
        "sections",
        "functions of state",
        "a list that is not published",
        "a list of which an item is missing",
        "no item",
    ],
)
def test_what_cannot_be_checked_says_why(more, reason):
    found = check(**({"low": "50"} | more))

    assert (found.verdict, found.reason) == (Verdict.UNCHECKED, reason)
    assert (found.claimed, found.record, found.by_rule) == (None, None, {})
    assert reason.label.endswith(".")
