"""Deadlines: due dates, how promises moved, milestones, timeliness."""

import pytest

from tests.factories import (
    a_deadline,
    a_plan,
    a_source,
    a_stated_deadline,
    a_view,
    day,
    partial,
)
from tracker.domain.deadlines import due_of, milestones_of, place, timeliness_of
from tracker.domain.vocabulary import Timeliness


def promise(key, stated_on, due, **more):
    return a_stated_deadline(key, stated_on=stated_on, due=due, **more)


# --- due --------------------------------------------------------------------------


def test_without_another_word_a_program_is_due_on_the_last_day_of_its_plan():
    found = due_of(
        a_plan(ends_on="2023"), [promise("D001", "2022", "2022-07")], a_view()
    )

    assert found.last == day("2023-12-31")


def test_the_latest_word_on_the_whole_program_moves_its_due_date():
    statements = [
        promise("D002", "2022-09-01", "2023-03-01", milestone="Whole program"),
        promise("D001", "2022-01-01", "2022-09-01", milestone="Whole program"),
    ]

    assert due_of(a_plan(), statements, a_view("2022-12-31")) == partial("2023-03-01")
    assert due_of(a_plan(), statements, a_view("2022-08-31")) == partial("2022-09-01")
    assert due_of(a_plan(), statements, a_view("2021-12-31")) == partial("2023")


def test_not_before_is_no_promise_and_moves_no_due_date():
    statements = [
        promise("D001", "2022", "2025", milestone="Whole program", bound="not_before")
    ]

    assert due_of(a_plan(), statements, a_view()) == partial("2023")


def test_a_plan_without_end_gives_no_due_date():
    assert due_of(a_plan(ends_on=None), [], a_view()) is None


def test_a_promise_nobody_knew_of_yet_does_not_count():
    told_late = promise(
        "D001",
        "2022-01-01",
        "2022-09-01",
        milestone="Whole program",
        known_on="2023-05-01",
    )
    view = a_view("2022-12-31", known_on="2022-12-31")

    assert due_of(a_plan(), [told_late], view) == partial("2023")


def test_a_statement_is_placed_in_time_by_its_sources():
    source = a_source("s1", dated="2022-06-15")

    placed = place(a_deadline(stated_on="2022", sources=("s1",)), {"s1": source})

    assert (placed.day, placed.known_on) == (day("2022-06-15"), day("2022-06-15"))


# --- milestones -------------------------------------------------------------------

MOVED = [
    promise("D001", "2021-09-10", "2022-07-01", milestone="Principles"),
    promise("D002", "2022-11-10", "2023-12-01", milestone="Principles"),
    promise("D003", "2023-12-10", "2025", milestone="Principles"),
]


@pytest.mark.parametrize(
    ("as_of", "due", "slip_count", "slip_days", "is_passed"),
    [
        ("2022-07-01", "2022-07-01", 0, 0, False),
        ("2022-07-02", "2022-07-01", 0, 0, True),
        # 1 July 2022 to 1 December 2023: 365 + 153 days.
        ("2022-12-31", "2023-12-01", 1, 518, False),
        ("2023-12-05", "2023-12-01", 1, 518, True),
        # 1 December 2023 to 31 December 2025: 30 + 366 + 365 days more.
        ("2024-01-01", "2025", 2, 518 + 761, False),
    ],
    ids=["on the day", "passed without word", "moved", "passed again", "moved twice"],
)
def test_a_promise_that_moves(as_of, due, slip_count, slip_days, is_passed):
    (found,) = milestones_of(MOVED, a_view(as_of))

    assert found.due == partial(due)
    assert (found.slip_count, found.slip_days) == (slip_count, slip_days)
    assert found.is_passed is is_passed


def test_the_days_since_a_promise_passed_are_counted():
    (found,) = milestones_of(MOVED, a_view("2022-07-31"))

    assert found.days_passed(day("2022-07-31")) == 30


def test_a_promise_moved_earlier_is_no_slip():
    statements = [
        promise("D001", "2022-01-01", "2023"),
        promise("D002", "2022-02-01", "2022"),
    ]

    (found,) = milestones_of(statements, a_view("2022-03-01"))

    assert (found.due, found.slip_count, found.slip_days) == (partial("2022"), 0, 0)


