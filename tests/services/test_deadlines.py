"""What a deadline statement, its correction or its end would move."""

from dataclasses import replace

import pytest

from tests.factories import PROGRAM, a_deadline, partial
from tests.services.entering import enter_steps
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Add
from tracker.domain.deadlines import WHOLE_PROGRAM
from tracker.domain.record import Kind
from tracker.domain.vocabulary import Timeliness
from tracker.services import entries
from tracker.services.deadlines import preview_deadline
from tracker.services.entries import Entry


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


@pytest.fixture
def slipped():
    """Two statements of one milestone: the second promises a year more."""
    enter_steps(Add(a_deadline("", due="2023-12-31")))
    enter_steps(Add(a_deadline("", due="2024-12-31", stated_on="2023-03-01")))
    return entries.fact_held(Kind.DEADLINE, "D002")


def preview(after=None, before=None):
    settled = after and entries.settle_entry(Entry(after))
    return preview_deadline(before, settled, TODAY)


def a_statement(**more):
    return a_deadline("", program=PROGRAM, **more)


def test_the_first_statement_makes_a_milestone():
    [move] = preview(a_statement(due="2024")).milestones

    assert move.before is None
    assert move.after.due.text == "2024"
    assert move.after.slip_count == 0


def test_a_later_promise_is_a_slip():
    enter_steps(Add(a_statement(due="2023-12-31")))

    later = a_statement(due="2024-12-31", stated_on="2023-03-01")
    [move] = preview(later).milestones

    assert move.before.slip_count == 0
    assert move.after.slip_count == 1
    assert move.after.slip_days == 366


def test_a_statement_put_right_counts_in_the_place_of_the_wrong_one(slipped):
    right = replace(slipped, due=partial("2023-12-31"))

    [move] = preview(right, slipped).milestones

    assert move.before.slip_count == 1
    assert move.after.slip_count == 0


def test_a_statement_put_under_another_milestone_moves_both(slipped):
    right = replace(slipped, milestone="Roaming")

    moved = {move.name: move for move in preview(right, slipped).milestones}

    assert moved["Market launch"].after.due.text == "2023-12-31"
    assert moved["Roaming"].before is None
    assert moved["Roaming"].after.due.text == "2024-12-31"


def test_a_statement_that_is_retired_leaves_the_ones_before(slipped):
    [move] = preview(before=slipped).milestones

    assert move.after.due.text == "2023-12-31"


def test_the_whole_program_moves_what_is_due():
    found = preview(a_statement(milestone=WHOLE_PROGRAM, due="2023-01-31"))

    assert found.milestones == ()
    assert found.before.due.text == "2023"
    assert found.after.due.text == "2023-01-31"
    assert found.after.timeliness is Timeliness.OVERDUE


def test_a_statement_of_tomorrow_moves_nothing_yet():
    [move] = preview(a_statement(stated_on="2023-06-02", due="2024")).milestones

    assert move.after is None
