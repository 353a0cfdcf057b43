"""Claims of the real record with their verdicts, and a claim just heard."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.factories import a_claim, day
from tracker.domain.claim_checks import Verdict
from tracker.domain.errors import NotFound
from tracker.domain.views import View
from tracker.services.claim_values import claim_values, claims_values
from tracker.services.claim_verdicts import (
    check_heard,
    claim_verdict,
    claim_verdicts,
)

TODAY = View(day("2026-11-22"))


@pytest.fixture(autouse=True)
def _record(real_app):
    with real_app.app_context():
        yield


def test_every_claim_is_checked_newest_first():
    found = claim_verdicts(TODAY)

    assert len(found.rows) == 207
    days = [row.check.day for row in found.rows]
    assert days == sorted(days, reverse=True)


def test_claims_on_one_plan_alone():
    found = claim_verdicts(TODAY, "UP2021")

    assert {row.plan.code for row in found.rows} == {"UP2021"}


def test_a_claim_that_was_not_made_yet_is_not_in_the_list():
    found = claim_verdicts(View(day("2023-04-05")))

    keys = {row.check.claim.key for row in found.rows}
    assert "C136" in keys
    assert "C138" not in keys


def test_almost_80_percent_names_the_reports_that_the_record_counts():
    row = claim_verdict("C136", TODAY)

    assert row.check.verdict is Verdict.ABOVE
    assert set(row.behind) == set(row.check.record.said)
    assert [weighed.report.key for weighed in row.behind["UP2021-03"]] == ["R0197"]
    assert [other.claim.key for other in row.nearby] == ["C131", "C138", "C135"]
    assert row.sources


def test_a_claim_is_set_beside_its_own_date_whatever_the_date_of_the_view():
    then = claim_verdict("C136", View(day("2023-04-05")))
    now = claim_verdict("C136", TODAY)

    assert then.check == now.check


@pytest.mark.parametrize("key", ["C999", "", "C190'"])
def test_an_unknown_claim_is_refused(key):
    with pytest.raises(NotFound, match="Look in the list"):
        claim_verdict(key, TODAY)


def heard(figure, **more):
    more.setdefault("metric", "count_completed")
    more.setdefault("unit", "programs")
    number = Decimal(figure)
    return a_claim("", plan="UP2021", low=number, high=number, sources=(), **more)


@pytest.mark.parametrize(
    ("figure", "verdict"), [("13", Verdict.WITHIN), ("14", Verdict.ABOVE)]
)
def test_a_claim_just_heard_is_checked_without_being_entered(figure, verdict):
    found = check_heard(heard(figure, dated="2025-03-13"), TODAY)

    # Putin's own "all 28" of that day stands beside it.
    assert found.check.verdict is verdict
    assert "C190" in [other.claim.key for other in found.nearby]
    assert len(claim_verdicts(TODAY).rows) == 207


def test_a_claim_heard_on_an_unknown_plan_is_refused():
    claim = replace(heard("13"), plan="TEST1999")

    with pytest.raises(NotFound, match="The plans are"):
        check_heard(claim, TODAY)


def test_the_values_hold_the_verdict_and_its_working():
    values = claim_values(claim_verdict("C167", TODAY))

    assert values["verdict"] == "above"
    assert values["record"]["of"] == 28
    (own,) = values["arithmetic"]
    assert (own["done"], own["of"], own["agrees"]) == (22, 28, False)
    assert own["percent"] == pytest.approx(78.5714, abs=0.0001)
    assert len(claims_values(claim_verdicts(TODAY))["claims"]) == 207