def test_a_promise_that_is_repeated_is_no_slip():
    statements = [
        promise("D001", "2022-01-01", "2023"),
        promise("D002", "2022-02-01", "2023-12-31"),
        promise("D003", "2022-03-01", "2024-01-01"),
    ]

    (found,) = milestones_of(statements, a_view("2022-12-31"))

    assert (found.slip_count, found.slip_days) == (1, 1)


def test_not_before_is_drawn_and_never_counted_as_a_promise():
    statements = [
        promise("D001", "2022-01-01", "2023-01-01"),
        promise("D002", "2022-06-01", "2024-01-01", bound="not_before"),
    ]

    (found,) = milestones_of(statements, a_view("2023-06-01"))

    assert len(found.statements) == 2
    assert [s.deadline.key for s in found.promises] == ["D001"]
    assert (found.due, found.slip_count, found.is_passed) == (
        partial("2023-01-01"),
        0,
        True,
    )


def test_a_milestone_with_a_lower_bound_alone_never_passes():
    only = promise("D001", "2020", "2023", bound="not_before")

    (found,) = milestones_of([only], a_view("2024-06-01"))

    assert (found.due, found.is_passed, found.days_passed(day("2024-06-01"))) == (
        None,
        False,
        0,
    )


def test_a_milestone_is_met_on_the_day_a_source_says_and_not_before():
    kept = promise("D001", "2022-01-01", "2022-12-31", met_on="2022-11-30")

    (before,) = milestones_of([kept], a_view("2022-11-29"))
    (after,) = milestones_of([kept], a_view("2023-06-01"))

    assert before.met_on is None
    assert (after.met_on, after.is_passed) == (partial("2022-11-30"), False)


def test_who_asks_what_was_known_before_a_milestone_was_met_sees_it_unmet():
    kept = promise("D001", "2022-01-01", "2022-12-31", met_on="2023-03-01")

    (found,) = milestones_of([kept], a_view("2023-06-01", known_on="2023-02-01"))

    assert (found.met_on, found.is_passed) == (None, True)


def test_milestones_stand_in_the_order_in_which_they_were_first_promised():
    statements = [
        promise("D003", "2022-02-01", "2024", milestone="Market launch"),
        promise("D002", "2022-01-01", "2023", milestone="Roaming"),
        promise("D001", "2022-01-01", "2023", milestone="Principles"),
        promise("D004", "2022-01-01", "2023", milestone="Whole program"),
    ]

    found = milestones_of(statements, a_view())

    assert [m.name for m in found] == ["Principles", "Roaming", "Market launch"]


# --- timeliness -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "completed_on", "is_closed", "as_of", "timeliness"),
    [
        (None, None, False, "2023-01-01", Timeliness.NO_DEADLINE),
        (None, "2022-01-01", False, "2023-01-01", Timeliness.NO_DEADLINE),
        ("2023", None, True, "2024-06-01", Timeliness.NO_DEADLINE),
        # Due on 31 December: 91 days before is 1 October, 90 days 2 October.
        ("2023", None, False, "2023-10-01", Timeliness.NOT_DUE),
        ("2023", None, False, "2023-10-02", Timeliness.DUE_SOON),
        ("2023", None, False, "2023-12-31", Timeliness.DUE_SOON),
        ("2023", None, False, "2024-01-01", Timeliness.OVERDUE),
        ("2023", "2023-12-31", False, "2024-06-01", Timeliness.DONE_ON_TIME),
        ("2023", "2024-01-01", False, "2024-06-01", Timeliness.DONE_LATE),
        ("2023", "2023-06-01", True, "2024-06-01", Timeliness.DONE_ON_TIME),
    ],
    ids=[
        "no due date",
        "done without due date",
        "left the plan undone",
        "91 days ahead",
        "90 days ahead",
        "the last day",
        "the day after",
        "done on the last day",
        "done a day late",
        "done, and superseded later",
    ],
)
def test_timeliness(due, completed_on, is_closed, as_of, timeliness):
    found = timeliness_of(
        partial(due),
        completed_on=day(completed_on) if completed_on else None,
        is_closed=is_closed,
        as_of=day(as_of),
    )

    assert found is timeliness
