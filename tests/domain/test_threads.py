"""Threads: who holds a matter when, from road map to its latest heir."""

from tests.factories import a_lineage, a_program, a_view, a_weighed_report, day
from tracker.domain.history import course_of
from tracker.domain.threads import Threads, matters_of, stretches_of

OLD, OTHER, NEW, NEXT = "TEST2019-01", "TEST2019-02", "TEST2021-01", "TEST2024-01"
WINDOW = (day("2019-01-01"), day("2025-01-01"))


def threads(*lineage, **courses):
    """Threads of four programs; *courses* give (day, closure) by the year of a plan."""
    held = {}
    for code in (OLD, OTHER, NEW, NEXT):
        reports = [
            a_weighed_report(f"R{number:04d}", dated=dated, closure=closure or None)
            for number, (dated, closure) in enumerate(
                courses.get(f"of_{code[4:8]}", ())
            )
        ]
        held[code] = course_of(reports, a_view("2024-12-31"))
    programs = {code: a_program(code) for code in (OLD, OTHER, NEW, NEXT)}
    return Threads(programs, lineage, held)


def held_by(code, found):
    return [
        (s.program.code, s.starts.isoformat(), s.ends.isoformat(), s.lane, s.lane_count)
        for s in stretches_of(code, found, WINDOW)
    ]


def test_origins_hold_a_thread_before_the_first_word_and_heirs_after_the_closure():
    found = threads(
        a_lineage(origin=OLD, heir=NEW),
        a_lineage(origin=NEW, heir=NEXT),
        of_2021=[("2021-09-10", ""), ("2024-01-29", "carried_over")],
    )

    assert held_by(NEW, found) == [
        (OLD, "2019-01-01", "2021-09-10", 0, 1),
        (NEW, "2021-09-10", "2024-01-29", 0, 1),
        (NEXT, "2024-01-29", "2025-01-01", 0, 1),
    ]


def test_several_origins_share_the_height():
    found = threads(
        a_lineage(origin=OLD, heir=NEW),
        a_lineage(origin=OTHER, heir=NEW),
        of_2021=[("2021-09-10", "")],
    )

    assert held_by(NEW, found)[:2] == [
        (OLD, "2019-01-01", "2021-09-10", 0, 2),
        (OTHER, "2019-01-01", "2021-09-10", 1, 2),
    ]


def test_a_thread_is_followed_through_two_plans():
    found = threads(
        a_lineage(origin=OLD, heir=NEW),
        a_lineage(origin=NEW, heir=NEXT),
        of_2019=[("2019-09-01", ""), ("2021-09-10", "superseded")],
        of_2021=[("2021-09-10", ""), ("2024-01-29", "carried_over")],
        of_2024=[("2024-03-01", "")],
    )

    assert [row[:3] for row in held_by(OLD, found)] == [
        (OLD, "2019-01-01", "2021-09-10"),
        (NEW, "2021-09-10", "2024-01-29"),
        (NEXT, "2024-01-29", "2025-01-01"),
    ]
    assert [row[:3] for row in held_by(NEXT, found)] == [
        (OLD, "2019-01-01", "2021-09-10"),
        (NEW, "2021-09-10", "2024-03-01"),
        (NEXT, "2024-03-01", "2025-01-01"),
    ]


def test_a_program_that_did_not_leave_keeps_its_thread():
    found = threads(a_lineage(origin=NEW, heir=NEXT), of_2021=[("2021-09-10", "")])

    assert [row[0] for row in held_by(NEW, found)] == [NEW]


def test_the_package_as_a_whole_is_no_heir():
    found = threads(
        a_lineage(origin=OLD, heir="TEST2021"),
        of_2019=[("2019-09-01", ""), ("2021-09-10", "superseded")],
    )

    assert [row[:3] for row in held_by(OLD, found)] == [
        (OLD, "2019-01-01", "2025-01-01")
    ]


def test_a_program_that_nobody_spoke_of_holds_its_thread_for_the_whole_window():
    found = threads(a_lineage(origin=OLD, heir=NEW))

    assert held_by(NEW, found) == [(NEW, "2019-01-01", "2025-01-01", 0, 1)]


def test_a_circle_in_the_lineage_comes_to_an_end():
    found = threads(
        a_lineage(origin=NEW, heir=NEXT),
        a_lineage(origin=NEXT, heir=NEW),
        of_2021=[("2021-09-10", ""), ("2022-01-29", "carried_over")],
        of_2024=[("2023-01-01", "carried_over")],
    )

    assert held_by(NEW, found)[0][1] == "2019-01-01"
    assert held_by(NEW, found)[-1][2] == "2025-01-01"


def test_programs_joined_by_lineage_are_one_matter():
    found = threads(
        a_lineage(origin=OLD, heir=NEW),
        a_lineage(origin=OTHER, heir=NEW),
        a_lineage(origin=NEW, heir="TEST2024"),
    )

    assert matters_of(found) == [(OLD, OTHER, NEW), (NEXT,)]
