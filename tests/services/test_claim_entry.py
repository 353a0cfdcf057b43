"""The verdict of a claim before and after it is put right."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.factories import a_claim, a_plan, a_source
from tests.services.entering import enter_steps
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Add, Edit
from tracker.domain.claim_checks import Verdict
from tracker.domain.record import Kind
from tracker.services import entries
from tracker.services.claim_entry import preview_claim
from tracker.services.entries import Entry

COUNT = {
    "metric": "count_completed",
    "unit": "programs",
    "low": Decimal(2),
    "high": Decimal(2),
}


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()
    enter_steps(Edit(a_plan(item_count=2)))


def settled(claim, *new_sources):
    return entries.settle_entry(Entry(claim, new_sources))


def test_a_new_claim_is_set_beside_the_record():
    # Of two programs one is in progress and nothing is known of the other.
    found = preview_claim(None, settled(a_claim("", **COUNT)), TODAY)

    assert found.before is None
    assert found.after.verdict is Verdict.ABOVE


def test_a_corrected_figure_may_turn_the_verdict():
    enter_steps(Add(a_claim(**COUNT)))
    wrong = entries.fact_held(Kind.CLAIM, "C001")
    right = replace(wrong, low=Decimal(0), high=Decimal(0))

    found = preview_claim(wrong, settled(right), TODAY)

    assert found.before.verdict is Verdict.ABOVE
    assert found.after.verdict is Verdict.WITHIN


def test_a_retired_claim_has_no_verdict_any_more():
    enter_steps(Add(a_claim(**COUNT)))

    found = preview_claim(entries.fact_held(Kind.CLAIM, "C001"), None, TODAY)

    assert found.after is None


def test_a_source_that_comes_with_the_claim_dates_it():
    new = a_source("", url="https://example.org/new", dated="2022-05-20")
    claim = a_claim("", dated="2022-05", sources=(), **COUNT)

    found = preview_claim(None, settled(claim, new), TODAY)

    assert found.after.day.isoformat() == "2022-05-20"
