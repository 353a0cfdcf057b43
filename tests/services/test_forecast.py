"""The forecast on the real record: what there is to learn from, and when too little."""

import pytest

from tests.factories import day
from tracker.domain.errors import NotFound
from tracker.domain.views import View
from tracker.services.forecast import forecast

TODAY = View(day("2026-11-22"))


@pytest.fixture(autouse=True)
def _record(real_app):
    with real_app.app_context():
        yield


def test_eight_programs_of_28_were_completed_and_15_left_otherwise():
    found = forecast(TODAY, "UP2021").own.said

    counts = (found.completed_count, found.left_count, found.open_count)
    assert counts == (8, 15, 5)
    last = found.estimate.completed[-1]
    assert last.share == pytest.approx(8 / 28)
    assert last.low < last.share < last.high


def test_fewer_than_half_completed_gives_no_median_and_says_so():
    assert forecast(TODAY, "UP2021").own.said.estimate.median.day is None


def test_a_young_plan_has_too_little_experience_and_borrows_that_of_all():
    found = forecast(TODAY, "MD2024")

    assert (found.own.said.completed_count, found.own.said.estimate) == (0, None)
    assert found.of_all.said.estimate is not None


def test_what_is_shown_alone_gives_no_forecast():
    assert forecast(TODAY, "UP2021").own.shown.estimate is None


def test_beside_it_stand_the_open_programs_and_the_record_of_past_promises():
    found = forecast(TODAY, "MD2024")

    assert len(found.open_positions) == 22
    promises = found.promises
    assert promises.count == (
        promises.met_count + promises.passed_count + promises.ahead_count
    )
    assert promises.passed_count > promises.met_count


def test_without_a_plan_all_programs_are_asked_about():
    found = forecast(TODAY)

    assert (found.plan, found.own) == (None, found.of_all)


def test_an_unknown_plan_is_refused():
    with pytest.raises(NotFound):
        forecast(TODAY, "TEST1999")
