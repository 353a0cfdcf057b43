"""The history at a glance: every spell where it belongs, said above shown."""

from datetime import date

import pytest

from tests.factories import a_plan, a_stated_deadline, a_view, day
from tests.reporting.scenes import (
    a_frame,
    a_history_row,
    boxes_named,
    labels_outside,
    some_history,
    words_of,
)
from tracker.domain.deadlines import milestones_of
from tracker.reporting.history import History, describe_history, table_of_history
from tracker.reporting.history_drawing import draw_history
from tracker.reporting.language import ENGLISH
from tracker.reporting.style import APPROVED, COMPLETED, HELD_UP, PARTLY_DONE, faded


def days_of(figure, look):
    """From which day to which the boxes of a look reach."""
    return [
        (date.fromordinal(int(left)), date.fromordinal(int(right)))
        for left, _, right, _ in boxes_named(figure, look.face)
        if left > day("2000-01-01").toordinal()
    ]


def test_each_spell_is_a_box_from_its_first_day_to_the_next():
    figure = draw_history(some_history(), a_frame())

    assert days_of(figure, PARTLY_DONE) == [
        (day("2022-06-01"), day("2022-09-01")),
        (day("2022-09-01"), day("2023-02-01")),
    ]
    assert days_of(figure, COMPLETED) == [(day("2023-02-01"), day("2024-01-01"))]


def test_silence_is_pale_and_a_stall_has_a_strip():
    figure = draw_history(some_history(), a_frame())

    # Shown: approved on 4 November 2021 and nothing after; 271 days later is 2 August.
    assert days_of(figure, faded(APPROVED)) == [(day("2022-08-02"), day("2024-01-01"))]
    assert days_of(figure, HELD_UP) == [(day("2022-09-01"), day("2023-02-01"))]


def test_what_is_said_stands_above_what_is_shown():
    figure = draw_history(some_history(), a_frame())

    ((_, said_top, _, said_bottom),) = boxes_named(figure, COMPLETED.face)[-1:]
    ((_, shown_top, _, _),) = boxes_named(figure, faded(APPROVED).face)[-1:]
    assert said_top < said_bottom < shown_top


def test_table_and_sentence_tell_of_the_same_programs():
    history = some_history()

    table = table_of_history(history, ENGLISH)
    finding = describe_history(history, ENGLISH)

    assert [(row[0], row[3], row[5]) for row in table.rows] == [
        ("TEST2021-01", "Completed", "Approved"),
        ("TEST2021-02", "Not known", "Not known"),
    ]
    assert finding.title == (
        "1 of 2 programs is further in words than the evidence shows"
    )
    assert finding.sentence.startswith(
        "Stage as said against stage as shown: higher for 1 of 2 programs, the same "
        "for 0, not known at all for 1."
    )


def test_a_promise_that_passed_is_named_in_the_key_and_in_the_table():
    milestones = milestones_of([a_stated_deadline()], a_view("2023-12-31"))
    row = a_history_row("TEST2021-01", [], milestones=tuple(milestones))
    history = History(plan=a_plan(), rows=(row,), starts=day("2021-01-01"))

    figure = draw_history(history, a_frame())

    assert "Promised day that passed without word" in words_of(figure)
    assert table_of_history(history, ENGLISH).rows[0][-1] == "Market launch"


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("count", [0, 1, 2, 33])
def test_every_word_stands_on_the_sheet(count, width):
    row = some_history().rows[0]
    history = History(
        plan=a_plan(), rows=(row,) * count, starts=day("2021-01-01"), plans=(a_plan(),)
    )

    assert labels_outside(draw_history(history, a_frame(width))) == []


def test_an_empty_plan_says_so():
    history = History(plan=a_plan(), rows=(), starts=day("2021-01-01"))

    assert describe_history(history, ENGLISH).title == "No program is in this plan yet."


@pytest.mark.parametrize(
    ("index", "title"),
    [
        (0, "The only program is further in words than the evidence shows"),
        (1, "Nothing was reported of these programs by this day."),
    ],
)
def test_one_row_is_told_as_one(index, title):
    row = some_history().rows[index]
    history = History(plan=a_plan(), rows=(row,), starts=day("2021-01-01"))

    assert describe_history(history, ENGLISH).title == title
