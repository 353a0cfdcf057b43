"""What was due, how much of it is done, and how late."""

from fractions import Fraction

import pytest

from tests.factories import a_program, a_view, day, partial
from tracker.domain.due_scores import due_v1
from tracker.domain.state import Position, State
from tracker.domain.vocabulary import Closure, Stage, Timeliness

AS_OF = day("2024-01-31")


def a_position(due, stage="in_progress", *, since="2022-01-01", **more):
    """A program due on a date; its timeliness is of no matter here."""
    return Position(
        program=a_program(),
        state=State(
            stage=Stage(stage) if stage else None, stage_since=day(since), **more
        ),
        due=partial(due),
        timeliness=Timeliness.NO_DEADLINE,
        view=a_view(AS_OF),
    )


def test_completed_of_those_due_and_the_mean_delay():
    found = due_v1(
        [
            # On time: 0 days. Late: 1 to 11 January is 10 days. Open since the end of
            # 2023: 31 days so far.
            a_position("2023", "completed", since="2023-06-01"),
            a_position("2024-01-01", "completed", since="2024-01-11"),
            a_position("2023"),
            # Not due yet, though completed; and without any due date.
            a_position("2024-02-01", "completed"),
            a_position(None, "completed"),
        ],
        AS_OF,
    )

    assert (found.score.done, found.score.of) == (2, 3)
    assert found.mean_delay == Fraction(0 + 10 + 31, 3)


def test_the_day_of_the_due_date_counts_as_due_and_not_as_late():
    found = due_v1([a_position("2024-01-31")], AS_OF)

    assert (found.score.of, found.mean_delay) == (1, 0)


def test_a_program_that_left_its_plan_was_due_and_is_not_done_but_has_no_delay():
    found = due_v1(
        [
            a_position("2023", closure=Closure.CARRIED_OVER),
            a_position("2023", "completed", closure=Closure.CARRIED_OVER),
            a_position("2023"),
        ],
        AS_OF,
    )

    assert (found.score.done, found.score.of) == (0, 3)
    assert (found.mean_delay, found.delay_count, found.left_count) == (31, 1, 2)


def test_silent_and_unknown_programs_may_be_done_in_the_upper_bound():
    found = due_v1(
        [a_position("2023", silent_days=271), a_position("2023", None)], AS_OF
    )

    assert (found.score.low, found.score.high) == (0, 1)


@pytest.mark.parametrize("positions", [[], [a_position("2025")]], ids=["none", "later"])
def test_where_nothing_is_due_there_is_no_share_and_no_delay(positions):
    found = due_v1(positions, AS_OF)

    assert (found.score.value, found.mean_delay) == (None, None)
