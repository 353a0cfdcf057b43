"""The claims everybody quotes, set beside the real record."""

from collections import defaultdict

import pytest

from tests.record.facts import facts_from_csv
from tracker.domain.claim_checks import Caveat, Item, Reason, Verdict, check_claim
from tracker.domain.claim_context import arithmetic_of, nearby_claims, place_claim
from tracker.domain.report import weigh
from tracker.domain.state import state_of
from tracker.domain.views import SHOWN, View


@pytest.fixture(scope="module")
def record():
    return facts_from_csv()


@pytest.fixture(scope="module")
def placed(record):
    sources = {source.id: source for source in record.sources}
    return {claim.key: place_claim(claim, sources) for claim in record.claims}


@pytest.fixture(scope="module")
def check(record, placed):
    sources = {source.id: source for source in record.sources}
    plans = {plan.code: plan for plan in record.plans}
    reports = defaultdict(list)
    for report in record.reports:
        reports[report.program].append(weigh(report, sources))

    def checked(key):
        claim = placed[key]
        view = View(claim.day)
        items = [
            Item(
                program,
                state_of(reports[program.code], view),
                state_of(reports[program.code], view.read_as(SHOWN)),
            )
            for program in record.programs
            if program.plan == claim.claim.plan
        ]
        return check_claim(claim, plans[claim.claim.plan], items)

    return checked


def counts_of(found):
    """Programs of 28 that the record allows: shown, said, and said or silent."""
    record = found.record
    return len(record.shown), len(record.said), len(record.said) + len(record.may)


def test_almost_80_percent_in_april_2023(check, placed):
    found = check("C136")

    assert (found.verdict, found.caveats) == (Verdict.ABOVE, (Caveat.UNIT_UNSAID,))
    # Seven programs were said to be complete, nine more were silent: 16 of 28, 57 %.
    assert counts_of(found) == (0, 7, 16)
    assert (found.claimed.low, found.claimed.high) == (75, 80)
    # Putin's 74 the day after stands beside it.
    assert "C138" in [
        n.claim.key for n in nearby_claims(placed["C136"], placed.values())
    ]


def test_74_percent_a_day_later(check):
    found = check("C138")

    assert found.verdict is Verdict.ABOVE
    assert (found.claimed.low, found.claimed.high) == (74, 74)


@pytest.mark.parametrize("key", ["C161", "C166"], ids=["over 90", "94"])
def test_over_90_and_94_percent_at_the_end_of_2023(check, key):
    assert check(key).verdict is Verdict.ABOVE


def test_22_of_28_at_the_end_of_2023(check, placed):
    found = check("C167")
    (own,) = arithmetic_of(placed["C167"], list(placed.values()), 28)

    assert (found.verdict, found.claimed.low) == (Verdict.ABOVE, 22)
    assert float(own.share) == pytest.approx(78.57, abs=0.01)
    assert (own.stated.low, own.agrees) == (94, False)


@pytest.mark.parametrize("key", ["C189", "C190"], ids=["100 percent", "28 of 28"])
def test_100_percent_in_march_2025(check, key):
    found = check(key)

    assert found.verdict is Verdict.ABOVE
    # Carried over counts as not completed, and is no silence either.
    assert counts_of(found)[2] == 13


def test_115_of_310_in_december_2025(check, placed):
    found = check("C193")
    (own,) = arithmetic_of(placed["C193"], list(placed.values()), None)

    assert (found.verdict, found.reason) == (Verdict.UNCHECKED, Reason.COUNTS_MEASURES)
    assert float(own.share) == pytest.approx(37.1, abs=0.01)
    assert own.agrees is False


def test_six_or_seven_of_33_road_maps_in_february_2021(check):
    assert check("C053").verdict is Verdict.WITHIN


def test_every_real_claim_gets_a_verdict_and_a_reason_where_it_has_none(check, placed):
    for key in placed:
        found = check(key)
        assert (found.reason is not None) is (found.verdict is Verdict.UNCHECKED)
