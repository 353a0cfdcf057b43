"""What stands around a claim: others on the matter, the speaker's own, the sums."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.factories import a_claim, a_source, a_view, day
from tracker.domain.claim_context import (
    arithmetic_of,
    claims_in,
    earlier_claims,
    nearby_claims,
    place_claim,
    speakers_of,
)
from tracker.domain.hedges import Span


def placed(key, low=None, **more):
    more.setdefault("metric", "share_completed")
    more.setdefault("unit", "percent_unspecified")
    more.setdefault("high", low)
    figures = {"low": low, "high": more.pop("high")}
    figures = {k: None if v is None else Decimal(v) for k, v in figures.items()}
    return place_claim(a_claim(key, **figures, **more), {})


def keys(found):
    return [other.claim.key for other in found]


def test_a_claim_is_placed_in_time_like_a_report():
    source = a_source("s1", dated="2023-11-29")

    found = place_claim(a_claim(dated="2023-11", sources=("s1",)), {"s1": source})

    assert (found.day, found.known_on) == (day("2023-11-29"), day("2023-11-29"))


@pytest.mark.parametrize(
    ("claimant", "speakers"),
    [
        ("A. Tester", {"a. tester"}),
        ("A. Tester (as relayed by the Test Daily)", {"a. tester"}),
        ("A. Tester and B. Tester", {"a. tester", "b. tester"}),
        ("A.  Tester (cut off", {"a. tester"}),
        ("Press service of A. Tester", {"press service of a. tester"}),
    ],
)
def test_a_speaker_is_known_by_name(claimant, speakers):
    assert speakers_of(a_claim(claimant=claimant)) == speakers


def test_nearby_are_others_on_the_same_plan_metric_and_unit_within_30_days():
    own = placed("C005", "80", dated="2023-04-05")
    others = [
        own,
        placed("C001", "70", dated="2023-03-05"),
        placed("C002", "75", dated="2023-03-06"),
        placed("C006", "74", dated="2023-04-06"),
        placed("C007", "75", dated="2023-05-05"),
        placed("C008", "75", dated="2023-05-06"),
        placed("C009", "75", dated="2023-04-05", unit="percent_of_measures"),
        placed("C010", "75", dated="2023-04-05", plan="TEST2024"),
        placed("C011", "8", dated="2023-04-05", metric="count_completed"),
    ]

    assert keys(nearby_claims(own, others)) == ["C002", "C006", "C007"]


def test_words_without_a_unit_have_none_in_common():
    words = [
        placed(f"C00{number}", metric="other", unit=None, dated="2023-04-05")
        for number in (1, 2)
    ]

    assert nearby_claims(words[0], words) == ()


def test_the_speakers_earlier_claims_are_those_on_the_same_metric_in_any_unit():
    own = placed("C005", "80", dated="2023-04-05", claimant="A. Tester")
    others = [
        placed("C004", "80", dated="2023-02-17", claimant="A. Tester (in a speech)"),
        placed(
            "C002",
            "68",
            dated="2023-01-09",
            claimant="A. Tester and B. Tester",
            unit="percent_of_measures",
        ),
        placed("C001", "60", dated="2022-12-19", claimant="B. Tester"),
        placed("C003", "7", metric="count_completed", claimant="A. Tester"),
        placed("C006", "90", dated="2023-11-29", claimant="A. Tester"),
        own,
    ]

    assert keys(earlier_claims(own, others)) == ["C002", "C004"]


def test_claims_count_in_a_view_once_made_and_known_and_while_they_stand():
    others = [
        placed("C002", "80", dated="2023-04-05"),
        placed("C001", "60", dated="2022-12-19"),
        placed("C003", "90", dated="2023-01-01", known_on="2023-06-01"),
        placed("C004", "90", dated="2023-01-01", retired_in=3),
    ]

    assert keys(claims_in(others, a_view("2023-04-05"))) == ["C001", "C003", "C002"]
    known_then = a_view("2023-04-05", known_on="2023-04-05")
    assert keys(claims_in(others, known_then)) == ["C001", "C002"]


# --- arithmetic -------------------------------------------------------------------


def measures(key, low, metric="measures_completed", **more):
    return placed(key, low, metric=metric, unit="measures", **more)


def test_115_of_310_is_37_percent_and_not_almost_40():
    claim = placed(
        "C001", "37", high="40", qualifier="almost", unit="percent_of_measures"
    )
    others = [
        claim,
        measures("C002", "115"),
        measures("C003", "310", "measures_total"),
    ]

    (found,) = arithmetic_of(claim, others, None)

    # 115 / 310 = 0.37097
    assert found.share == Fraction(11500, 310)
    assert float(found.share) == pytest.approx(37.1, abs=0.01)
    assert (found.stated, found.agrees) == (Span(40, 40), False)
    assert (found.done_claim.key, found.of_claim.key) == ("C002", "C003")
    # The count has the same working, the number in all has none of its own.
    assert arithmetic_of(others[1], others, None) == (found,)
    assert arithmetic_of(others[2], others, None) == ()


@pytest.mark.parametrize(
    ("done", "stated", "qualifier", "agrees"),
    [
        ("671", "67.8", "", True),
        ("671", "68", "", True),
        ("671", "67", "", True),
        ("671", "69", "", False),
        ("989", "99", "", False),
        ("671", "60", "more than", True),
        ("671", "70", "more than", False),
    ],
    ids=[
        "exact",
        "rounded up",
        "cut off",
        "another",
        "a whole point off",
        "more than",
        "not more than",
    ],
)
def test_a_rounded_share_agrees_and_a_hedge_does_not_bend_the_sum(
    done, stated, qualifier, agrees
):
    high = None if qualifier else stated
    claim = placed("C001", stated, high=high, qualifier=qualifier)
    others = [measures("C002", done), measures("C003", "989", "measures_total")]

    # 671 of 989 is 67.85 percent, 989 of 989 is 100.
    (found,) = arithmetic_of(claim, [claim, *others], None)

    assert found.agrees is agrees


def test_22_of_28_programs_is_78_6_percent_and_not_94():
    claim = placed("C001", "94")
    count = placed("C002", "22", metric="count_completed", unit="programs")

    (found,) = arithmetic_of(claim, [claim, count], 28)

    assert float(found.share) == pytest.approx(78.57, abs=0.01)
    assert (found.of_claim, found.agrees) == (None, False)
    assert arithmetic_of(claim, [claim, count], None) == ()


def test_a_number_of_programs_is_no_working_of_a_share_of_measures():
    claim = placed("C001", "75", unit="percent_of_measures")
    count = placed("C002", "8", metric="count_completed", unit="programs")

    assert arithmetic_of(claim, [claim, count], 28) == ()
    (own,) = arithmetic_of(count, [claim, count], 28)
    assert (own.share, own.agrees) == (Fraction(800, 28), None)


def test_where_the_speaker_named_no_whole_the_latest_named_by_then_serves():
    count = measures("C009", "930", dated="2024-12-05", claimant="A. Tester")
    wholes = [
        measures("C001", "989", "measures_total", dated="2023-01-01"),
        measures("C002", "993", "measures_total", dated="2023-11-02"),
        measures("C010", "999", "measures_total", dated="2025-01-01"),
    ]

    (found,) = arithmetic_of(count, [count, *wholes], None)

    assert found.of_claim.key == "C002"
    assert float(found.share) == pytest.approx(93.66, abs=0.01)


def test_a_whole_in_another_unit_or_without_a_lowest_figure_does_not_serve():
    count = measures("C009", "930", dated="2024-12-05", claimant="A. Tester")
    wholes = [
        measures("C001", "993", "measures_total", dated="2023-11-02"),
        placed("C002", "28", metric="measures_total", unit="programs"),
        measures("C003", None, "measures_total", dated="2024-01-01", high="1200"),
        placed("C004", "90", metric="measures_total", dated="2024-02-01"),
    ]

    (found,) = arithmetic_of(count, [count, *wholes], None)

    assert found.of_claim.key == "C001"


def test_what_somebody_else_or_another_day_counted_is_no_working():
    claim = placed("C001", "94", dated="2023-12-03", claimant="A. Tester")
    others = [
        measures("C002", "880", dated="2023-12-03", claimant="B. Tester"),
        measures("C003", "880", dated="2023-12-04", claimant="A. Tester"),
        measures("C004", "993", "measures_total", dated="2023-11-02"),
    ]

    assert arithmetic_of(claim, [claim, *others], 28) == ()


def test_late_measures_are_a_share_of_all_of_them_and_of_no_claim():
    late = placed("C001", "14", metric="count_late", unit="measures")
    whole = measures("C002", "310", "measures_total")

    (found,) = arithmetic_of(late, [late, whole], None)

    assert (found.share, found.agrees) == (Fraction(1400, 310), None)
