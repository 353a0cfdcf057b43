"""Promised dates on the real record: followed through the plans, each counted once."""

import pytest

from tests.factories import day
from tracker.domain.errors import NotFound
from tracker.domain.views import View
from tracker.services.forecast import forecast
from tracker.services.promises import promises

TODAY = View(day("2026-11-21"))


@pytest.fixture(autouse=True)
def _record(real_app):
    with real_app.app_context():
        yield


def test_every_promise_is_counted_once_and_the_same_everywhere():
    found = promises(TODAY)

    record = found.record
    assert record.count == record.met_count + record.passed_count + record.ahead_count
    assert sum(row.record.count for row in found.sectors) == record.count
    assert record == forecast(TODAY).promises


def test_a_plan_has_the_promises_that_its_programs_had_a_part_in():
    everything, own = promises(TODAY), promises(TODAY, "UP2021")

    assert 0 < own.record.count < everything.record.count
    assert all(
        any(code.startswith("UP2021") for code in milestone.programs)
        for milestone in own.milestones
    )
    assert [row.plan.code for row in own.due] == ["UP2021"]


def test_on_a_past_day_a_matter_goes_by_the_name_it_had_then():
    then = promises(View(day("2022-12-31")), "UP2021")

    assert {matter.latest.plan for matter in then.matters} == {"UP2021"}


def test_one_sector_can_be_asked_about():
    found = promises(TODAY, sector_code="energy")

    assert [row.sector.code for row in found.sectors] == ["energy"]
    assert found.matters[0].slip_days == 1827


def test_an_unknown_plan_is_refused():
    with pytest.raises(NotFound):
        promises(TODAY, "TEST1999")
