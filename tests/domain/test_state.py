"""The state of a program in a view, from the reports that count."""

from datetime import timedelta

import pytest

from tests.factories import (
    a_view,
    a_weighed_report,
    day,
)
from tracker.domain.state import UNKNOWN, reports_behind, state_of
from tracker.domain.views import SHOWN
from tracker.domain.vocabulary import (
    Closure,
    Condition,
    EvidenceGrade,
    Stage,
)

# One program's story. E3 is what a signed treaty gives, E1 what a minister says.
STORY = [
    a_weighed_report("R0001", dated="2021-11-04", stage="approved", grade="E3"),
    a_weighed_report("R0002", dated="2022-06-30", stage="in_progress", grade="E1"),
    a_weighed_report("R0003", dated="2022-12-20", stage="partly_done", grade="E3"),
    a_weighed_report("R0004", dated="2023-01-13", stage="completed", grade="E2"),
    a_weighed_report("R0005", dated="2023-06-01", stage="in_progress", grade="E1"),
]


@pytest.mark.parametrize(
    ("as_of", "said", "shown"),
    [
        ("2021-11-03", None, None),
        ("2021-11-04", Stage.APPROVED, Stage.APPROVED),
        ("2022-07-01", Stage.IN_PROGRESS, Stage.APPROVED),
        ("2022-12-31", Stage.PARTLY_DONE, Stage.PARTLY_DONE),
        ("2023-01-13", Stage.COMPLETED, Stage.PARTLY_DONE),
        ("2024-01-01", Stage.COMPLETED, Stage.PARTLY_DONE),
    ],
    ids=[
        "before any report: unknown",
        "on the day of the decree",
        "a word moves what is said alone",
        "a treaty moves both",
        "completed, said by officials only",
        "a vague later word undoes nothing",
    ],
)
def test_the_stage_said_and_shown(as_of, said, shown):
    view = a_view(as_of)

    assert state_of(STORY, view).stage is said
    assert state_of(STORY, view.read_as(SHOWN)).stage is shown


def test_a_state_tells_since_when_by_what_grade_and_how_long_silent():
    state = state_of(STORY, a_view("2023-12-31"))

    assert state.stage_since == state.completed_on == day("2023-01-13")
    assert state.grade is EvidenceGrade.E2
    assert (state.last_report, state.last_report_on) == ("R0005", day("2023-06-01"))
    # 1 June to 31 December: 29 + 31 + 31 + 30 + 31 + 30 + 31 days.
    assert state.silent_days == 213
    assert state.report_count == 5


def test_the_grade_of_a_stage_is_the_best_word_for_that_stage():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", grade="E1"),
        a_weighed_report("R0002", dated="2022-02-01", grade="E3"),
        a_weighed_report("R0003", dated="2022-03-01", grade="E4", stage="agreed"),
    ]

    assert state_of(reports, a_view()).grade is EvidenceGrade.E3


def test_what_was_not_public_yet_does_not_count_however_early_it_happened():
    leaked = a_weighed_report(
        "R0002", dated="2022-06-01", known_on="2023-02-01", stage="partly_done"
    )
    reports = [a_weighed_report("R0001", dated="2022-05-01"), leaked]

    assert state_of(reports, a_view("2022-12-31")).stage is Stage.PARTLY_DONE
    known_then = a_view("2022-12-31", known_on="2022-12-31")
    assert state_of(reports, known_then).stage is Stage.IN_PROGRESS


def test_2022_told_on_15_june_2022_counts_from_15_june():
    told = a_weighed_report(dated="2022", known_on="2022-06-15")

    assert state_of([told], a_view("2022-06-14")) == UNKNOWN
    state = state_of([told], a_view("2022-06-15"))
    assert (state.stage_since, state.silent_days) == (day("2022-06-15"), 0)


def test_a_real_step_back_starts_the_ladder_anew():
    reports = [
        *STORY,
        a_weighed_report(
            "R0006", dated="2023-07-01", stage="negotiating", reverses=True
        ),
    ]

    before = state_of(reports, a_view("2023-06-30"))
    after = state_of(reports, a_view("2023-07-01"))

    assert before.stage is Stage.COMPLETED
    assert (after.stage, after.stage_since) == (Stage.NEGOTIATING, day("2023-07-01"))
    assert after.report_count == 6


@pytest.mark.parametrize("later_count", range(4))
def test_a_step_back_is_found_however_many_reports_follow(later_count):
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", stage="completed"),
        a_weighed_report("R0002", dated="2022-02-01", stage="agreed", reverses=True),
        *[
            a_weighed_report(f"R01{n}", dated=f"2022-03-0{n + 1}", stage="negotiating")
            for n in range(later_count)
        ],
    ]

    assert state_of(reports, a_view()).stage is Stage.AGREED


def test_steps_after_a_step_back_climb_from_there():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", stage="completed"),
        a_weighed_report("R0002", dated="2022-02-01", stage="agreed", reverses=True),
        a_weighed_report("R0003", dated="2022-03-01", stage="approved"),
        a_weighed_report("R0004", dated="2022-04-01", stage="negotiating"),
    ]

    state = state_of(reports, a_view())

    assert (state.stage, state.stage_since) == (Stage.APPROVED, day("2022-03-01"))


