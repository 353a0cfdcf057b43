"""What a deadline statement would move."""

import pytest

from tests.factories import PROGRAM, a_deadline
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Origin
from tracker.domain.deadlines import WHOLE_PROGRAM
from tracker.domain.vocabulary import Timeliness
from tracker.services import deadlines
from tracker.services.door import Author, RecordRefused
from tracker.services.entries import Entry, Signature

SIGNED = Signature(
    author=Author("Test Editor", Origin.FORM), today=TODAY, token="", summary="Test"
)


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


def a_statement(**more):
    return Entry(a_deadline("", program=PROGRAM, **more))


def test_the_first_statement_makes_a_milestone():
    preview = deadlines.preview_deadline(a_statement(due="2024"), TODAY)

    assert preview.milestone_before is None
    assert preview.milestone_after.due.text == "2024"
    assert preview.milestone_after.slip_count == 0


def test_a_later_promise_is_a_slip():
    deadlines.add_deadline(a_statement(due="2023-12-31"), SIGNED)
    later = a_statement(due="2024-12-31", stated_on="2023-03-01")

    preview = deadlines.preview_deadline(later, TODAY)

    assert preview.milestone_before.slip_count == 0
    assert preview.milestone_after.slip_count == 1
    assert preview.milestone_after.slip_days == 366


def test_the_whole_program_moves_what_is_due():
    statement = a_statement(milestone=WHOLE_PROGRAM, due="2023-01-31")

    preview = deadlines.preview_deadline(statement, TODAY)

    assert preview.is_whole_program
    assert preview.milestone_after is None
    assert preview.before.due.text == "2023"
    assert preview.after.due.text == "2023-01-31"
    assert preview.after.timeliness is Timeliness.OVERDUE


def test_a_statement_of_tomorrow_moves_nothing_yet():
    statement = a_statement(stated_on="2023-06-02", due="2024")

    assert deadlines.preview_deadline(statement, TODAY).milestone_after is None


def test_a_bad_statement_is_refused_with_its_fields():
    with pytest.raises(RecordRefused) as refused:
        deadlines.preview_deadline(a_statement(due="2050", milestone=""), TODAY)

    ((_, problems),) = refused.value.problems
    assert {problem.field for problem in problems} == {"due", "milestone"}
