"""What a workbook would change, shown and confirmed."""

import io

import pytest
from openpyxl import load_workbook

from tests.factories import PROGRAM, SECTOR
from tests.web.imports.conftest import confirm, downloaded, sent
from tests.web.sending import filled, words_of
from tests.workbook.books import typed
from tracker.storage import queries

NOTE = typed("Reports", "K2", "A new test note")


def add_report(book):
    """Type a new report under the others, without a key."""
    sheet = book["Reports"]
    cells = (PROGRAM, "2022-07", None, "approved", None, None, None, None, None)
    row = [*cells, "legal_act", "Typed by a test", "law-source"]
    for column, value in enumerate(row, start=1):
        sheet.cell(3, column, value)


def remove_second_program(book):
    book["Programs"].delete_rows(3)


def retitle(title):
    return typed("Programs", "E2", title)


def programs(app):
    with app.app_context():
        return {each.code: each for each in queries.programs()}


def test_the_preview_tells_new_changed_and_retired_rows(editor):
    page = editor.get(
        sent(editor, retitle("Retitled"), add_report, remove_second_program)
    )

    assert page.status_code == 200
    assert "Reports!3" in page.text
    assert "Typed by a test" in page.text
    assert "<del>Test program</del> → <ins>Retitled</ins>" in page.text
    assert "TEST2021-02" in page.text
    assert "Rows that leave the record" in page.text


def test_nothing_is_saved_before_it_is_confirmed(editor, revision):
    before = revision()

    editor.get(sent(editor, NOTE))

    assert revision() == before


def test_confirmed_it_is_one_revision_with_the_summary(editor, record, revision):
    before = revision()
    address = sent(editor, retitle("Retitled"), add_report, remove_second_program)

    answer = confirm(editor, address, summary="A round through the office")

    assert answer.status_code == 303
    assert revision() == before + 1
    with record.app_context():
        made = queries.revision(revision())
    assert (made.who, made.origin.value) == ("Test Editor", "workbook")
    assert made.summary == "A round through the office"
    assert made.change_count == 3
    assert set(programs(record)) == {PROGRAM}


def test_an_untouched_workbook_changes_nothing_and_says_so(editor):
    page = editor.get(sent(editor))

    assert "There is nothing to change" in page.text
    assert "Enter all of it" not in page.text


def test_after_new_rows_the_workbook_with_keys_is_offered(editor):
    address = sent(editor, add_report)
    confirm(editor, address)

    page = editor.get(address)

    assert "In the record as revision 2" in page.text
    assert "Download the workbook with keys (Excel, " in page.text
    reports = load_workbook(io.BytesIO(downloaded(editor)))["Reports"]
    keys = [cell.value for cell in reports[1]].index("Key")
    assert [row[keys].value for row in reports.iter_rows(min_row=2)] == [
        "R0001",
        "R0002",
    ]


def test_of_a_part_that_was_sent_the_same_part_is_offered(editor):
    part = downloaded(editor, f"?sector={SECTOR}&as_of=2022-12-31")
    address = sent(editor, NOTE, data=part)
    confirm(editor, address)

    page = editor.get(address)

    assert f"/export/record.xlsx?sector={SECTOR}" in page.text
    assert f"integration-record-sector-{SECTOR}-r2.xlsx" in page.text


def test_a_double_click_enters_it_once(editor, revision):
    address = sent(editor, NOTE)
    words = filled(editor.get(address))

    first = editor.post(address, data=words)
    after_first = revision()
    second = editor.post(address, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first


def test_the_same_workbook_sent_again_changes_nothing(editor, revision):
    data = downloaded(editor)
    confirm(editor, sent(editor, add_report, data=data))
    after_first = revision()

    page = editor.get(sent(editor, add_report, data=data))

    assert "There is nothing to change" in page.text
    assert revision() == after_first


def test_two_people_who_confirm_the_same_make_one_revision(
    editor, second_editor, revision
):
    data = downloaded(editor)
    mine, theirs = (sent(c, add_report, data=data) for c in (editor, second_editor))
    my_words, their_words = (
        filled(client.get(address))
        for client, address in ((editor, mine), (second_editor, theirs))
    )
    editor.post(mine, data=my_words)
    after_first = revision()

    answer = second_editor.post(theirs, data=their_words)

    assert answer.status_code == 303
    assert revision() == after_first
    page = second_editor.get(theirs)
    assert "Test Editor had entered exactly this already" in page.text


def test_a_preview_that_the_record_overtook_is_refused_with_a_fresh_one(
    editor, second_editor, revision, record
):
    address = sent(editor, NOTE)
    mine = filled(editor.get(address), summary="Mine")
    confirm(second_editor, sent(second_editor, retitle("Theirs")))
    before = revision()

    refused = editor.post(address, data=mine)

    assert refused.status_code == 409
    assert "The record changed since you looked at this import" in refused.text
    assert words_of(refused)["summary"] == "Mine"
    assert revision() == before
    assert editor.post(address, data=filled(refused)).status_code == 303
    assert programs(record)[PROGRAM].title.en == "Theirs"


def test_a_preview_survives_a_restart(editor, tmp_path):
    from tests.database import an_app

    address = sent(editor, NOTE)
    again = an_app(tmp_path / "tracker.sqlite3").test_client()
    again.set_cookie("tracker", editor.get_cookie("tracker").value)

    page = again.get(address)

    assert "A new test note" in page.text


def test_a_summary_is_asked_for_and_what_was_chosen_is_kept(editor, revision):
    address = sent(editor, NOTE)
    before = revision()

    refused = confirm(editor, address, summary=" ")

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text
    assert "Say in a few words why" in refused.text
    assert revision() == before


def test_without_its_token_nothing_is_entered(editor, revision):
    address = sent(editor, NOTE)
    before = revision()

    refused = confirm(editor, address, csrf_token="")

    assert refused.status_code == 400
    assert "open for too long" in refused.text
    assert revision() == before


def test_what_the_record_cannot_take_at_the_last_moment_is_told(editor, revision):
    """Too long a summary passes the form and is refused by the door."""
    address = sent(editor, NOTE)
    before = revision()

    refused = confirm(editor, address, summary="x" * 2_001)

    assert refused.status_code == 422
    assert "at most 2000 plain characters" in refused.text
    assert revision() == before


def test_a_workbook_can_be_forgotten(editor):
    address = sent(editor, NOTE)

    answer = editor.post(f"{address}/discard", data=words_of(editor.get(address)))

    assert answer.status_code == 303
    assert editor.get(address).status_code == 404
    assert "still waits for you" not in editor.get("/import").text


def test_without_its_token_nothing_is_forgotten(editor):
    address = sent(editor, NOTE)

    editor.post(f"{address}/discard")

    assert editor.get(address).status_code == 200


@pytest.mark.parametrize("rest", ["", "/rows?action=added", "/problems.csv"])
def test_nobody_sees_what_another_sent(editor, second_editor, rest):
    address = sent(editor, NOTE)

    assert second_editor.get(address + rest).status_code == 404


@pytest.mark.parametrize("id", ["x", "a" * 22, "..%2f..%2fsecret_key"])
def test_an_unknown_import_is_not_found(editor, id):
    answer = editor.get(f"/import/{id}")

    assert answer.status_code == 404


def test_all_rows_of_a_sort_can_be_seen(editor):
    address = sent(editor, add_report)

    page = editor.get(f"{address}/rows?action=added")

    assert "Typed by a test" in page.text
    assert editor.get(f"{address}/rows?action=eaten").status_code == 400
    assert editor.get(f"{address}/rows?action=added&page=2").status_code == 404
