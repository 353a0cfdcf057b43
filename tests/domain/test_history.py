"""The course of a program: the same answers as ``state_of``, for every day at once."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_view, a_weighed_report, day
from tracker.domain.history import course_of, spells_of, state_on
from tracker.domain.report import Weighed
from tracker.domain.state import state_of
from tracker.domain.views import Reading
from tracker.domain.vocabulary import Closure, Condition, EvidenceGrade, Stage

START = date(2021, 1, 1)


@st.composite
def some_reports(draw: st.DrawFn) -> list[Weighed]:
    """A handful of reports of one program, several perhaps on one day."""
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 900),
                st.sampled_from(Stage),
                st.sampled_from(Condition),
                st.none() | st.sampled_from(Closure),
                st.booleans(),
                st.sampled_from(EvidenceGrade),
            ),
            max_size=8,
        )
    )
    return [
        a_weighed_report(
            f"R{number:04d}",
            dated=START + timedelta(days=after),
            stage=stage,
            condition=condition,
            closure=closure,
            reverses=reverses,
            grade=grade,
        )
        for number, (after, stage, condition, closure, reverses, grade) in enumerate(
            rows
        )
    ]


@given(some_reports(), st.sampled_from(EvidenceGrade), st.integers(-10, 1500))
def test_the_course_says_of_any_day_what_state_of_says(reports, floor, after):
    asked = START + timedelta(days=after)
    view = a_view(date(2040, 1, 1), reading=Reading(floor))

    course = course_of(reports, view)

    assert state_on(course, asked) == state_of(
        reports, a_view(asked, reading=Reading(floor))
    )


@given(some_reports(), st.integers(0, 1500))
def test_spells_follow_one_another_and_tell_what_state_of_tells(reports, after):
    until = START + timedelta(days=1500)
    asked = START + timedelta(days=after)

    spells = spells_of(course_of(reports, a_view(until)), until)

    assert all(a.ends == b.starts for a, b in pairwise(spells))
    state = state_of(reports, a_view(asked))
    on_the_day = [spell for spell in spells if spell.starts <= asked < spell.ends]
    if state.stage is None:
        assert on_the_day == []
    else:
        (spell,) = on_the_day
        assert spell.stage is state.stage
        assert spell.condition is state.condition
        assert spell.closure is state.closure
        assert spell.is_completed is state.is_completed
        assert spell.is_held_up is state.is_held_up
        assert spell.is_silent is (state.is_silent and state.is_open)


def test_silence_begins_on_the_day_after_270_days():
    report = a_weighed_report(dated="2022-01-01", stage="approved")

    spells = spells_of(course_of([report], a_view("2022-12-31")), day("2022-12-31"))

    # 1 January and 270 days more is 28 September: silent from the 29th.
    assert [(s.starts, s.ends, s.is_silent) for s in spells] == [
        (day("2022-01-01"), day("2022-09-29"), False),
        (day("2022-09-29"), day("2023-01-01"), True),
    ]


def test_a_report_that_changes_nothing_breaks_no_spell():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", stage="approved"),
        a_weighed_report("R0002", dated="2022-03-01", stage="negotiating"),
    ]

    spells = spells_of(course_of(reports, a_view("2022-04-01")), day("2022-04-01"))

    assert [(s.starts, s.stage) for s in spells] == [
        (day("2022-01-01"), Stage.APPROVED)
    ]


def test_nothing_is_expected_of_a_completed_program():
    report = a_weighed_report(dated="2022-01-01", stage="completed")

    spells = spells_of(course_of([report], a_view("2025-01-01")), day("2025-01-01"))

    assert [spell.is_silent for spell in spells] == [False]
