"""Promises followed from plan to plan."""

from tests.factories import a_lineage, a_stated_deadline, a_view
from tracker.domain.deadlines import WHOLE_PROGRAM
from tracker.domain.followed import followed_milestones

ROAD_MAP, PROGRAM, SIBLING, HEIR = (
    "OLD2019-03",
    "TEST2021-15",
    "TEST2021-16",
    "NEW2024-07",
)
VIEW = a_view("2025-06-01")
LINEAGE = [
    a_lineage("L001", origin=ROAD_MAP, heir=PROGRAM),
    a_lineage("L002", origin=PROGRAM, heir=HEIR),
    a_lineage("L003", origin=SIBLING, heir=HEIR),
]


def stated(program, *promises, milestone="Market launch"):
    return [
        a_stated_deadline(
            f"D{number:03d}",
            program=program,
            milestone=milestone,
            stated_on=said,
            due=due,
        )
        for number, (said, due) in enumerate(promises, start=1)
    ]


def test_a_promise_slips_from_plan_to_plan():
    statements = {
        ROAD_MAP: stated(ROAD_MAP, ("2019-07-01", "2022-01-01")),
        PROGRAM: stated(PROGRAM, ("2021-12-20", "2024-01-01")),
        HEIR: stated(HEIR, ("2024-08-06", "2025-01-01")),
    }

    [found] = followed_milestones(statements, LINEAGE, VIEW)

    # From 2022 to 2024 are 730 days, from 2024, a leap year, to 2025 are 366.
    assert found.programs == (ROAD_MAP, PROGRAM, HEIR)
    assert (found.slip_count, found.slip_days) == (2, 1096)
    assert found.is_passed


def test_programs_of_one_matter_that_are_no_heirs_keep_theirs_apart():
    statements = {
        PROGRAM: stated(PROGRAM, ("2021-12-20", "2023-01-01")),
        SIBLING: stated(SIBLING, ("2022-12-20", "2024-01-01")),
    }

    found = followed_milestones(statements, LINEAGE, VIEW)

    assert [milestone.programs for milestone in found] == [(PROGRAM,), (SIBLING,)]
    assert [milestone.slip_count for milestone in found] == [0, 0]


def test_another_name_is_another_promise():
    statements = {
        PROGRAM: stated(PROGRAM, ("2021-12-20", "2023-01-01")),
        HEIR: stated(HEIR, ("2024-08-06", "2025-01-01"), milestone="Price terms"),
    }

    found = followed_milestones(statements, LINEAGE, VIEW)

    assert [(m.name, m.program) for m in found] == [
        ("Market launch", PROGRAM),
        ("Price terms", HEIR),
    ]


def test_what_lies_outside_the_view_or_moves_the_program_itself_is_left_out():
    statements = {
        PROGRAM: stated(PROGRAM, ("2021-12-20", "2023-01-01"))
        + stated(PROGRAM, ("2021-12-20", "2023-01-01"), milestone=WHOLE_PROGRAM),
        HEIR: stated(HEIR, ("2024-08-06", "2025-01-01")),
    }

    [found] = followed_milestones(statements, LINEAGE, a_view("2023-12-31"))

    assert found.programs == (PROGRAM,)


def test_nothing_promised_gives_nothing():
    assert followed_milestones({}, LINEAGE, VIEW) == []
