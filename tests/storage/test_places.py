"""A place holds all that it was made of, and sorts as the state of a program wants."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_weighed_report
from tests.storage.random_history import days
from tracker.domain.record import Kind, numbered_key
from tracker.domain.report import Weighed
from tracker.domain.vocabulary import Closure, Condition, EvidenceGrade
from tracker.storage.places import (
    closure_at,
    condition_at,
    day_at,
    first_place_after,
    key_at,
    place_of,
)

numbers = st.integers(1, 10**9 - 1)


@st.composite
def weighed_reports(draw: st.DrawFn) -> Weighed:
    """A report of any number, day and grade."""
    return a_weighed_report(
        numbered_key(Kind.REPORT, draw(numbers)),
        dated=draw(days),
        grade=draw(st.sampled_from(EvidenceGrade)),
        condition=draw(st.sampled_from(Condition)),
        closure=draw(st.none() | st.sampled_from(Closure)),
    )


@given(weighed_reports())
def test_a_place_gives_back_what_it_was_made_of(weighed):
    place = place_of(weighed)

    assert day_at(place) == weighed.day
    assert key_at(place) == weighed.report.key
    assert condition_at(place) is weighed.report.condition
    assert closure_at(place) is weighed.report.closure


@given(st.lists(weighed_reports(), unique_by=lambda weighed: weighed.report.key))
def test_places_sort_as_reports_do(reports):
    assert sorted(reports, key=place_of) == sorted(reports, key=lambda w: w.order)


@given(weighed_reports(), days)
def test_a_day_parts_the_places_of_reports_that_count_from_those_that_do_not(
    weighed, day
):
    assert (place_of(weighed) < first_place_after(day)) is (weighed.day <= day)


def test_the_last_place_of_all_fits_into_what_databases_call_big():
    last = a_weighed_report("R999999999", dated=date.max, grade="E4")

    assert place_of(last) < 2**63
