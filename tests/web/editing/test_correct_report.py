"""Correcting and retiring a report: both stay readable, one of them counts."""

import pytest

from tests.factories import PROGRAM
from tests.web.sending import filled, words_of
from tracker.domain.vocabulary import Stage
from tracker.storage import queries

CORRECT = f"/programs/{PROGRAM}/reports/R0001/correct"
RETIRE = f"/programs/{PROGRAM}/reports/R0001/retire"


def reports(app, *, with_retired=False):
    with app.app_context():
        held = queries.reports_of((PROGRAM,), with_retired=with_retired)
        return {w.report.key: w.report for w in held.get(PROGRAM, [])}


def correct(client, page=CORRECT, **typed):
    """Correct the report all the way to the record."""
    typed = {"reason": "A test mistake", **typed}
    preview = client.post(page, data=filled(client.get(page), **typed, step="check"))
    return client.post(page, data=filled(preview, step="save"))


def test_the_form_begins_with_what_the_report_says(editor):
    words = words_of(editor.get(CORRECT))

    assert words["dated"] == "2022-05-01"
    assert words["stage"] == "in_progress"
    assert words["sources-0"] == "test-source"


def test_the_wrong_report_is_retired_and_the_right_one_takes_its_place(editor, record):
    saved = correct(editor, stage="approved")

    assert saved.status_code == 303
    (right,) = reports(record).values()
    assert right.stage is Stage.APPROVED
    assert right.corrects == "R0001"
    assert reports(record, with_retired=True)["R0001"].retired_in is not None


@pytest.mark.parametrize("change", [{"note": "Other words"}, {"stage": "approved"}])
def test_the_preview_says_whose_place_the_right_report_takes(editor, change):
    words = filled(editor.get(CORRECT), reason="Test", step="check", **change)

    preview = editor.post(CORRECT, data=words).text

    assert "The report takes the place of R0001." in preview
    assert "joins the history" not in preview


def test_lowering_a_report_that_stands_alone_is_no_step_back(editor):
    words = filled(
        editor.get(CORRECT), stage="negotiating", reason="Test", step="check"
    )

    assert editor.post(CORRECT, data=words).status_code == 200


def test_a_correction_wants_a_reason(editor, revision):
    before = revision()

    refused = editor.post(CORRECT, data=filled(editor.get(CORRECT), step="save"))

    assert refused.status_code == 422
    assert "Say why the report is corrected." in refused.text
    assert revision() == before


def test_a_correction_sent_twice_is_written_once(editor, revision):
    words = filled(editor.get(CORRECT), stage="approved", reason="Test", step="save")
    first = editor.post(CORRECT, data=words)
    after_first = revision()

    second = editor.post(CORRECT, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first


@pytest.mark.parametrize("step", ["check", "save"])
def test_the_second_of_two_editors_sees_both_versions(
    editor, second_editor, revision, step
):
    mine = filled(
        editor.get(CORRECT), stage="agreed", note="My words", reason="Mine", step=step
    )
    correct(second_editor, stage="approved", note="Their words")
    before = revision()

    conflict = editor.post(CORRECT, data=mine)

    assert conflict.status_code == 409
    for words in ("Agreed", "Approved", "My words", "Their words"):
        assert words in conflict.text
    assert revision() == before


def test_after_a_conflict_one_can_go_on_with_what_one_typed(
    editor, second_editor, record
):
    mine = filled(editor.get(CORRECT), note="My words", reason="Mine", step="check")
    correct(second_editor, stage="approved")
    conflict = editor.post(CORRECT, data=mine)
    newer = f"/programs/{PROGRAM}/reports/R0002/correct"
    assert f'action="{newer}"' in conflict.text

    form = editor.post(newer, data=filled(conflict, step="change"))
    assert words_of(form)["note"] == "My words"
    preview = editor.post(newer, data=filled(form, step="check"))
    editor.post(newer, data=filled(preview, step="save"))

    assert reports(record)["R0003"].note == "My words"


def test_a_report_can_be_retired_with_a_reason(editor, record):
    page = editor.get(RETIRE)
    assert "Not known" in page.text, "what the program will be"

    saved = editor.post(RETIRE, data=filled(page, reason="A test mistake", step="save"))

    assert saved.status_code == 303
    assert reports(record) == {}
    assert reports(record, with_retired=True)["R0001"].retired_in is not None


def test_retiring_a_report_wants_a_reason(editor, record):
    refused = editor.post(RETIRE, data=filled(editor.get(RETIRE), step="save"))

    assert refused.status_code == 422
    assert "Say why the report is retired." in refused.text
    assert "R0001" in reports(record)


def test_retiring_a_report_twice_is_done_once(editor, revision):
    words = filled(editor.get(RETIRE), reason="Test", step="save")
    first = editor.post(RETIRE, data=words)
    after_first = revision()

    second = editor.post(RETIRE, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first


def test_a_report_that_stands_no_more_cannot_be_retired(
    editor, second_editor, revision
):
    mine = filled(editor.get(RETIRE), reason="Mine", step="save")
    correct(second_editor, stage="approved")
    before = revision()

    conflict = editor.post(RETIRE, data=mine)

    assert conflict.status_code == 409
    assert "R0002" in conflict.text
    assert editor.get(RETIRE).status_code == 409
    assert revision() == before


@pytest.mark.parametrize("step", ["correct", "retire"])
@pytest.mark.parametrize(
    "report", ["TEST2021-01/reports/R9999", "TEST2021-02/reports/R0001"]
)
def test_an_unknown_report_is_not_found(editor, report, step):
    assert editor.get(f"/programs/{report}/{step}").status_code == 404


@pytest.mark.parametrize("page", [CORRECT, RETIRE])
def test_a_page_without_its_token_writes_nothing(editor, revision, page):
    words = filled(editor.get(page), reason="Test", csrf_token="", step="save")
    before = revision()

    assert editor.post(page, data=words).status_code == 400
    assert revision() == before
