"""What changed between two dates: each kind of news, and no news."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from tests.factories import (
    PLAN,
    PROGRAM,
    a_claim,
    a_deadline,
    a_report,
    a_source,
    a_view,
    an_act,
    day,
)
from tests.services.entering import enter_catalogue, enter_steps
from tracker.domain.changes import Add
from tracker.domain.claim_checks import Verdict
from tracker.domain.errors import BadInput, NotFound
from tracker.domain.vocabulary import Stage
from tracker.services.digest import digest

SINCE = day("2022-06-30")
UNTIL = a_view("2022-12-31")
OTHER_PROGRAM = "TEST2021-02"


@pytest.fixture(autouse=True)
def _record(app):
    with app.app_context():
        enter_catalogue()
        yield


def enter(*facts):
    return enter_steps(*[Add(fact) for fact in facts])


def of_plan(since=SINCE, view=UNTIL):
    """The digest of the one plan."""
    [found] = digest(since, view, PLAN).plans
    return found


def moves_of(found):
    """The program of each move, with the stage said before and after."""
    return [(m.program.code, *[s.stage for s in m.said]) for m in found.moved]


def test_a_plan_of_which_nothing_was_said_is_empty():
    found = of_plan()

    assert found.is_empty
    assert found.said[0] == found.said[1]


def test_a_program_that_moved_is_told_with_the_reports_that_moved_it():
    enter(
        a_report("", dated="2022-05-01", stage="agreed"),
        a_report("", dated="2022-09-01", stage="completed", note="Test note"),
        a_report("", dated="2022-10-01", stage="completed"),
    )

    found = of_plan()

    assert moves_of(found) == [(PROGRAM, Stage.AGREED, Stage.COMPLETED)]
    assert [w.report.note for w in found.moved[0].reports] == ["Test note"]
    assert found.quiet_count == 1
    assert [score.done for score in found.said] == [Fraction(2, 3), 1]
    assert [score.done for score in found.shown] == [0, 0]


def test_what_moves_only_as_shown_is_told_too():
    enter(
        a_source("law", grade="A"),
        a_report("", dated="2022-05-01", stage="completed"),
        a_report(
            "",
            dated="2022-09-01",
            stage="completed",
            kind="legal_act",
            sources=("law",),
        ),
    )

    [moved] = of_plan().moved

    assert moved.said[0].stage is moved.said[1].stage is Stage.COMPLETED
    assert [state.stage for state in moved.shown] == [None, Stage.COMPLETED]


def test_a_program_that_moved_and_came_back_is_told():
    enter(
        a_report("", dated="2022-05-01"),
        a_report("", dated="2022-08-01", condition="stalled"),
        a_report("", dated="2022-09-01"),
    )

    [moved] = of_plan().moved

    assert moved.said[0].condition is moved.said[1].condition
    assert len(moved.reports) == 2


@pytest.mark.parametrize(
    ("dated", "is_told"),
    [
        ("2022-06-30", False),
        ("2022-07-01", True),
        ("2022-12-31", True),
        ("2023-01-01", False),
    ],
    ids=["on the first day", "after it", "on the last day", "after that"],
)
def test_the_period_begins_after_its_first_day_and_holds_its_last(dated, is_told):
    enter(
        a_report("", dated=dated),
        a_deadline("", stated_on=dated, due="2023-12-31"),
        a_claim("", dated=dated),
        an_act("", signed_on=dated, plan=PLAN),
    )

    found = of_plan()

    told = (found.moved, found.stated, found.claims, found.acts)
    assert [bool(each) for each in told] == [is_told] * 4


@pytest.mark.parametrize(
    ("due", "passes"),
    [("2022-06-29", False), ("2022-06-30", True), ("2022-12-31", False)],
    ids=["had passed before", "passes", "is due on the last day"],
)
def test_a_promise_passes_in_the_period_once(due, passes):
    enter(a_deadline("", stated_on="2022-01-01", due=due))

    assert bool(of_plan().passed) is passes


def test_a_promise_that_was_met_does_not_pass():
    enter(a_deadline("", stated_on="2022-01-01", due="2022-10-01", met_on="2022-09-01"))

    assert of_plan().passed == ()


def test_programs_that_ran_past_their_due_date_are_told_once():
    enter(a_report("", dated="2022-05-01", stage="in_progress"))

    late = of_plan(day("2023-12-01"), a_view("2024-01-31")).overdue

    assert [program.code for program in late] == [PROGRAM, OTHER_PROGRAM]
    assert of_plan(day("2024-01-31"), a_view("2024-02-28")).overdue == ()


def test_a_claim_comes_with_its_verdict():
    enter(a_claim("", dated="2022-09-01"))

    [row] = of_plan().claims

    assert row.check.verdict is Verdict.UNCHECKED


def test_programs_that_fell_silent_are_told_once():
    enter(a_report("", dated="2022-01-01"))

    found = of_plan()

    assert [program.code for program in found.silent] == [PROGRAM]
    assert of_plan(day("2022-12-31"), a_view("2023-01-31")).silent == ()


def test_an_act_belongs_to_the_plan_of_its_programs_or_to_none():
    enter(
        an_act("", signed_on="2022-09-01", programs=(PROGRAM,)),
        an_act("", title_en="Test act of no plan", signed_on="2022-09-02"),
    )

    found = digest(SINCE, UNTIL)

    assert [act.title_en for act in found.plans[0].acts] == ["Test agreement"]
    assert [act.title_en for act in found.acts] == ["Test act of no plan"]
    assert digest(SINCE, UNTIL, PLAN).acts == ()


def test_revisions_are_counted_by_the_day_they_were_made():
    today = datetime.now(UTC).date()

    assert digest(SINCE, UNTIL).revision_count == 0
    assert digest(SINCE, a_view(today)).revision_count == 1


def test_many_revisions_are_counted_page_by_page(monkeypatch):
    monkeypatch.setattr("tracker.services.digest.REVISIONS_AT_ONCE", 2)
    for number in range(4):
        enter(a_source(f"more-{number}"))

    assert digest(SINCE, a_view(datetime.now(UTC).date())).revision_count == 5


def test_a_period_must_have_a_day_in_it():
    with pytest.raises(BadInput, match="Choose an earlier start"):
        digest(UNTIL.as_of, UNTIL)


def test_an_unknown_plan_is_refused():
    with pytest.raises(NotFound):
        digest(SINCE, UNTIL, "NONE")
