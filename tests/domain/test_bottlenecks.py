"""The bottleneck score of programs made by hand, with the sum beside each."""

from fractions import Fraction

import pytest

from tests.domain.held import AS_OF, NOTHING, REPORTS, a_position, around
from tests.factories import a_plan, a_stated_deadline, a_weighed_report, day
from tracker.domain.bottlenecks import Part, held_program, is_in_force, rank_programs


def test_the_five_parts_and_the_score():
    held = held_program(a_position(REPORTS), around("TEST2021-02"))

    # Due on 31 December 2023, 73 days before 13 March 2024.
    assert (held.late_days, held.late_for) == (73, "")
    assert held.parts[Part.OVERDUE] == Fraction(73, 365) == Fraction(1, 5)
    # 125 days in the stage, of twice 200.
    assert held.stage_days == 125
    assert held.parts[Part.STAY] == Fraction(125, 400) == Fraction(5, 16)
    # One program waits: 1 / (1 + 2).
    assert held.parts[Part.AWAITED] == Fraction(1, 3)
    assert held.parts[Part.SILENCE] == Fraction(74, 365)
    assert held.parts[Part.HELD_UP] == 1
    # (3 * 1/5 + 3 * 5/16 + 2 * 1/3 + 74/365 + 1) / 10
    expected = (
        Fraction(3, 5) + Fraction(15, 16) + Fraction(2, 3) + Fraction(74, 365) + 1
    )
    assert held.score == expected / 10


def test_a_stage_with_fewer_than_five_exits_leaves_its_part_out_of_the_score():
    reports = [a_weighed_report(dated=AS_OF, stage="approved")]

    held = held_program(a_position(reports), around())

    # (3 * 1/5 + 0 + 0 + 0) / 7
    assert held.parts[Part.STAY] is None
    assert held.score == Fraction(3, 5) / 7


def test_of_an_unknown_program_stage_and_silence_are_left_out():
    held = held_program(a_position([]), around("TEST2021-02", "TEST2021-03"))

    # (3 * 1/5 + 2 * 2/4 + 0) / 6
    assert (held.parts[Part.STAY], held.parts[Part.SILENCE]) == (None, None)
    assert held.score == (Fraction(3, 5) + 1) / 6


def test_every_part_ends_at_one():
    reports = [a_weighed_report(dated="2020-01-01", condition="blocked")]
    early = a_stated_deadline(due="2020-01-01", stated_on="2019-01-01")

    held = held_program(a_position(reports, [early]), around())

    # All but the part of the others is 1: (3 + 3 + 0 + 1 + 1) / 10.
    assert held.score == Fraction(8, 10)


@pytest.mark.parametrize(
    ("due", "met_on", "late_days", "late_for"),
    [
        ("2023-12-01", None, 103, "Market launch"),
        ("2024-01-01", None, 73, ""),
        ("2023-12-31", None, 73, ""),
        ("2023-12-01", "2024-02-01", 73, ""),
        ("2024-06-01", None, 73, ""),
    ],
    ids=[
        "a milestone passed before the due date",
        "a milestone passed after it",
        "both on one day: the due date is named",
        "a milestone that was met",
        "a milestone still ahead",
    ],
)
def test_late_is_the_due_date_or_the_earliest_passed_milestone(
    due, met_on, late_days, late_for
):
    statements = [
        a_stated_deadline("D001", due=due, met_on=met_on),
        a_stated_deadline("D002", due="2024-03-01", milestone="Roaming"),
    ]

    held = held_program(a_position(REPORTS, statements), NOTHING)

    assert (held.late_days, held.late_for) == (late_days, late_for)


def test_what_is_not_due_yet_is_not_late():
    later = a_stated_deadline(milestone="Whole program", due="2025")

    held = held_program(a_position(REPORTS, [later]), NOTHING)

    assert (held.late_days, held.parts[Part.OVERDUE]) == (0, 0)


def test_the_parts_of_a_score_add_up_to_it_whatever_is_left_out():
    held = held_program(a_position([]), around("TEST2021-02"))

    shares = held.shares({part: Fraction(1) for part in Part})

    assert list(shares) == list(Part)
    # (1/5 + 1/3 + 0) / 3
    assert sum(shares.values()) == (Fraction(1, 5) + Fraction(1, 3)) / 3


def test_completed_and_closed_programs_hold_nothing_up():
    done = [a_weighed_report(stage="completed")]
    gone = [a_weighed_report(closure="carried_over")]
    positions = [
        a_position(done, code="TEST2021-01"),
        a_position(gone, code="TEST2021-02"),
        a_position([], code="TEST2021-03"),
    ]

    held = rank_programs(positions, NOTHING)

    assert [h.position.program.code for h in held] == ["TEST2021-03"]


def test_the_highest_score_comes_first_and_equal_ones_stand_by_code():
    positions = [
        a_position([], code="TEST2021-03"),
        a_position(REPORTS, code="TEST2021-02"),
        a_position([], code="TEST2021-01"),
    ]

    held = rank_programs(positions, NOTHING)
    turned = rank_programs(positions[::-1], NOTHING)

    # Unknown ones: (3/5) / 6 = 0.1; the stalled one: (3/5 + 74/365 + 1) / 7 = 0.26.
    codes = [h.position.program.code for h in held]
    assert codes == ["TEST2021-02", "TEST2021-01", "TEST2021-03"]
    assert turned == held


# --- plans in force ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "in_force"),
    [
        ("2021-11-03", False),
        ("2021-11-04", True),
        ("2023-12-31", True),
        ("2024-01-01", False),
    ],
)
def test_a_plan_is_in_force_from_its_adoption_to_its_last_day(asked, in_force):
    plan = a_plan(adopted_on="2021-11-04", starts_on="2021", ends_on="2023")

    assert is_in_force(plan, day(asked)) is in_force


def test_a_plan_that_was_never_adopted_runs_from_its_first_day():
    plan = a_plan(starts_on="2018-12-28", ends_on="2021-09-10")

    assert not is_in_force(plan, day("2018-12-27"))
    assert is_in_force(plan, day("2018-12-28"))
    assert not is_in_force(a_plan(starts_on=None), day("2022-01-01"))