def test_a_step_back_too_weak_for_the_reading_steps_nowhere_in_it():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", stage="approved", grade="E3"),
        a_weighed_report("R0002", dated="2022-02-01", stage="agreed", reverses=True),
    ]

    assert state_of(reports, a_view()).stage is Stage.AGREED
    assert state_of(reports, a_view(reading=SHOWN)).stage is Stage.APPROVED


def test_the_condition_is_that_of_the_latest_report_whatever_its_stage():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", stage="partly_done"),
        a_weighed_report("R0002", dated="2022-02-01", condition="stalled"),
        a_weighed_report("R0003", dated="2022-03-01", stage="agreed"),
    ]

    assert state_of(reports, a_view("2022-02-28")).condition is Condition.STALLED
    assert state_of(reports, a_view("2022-02-28")).is_held_up
    assert state_of(reports, a_view("2022-03-01")).condition is Condition.NORMAL


@pytest.mark.parametrize("closure", [None, "withdrawn"])
def test_a_program_that_left_its_plan_is_not_held_up_any_more(closure):
    stalled = a_weighed_report(condition="stalled", closure=closure)

    assert state_of([stalled], a_view()).is_held_up is (closure is None)


def test_the_reports_behind_a_stage_are_those_that_say_it_since_the_last_step_back():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", stage="approved"),
        a_weighed_report("R0002", dated="2022-02-01", stage="agreed", reverses=True),
        a_weighed_report("R0003", dated="2022-03-01", stage="approved"),
        a_weighed_report("R0004", dated="2022-04-01", stage="negotiating"),
        a_weighed_report("R0005", dated="2022-05-01", stage="approved"),
    ]

    behind = reports_behind(reports, a_view("2022-12-31"))

    assert [weighed.report.key for weighed in behind] == ["R0003", "R0005"]
    assert reports_behind(reports, a_view("2021-12-31")) == ()


def test_of_two_reports_of_a_day_the_better_attested_and_then_the_later_key_is_last():
    stalled = a_weighed_report("R0001", condition="stalled", grade="E4")
    normal = a_weighed_report("R0002", grade="E1")
    blocked = a_weighed_report("R0003", condition="blocked", grade="E1")

    assert state_of([normal, stalled], a_view()).condition is Condition.STALLED
    assert state_of([blocked, normal], a_view()).condition is Condition.BLOCKED


def test_a_closure_holds_until_a_later_report_reverses():
    closed = a_weighed_report("R0001", dated="2022-01-01", closure="carried_over")
    plain = a_weighed_report("R0002", dated="2022-02-01")
    taken_up = a_weighed_report("R0003", dated="2022-03-01", reverses=True)
    reports = [closed, plain, taken_up]

    assert state_of(reports, a_view("2022-02-28")).closure is Closure.CARRIED_OVER
    assert not state_of(reports, a_view("2022-02-28")).is_open
    assert state_of(reports, a_view("2022-03-01")).closure is None
    assert state_of(reports, a_view("2022-03-01")).is_open


def test_of_several_closures_the_latest_holds():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", closure="carried_over"),
        a_weighed_report("R0002", dated="2022-02-01", closure="superseded"),
        a_weighed_report("R0003", dated="2022-03-01"),
    ]

    assert state_of(reports, a_view()).closure is Closure.SUPERSEDED


@pytest.mark.parametrize(
    ("closure", "is_completed"),
    [(None, True), ("carried_over", False), ("superseded", True), ("withdrawn", True)],
)
def test_a_program_called_completed_and_carried_over_counts_as_not_completed(
    closure, is_completed
):
    reports = [a_weighed_report(stage="completed", closure=closure)]

    state = state_of(reports, a_view())

    assert state.is_completed is is_completed
    assert (state.completed_on is not None) is is_completed
    assert not state.is_open


def test_no_report_is_unknown_and_not_the_same_as_not_started():
    not_started = state_of([a_weighed_report(stage="not_started")], a_view())

    assert state_of([], a_view()) == UNKNOWN
    assert (UNKNOWN.stage, UNKNOWN.silent_days, UNKNOWN.is_silent) == (
        None,
        None,
        False,
    )
    assert UNKNOWN.is_open
    assert not_started.stage is Stage.NOT_STARTED


@pytest.mark.parametrize(("days", "is_silent"), [(0, False), (270, False), (271, True)])
def test_a_program_is_silent_after_more_than_270_days(days, is_silent):
    report = a_weighed_report(dated="2022-01-01")

    state = state_of([report], a_view(day("2022-01-01") + timedelta(days)))

    assert (state.silent_days, state.is_silent) == (days, is_silent)


def test_silence_ends_with_any_word_and_only_with_words_that_count():
    reports = [
        a_weighed_report("R0001", dated="2022-01-01", grade="E3"),
        a_weighed_report("R0002", dated="2023-12-01", stage="agreed", grade="E1"),
    ]

    assert not state_of(reports, a_view("2023-12-31")).is_silent
    assert state_of(reports, a_view("2023-12-31", reading=SHOWN)).is_silent


def test_a_retired_report_tells_nothing_and_still_stands_in_older_revisions():
    wrong = a_weighed_report(
        "R0001", dated="2022-01-01", stage="completed", added_in=1, retired_in=2
    )
    right = a_weighed_report(
        "R0002", dated="2022-01-01", stage="agreed", added_in=2, corrects="R0001"
    )

    assert state_of([wrong, right], a_view()).stage is Stage.AGREED
    assert state_of([wrong, right], a_view(revision=1)).stage is Stage.COMPLETED
