"""Where a program stands: its state beside its due date and milestones."""

import pytest

from tests.factories import (
    a_plan,
    a_program,
    a_stated_deadline,
    a_view,
    a_weighed_report,
    partial,
)
from tracker.domain.state import position_of, state_of
from tracker.domain.vocabulary import Timeliness

VIEW = a_view("2024-03-31")


def position(statements=(), **report):
    state = state_of([a_weighed_report(dated="2023-01-13", **report)], VIEW)
    return position_of(a_program(), a_plan(), state, statements, VIEW)


def test_a_position_sets_a_state_beside_due_date_and_milestones():
    statements = [
        a_stated_deadline("D001", milestone="Whole program", due="2022-12-31"),
        a_stated_deadline("D002", milestone="Market launch", due="2022-06-30"),
    ]

    found = position(statements, stage="completed")

    assert found.due == partial("2022-12-31")
    # Completed on 13 January, due on 31 December before.
    assert found.timeliness is Timeliness.DONE_LATE
    assert [milestone.name for milestone in found.milestones] == ["Market launch"]


@pytest.mark.parametrize(
    ("report", "timeliness"),
    [
        ({}, Timeliness.OVERDUE),
        ({"closure": "carried_over"}, Timeliness.NO_DEADLINE),
        ({"stage": "completed"}, Timeliness.DONE_ON_TIME),
        ({"stage": "completed", "closure": "superseded"}, Timeliness.DONE_ON_TIME),
        ({"stage": "completed", "closure": "carried_over"}, Timeliness.NO_DEADLINE),
    ],
    ids=["open", "left", "done", "done and superseded", "done and carried over"],
)
def test_no_deadline_runs_once_a_program_left_its_plan_undone(report, timeliness):
    assert position(**report).timeliness is timeliness
