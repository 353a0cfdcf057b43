"""How long programs stayed in each stage, and how their passage ended."""

from itertools import pairwise

import pytest
from hypothesis import given

from tests.domain.stories import DAYS, stories
from tests.factories import PROGRAM, a_view, a_weighed_report, day
from tracker.domain.state import state_of
from tracker.domain.stays import (
    PassageEnd,
    StayEnd,
    TypicalStay,
    passage_of,
    stage_stays,
)
from tracker.domain.vocabulary import Stage


def told(*rows):
    """Reports from rows of (dated, stage) with more fields where a test wants them."""
    return [
        a_weighed_report(f"R{number:04d}", dated=dated, stage=stage, **(more or {}))
        for number, (dated, stage, more) in enumerate(rows)
    ]


def stays_of(reports, as_of="2023-12-31"):
    return [
        (stay.stage.value, stay.days, stay.end.value)
        for stay in stage_stays(PROGRAM, reports, a_view(as_of))
    ]


CLIMB = told(
    ("2022-01-01", "approved", None),
    ("2022-01-31", "in_progress", None),
    ("2022-02-10", "agreed", None),
    ("2022-05-11", "partly_done", None),
)


def test_a_stay_lasts_until_the_program_moves_and_the_last_one_until_today():
    # 1 to 31 January: 30 days. 31 January to 11 May: 28 + 31 + 30 + 11 = 100 days.
    # 11 May to 31 December: 20 + 30 + 31 + 31 + 30 + 31 + 30 + 31 = 234 days.
    assert stays_of(CLIMB, "2022-12-31") == [
        ("approved", 30, "moved"),
        ("in_progress", 100, "moved"),
        ("partly_done", 234, "still"),
    ]


def test_what_comes_after_the_day_asked_about_does_not_end_a_stay():
    assert stays_of(CLIMB, "2022-02-15") == [
        ("approved", 30, "moved"),
        ("in_progress", 15, "still"),
    ]


def test_nothing_lasts_in_completed():
    reports = told(("2022-01-01", "approved", None), ("2022-01-11", "completed", None))

    assert stays_of(reports) == [("approved", 10, "moved")]


def test_a_closure_cuts_a_stay_short_and_is_no_exit():
    reports = told(
        ("2022-01-01", "negotiating", None),
        ("2022-01-11", "negotiating", {"closure": "superseded"}),
    )

    assert stays_of(reports) == [("negotiating", 10, "left")]


def test_a_program_taken_up_again_begins_a_new_stay():
    reports = told(
        ("2022-01-01", "agreed", {"closure": "withdrawn"}),
        ("2022-03-01", "negotiating", {"reverses": True}),
        ("2022-03-06", "agreed", None),
    )

    assert stays_of(reports, "2022-03-31") == [
        ("negotiating", 5, "moved"),
        ("agreed", 25, "still"),
    ]


def test_steps_of_one_day_make_one_stay():
    reports = told(
        ("2022-01-01", "agreed", None),
        ("2022-01-01", "approved", None),
        ("2022-01-11", "in_progress", None),
        ("2022-01-11", "partly_done", None),
    )

    assert stays_of(reports, "2022-01-31") == [
        ("approved", 10, "moved"),
        ("partly_done", 20, "still"),
    ]


def test_no_report_tells_of_no_stay_and_no_passage():
    assert stays_of([]) == []
    assert passage_of(PROGRAM, [], a_view()) is None


@given(reports=stories(), as_of=DAYS)
def test_stays_follow_one_another_and_the_last_is_the_present_stage(reports, as_of):
    stays = stage_stays(PROGRAM, reports, a_view(as_of))

    for earlier, later in pairwise(stays):
        assert earlier.since < earlier.until <= later.since
    state = state_of(reports, a_view(as_of))
    still = [stay for stay in stays if stay.end is StayEnd.STILL]
    assert len(still) == int(state.is_open and state.stage is not None)
    if still:
        assert still == stays[-1:]
        assert still[0].stage is state.stage
        assert still[0].since <= state.stage_since


@pytest.mark.parametrize(
    ("rows", "days", "end"),
    [
        ([("2022-01-11", "completed", None)], 10, "completed"),
        ([("2022-01-11", "partly_done", None)], 364, "open"),
        ([("2022-01-11", "approved", {"closure": "carried_over"})], 10, "left"),
        (
            [
                ("2022-01-11", "completed", None),
                ("2022-01-21", "completed", {"closure": "carried_over"}),
            ],
            20,
            "left",
        ),
        (
            [
                ("2022-01-11", "completed", None),
                ("2022-01-21", "completed", {"closure": "superseded"}),
            ],
            10,
            "completed",
        ),
        (
            [
                ("2022-01-11", "completed", None),
                ("2022-01-21", "in_progress", {"reverses": True}),
            ],
            364,
            "open",
        ),
    ],
    ids=[
        "completed",
        "still open",
        "carried over",
        "called completed, then carried over",
        "completed, then superseded",
        "completed, then taken back",
    ],
)
def test_the_passage_from_approval(rows, days, end):
    reports = told(("2022-01-01", "approved", None), *rows)

    passage = passage_of(PROGRAM, reports, a_view("2022-12-31"))

    assert (passage.since, passage.days) == (day("2022-01-01"), days)
    assert passage.end is PassageEnd(end)


def test_a_program_never_approved_has_no_passage():
    reports = told(("2022-01-01", "agreed", None))

    assert passage_of(PROGRAM, reports, a_view()) is None


def test_a_passage_begins_at_the_first_stage_beyond_approval_where_none_was_reported():
    reports = told(("2022-01-01", "agreed", None), ("2022-02-01", "partly_done", None))

    assert passage_of(PROGRAM, reports, a_view()).since == day("2022-02-01")


def test_a_median_of_few_exits_is_not_used():
    assert (
        TypicalStay(Stage.AGREED, 100, exit_count=4, stay_count=9).usable_median is None
    )
    assert (
        TypicalStay(Stage.AGREED, 100, exit_count=5, stay_count=9).usable_median == 100
    )
    assert (
        TypicalStay(Stage.AGREED, None, exit_count=5, stay_count=99).usable_median
        is None
    )
