"""Rows that changed here and in the workbook: both sides, and who decides."""

from dataclasses import replace

import pytest

from tests.factories import PROGRAM
from tests.web.imports.conftest import confirm, downloaded, sent
from tests.web.sending import filled
from tests.workbook.books import typed
from tracker.domain.changes import Edit, Retire
from tracker.domain.program import Title
from tracker.domain.record import Kind
from tracker.services import sent_workbooks
from tracker.storage import queries

THEIR_TITLE = typed("Programs", "E2", "Their title")
THEIR_NOTE = typed("Reports", "K2", "Their note")


@pytest.fixture
def address(editor, record, meanwhile):
    """A workbook whose program and report were changed here since it was written."""
    data = downloaded(editor)
    with record.app_context():
        program = queries.program(PROGRAM)
        (report,) = queries.record().reports
    meanwhile(
        Edit(replace(program, title=Title("Our title"))),
        Edit(replace(report, note="Our note")),
    )
    return sent(editor, THEIR_TITLE, THEIR_NOTE, data=data)


def standing(app):
    """The title and the note that the record has come to."""
    with app.app_context():
        (report,) = queries.record().reports
        return queries.program(PROGRAM).title.en, report.note


def test_both_sides_stand_side_by_side(editor, address):
    page = editor.get(address).text

    for words in ("Our title", "Their title", "Our note", "Their note"):
        assert words in page
    assert "In the record now" in page
    assert "In the workbook" in page


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_undecided_nothing_is_entered_and_each_is_asked_for(
    editor, address, revision, is_elsewhere
):
    before, page = revision(), editor.get(address)
    if is_elsewhere:  # the answer comes from a process that has not planned it yet
        sent_workbooks._plans.clear()

    refused = editor.post(address, data=filled(page))

    assert refused.status_code == 422
    assert f"{PROGRAM}: choose which row shall stand." in refused.text
    assert f'href="#choice-program:{PROGRAM}-0"' in refused.text
    assert 'href="#choice-report:R0001-0"' in refused.text
    assert revision() == before


def test_each_row_is_decided_by_itself(editor, address, record):
    choices = {f"choice__program:{PROGRAM}": "theirs", "choice__report:R0001": "ours"}

    answer = confirm(editor, address, **choices)

    assert answer.status_code == 303
    assert standing(record) == ("Their title", "Our note")


def test_what_was_chosen_is_kept_when_something_is_missing(editor, address):
    refused = confirm(editor, address, **{"choice__report:R0001": "theirs"})

    assert refused.status_code == 422
    assert filled(refused)["choice-report:R0001"] == "theirs"
    assert "R0001: choose" not in refused.text


def test_a_process_that_never_saw_the_plan_still_asks_about_each(editor, address):
    choices = {"choice__report:R0001": "theirs"}
    words = filled(editor.get(address), summary="", **choices)
    sent_workbooks._plans.clear()

    refused = editor.post(address, data=words)

    assert refused.status_code == 422
    assert "Say in a few words why" in refused.text
    assert filled(refused)["choice-report:R0001"] == "theirs"


def test_what_was_refused_before_is_still_of_the_plan_that_was_looked_at(
    editor, address, record, meanwhile
):
    looked_at = filled(editor.get(address), others="theirs")
    confirm(editor, address, fingerprint="of another plan")
    with record.app_context():
        (report,) = queries.record().reports
    meanwhile(Edit(replace(report, note="Our newest note")))
    editor.get(address)  # in another window

    refused = editor.post(address, data=looked_at)

    assert refused.status_code == 409
    assert standing(record) == ("Our title", "Our newest note")


@pytest.mark.parametrize(
    ("others", "expected"),
    [("theirs", ("Their title", "Their note")), ("ours", ("Our title", "Our note"))],
)
def test_all_are_decided_at_once(editor, address, record, others, expected):
    """Where all of ours are kept, the workbook brings nothing, and that is told."""
    answer = confirm(editor, address, others=others)

    assert answer.status_code == (303 if others == "theirs" else 422)
    assert standing(record) == expected


def test_one_choice_is_an_exception_from_that_for_all(editor, address, record):
    confirm(editor, address, others="theirs", **{"choice__report:R0001": "ours"})

    assert standing(record) == ("Their title", "Our note")


def test_a_row_retired_here_can_be_brought_back(editor, record, meanwhile):
    data = downloaded(editor)
    meanwhile(Retire(Kind.REPORT, "R0001", 1))
    address = sent(editor, THEIR_NOTE, data=data)

    assert "The record has retired this row" in editor.get(address).text
    confirm(editor, address, others="theirs")

    assert standing(record)[1] == "Their note"


def test_a_row_changed_here_and_left_out_there_is_a_conflict(editor, record, meanwhile):
    data = downloaded(editor)
    with record.app_context():
        program = queries.program("TEST2021-02")
    meanwhile(Edit(replace(program, title=Title("Our title"))))

    address = sent(editor, lambda b: b["Programs"].delete_rows(3), data=data)

    assert "it is not in the workbook any more" in editor.get(address).text
    confirm(editor, address, others="theirs")
    with record.app_context():
        assert [each.code for each in queries.programs()] == [PROGRAM]


def test_a_choice_that_is_none_is_refused(editor, address, revision):
    before = revision()

    refused = confirm(editor, address, **{"choice__report:R0001": "mine"})

    assert refused.status_code == 422
    assert revision() == before


def test_more_conflicts_than_fit_are_decided_together(
    editor, address, record, monkeypatch
):
    monkeypatch.setattr("tracker.web.forms.decision.SHOWN_CLASHES", 1)

    asked = confirm(editor, address, **{f"choice__program:{PROGRAM}": "ours"})

    assert asked.status_code == 422
    assert "1 more conflict does not fit" in asked.text
    assert "Their note" not in asked.text
    confirm(editor, address, others="theirs")
    assert standing(record) == ("Their title", "Their note")
