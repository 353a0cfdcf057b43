"""The latest word on single measures."""

from decimal import Decimal
from fractions import Fraction

from tests.factories import a_claim, a_view
from tracker.domain.claim_context import place_claim
from tracker.domain.hedges import Span
from tracker.domain.measures import measures_v1


def said(key, figure, dated, metric="measures_completed", **more):
    is_share = metric == "share_completed"
    more.setdefault("unit", "percent_of_measures" if is_share else "measures")
    more.setdefault("low", Decimal(figure))
    more.setdefault("high", more["low"])
    return place_claim(a_claim(key, dated=dated, metric=metric, **more), {})


COUNTS = [
    said("C001", "671", "2023-01-01"),
    said("C002", "989", "2023-01-01", "measures_total"),
    said("C003", "75", "2023-03-27", "share_completed"),
    said("C004", "825", "2023-11-02"),
    said("C005", "993", "2023-11-02", "measures_total"),
]


def test_a_count_is_set_over_the_number_its_speaker_gave():
    found = measures_v1(COUNTS, a_view("2023-01-31"))

    assert (found.done, found.of, found.value) == (671, 989, Fraction(671, 989))
    assert (found.claim.claim.key, found.total.claim.key) == ("C001", "C002")


def test_what_somebody_else_counted_that_day_is_not_the_whole():
    other = said("C006", "1000", "2023-01-01", "measures_total", claimant="B. Tester")

    found = measures_v1([*COUNTS, other], a_view("2023-01-31"))

    assert found.of == 989


def test_a_later_share_alone_is_the_latest_word():
    found = measures_v1(COUNTS, a_view("2023-04-30"))

    assert (found.done, found.of, found.value) == (None, None, Fraction(3, 4))
    assert found.claim.claim.key == "C003"


def test_of_one_day_the_count_is_taken_before_the_share():
    share = said("C009", "83", "2023-11-02", "share_completed")

    found = measures_v1([*COUNTS, share], a_view("2023-12-31"))

    assert found.value == Fraction(825, 993)


def test_more_than_930_is_set_over_the_latest_number_in_all():
    more_than = said("C006", "930", "2024-12-05", high=None, qualifier="more than")

    found = measures_v1([*COUNTS, more_than], a_view("2025-03-31"))

    # More than: up to ten points of a hundred more, and never more than all.
    assert (found.value, found.total.claim.key) == (Fraction(930, 993), "C005")
    assert found.span == Span(Fraction(930, 993), 1)


def test_a_claim_dated_by_its_year_alone_does_not_displace_one_of_its_autumn():
    some_day = said("C009", "80", "2023", "share_completed", known_on="2024-02-01")
    in_autumn = said("C010", "88", "2023", "share_completed", known_on="2023-12-30")
    view = a_view("2024-12-31")

    # Mid-2023 for all we know, where 825 of 993 were counted on 2 November.
    assert measures_v1([*COUNTS, some_day], view).value == Fraction(825, 993)
    assert measures_v1([*COUNTS, in_autumn], view).value == Fraction(22, 25)


def test_shares_of_anything_else_and_counts_without_a_whole_give_nothing():
    others = [
        said("C001", "671", "2023-01-01"),
        said("C002", "80", "2023-04-05", "share_completed", unit="percent_unspecified"),
        said("C003", "8", "2023-04-05", "count_completed", unit="programs"),
    ]

    assert measures_v1(others, a_view()) is None
    assert measures_v1([], a_view()) is None


def test_what_was_not_said_or_not_known_yet_does_not_count():
    told_late = said("C004", "900", "2023-02-01", known_on="2023-12-01")

    found = measures_v1([*COUNTS[:2], told_late], a_view("2023-06-01", "2023-06-01"))

    assert found.value == Fraction(671, 989)


def test_a_number_in_all_that_is_none_of_measures_does_not_serve():
    wrong = [
        said("C006", "28", "2023-11-02", "measures_total", unit="programs"),
        said("C007", "0.5", "2023-11-02", "measures_total"),
    ]

    found = measures_v1([*COUNTS, *wrong], a_view("2023-12-31"))

    assert (found.of, found.total.claim.key) == (993, "C005")
