"""Sending a workbook: what is taken, what is refused, who may."""

import csv
import io
import os
from datetime import UTC, datetime, timedelta

import pytest

from tests.web.imports.conftest import MULTIPART, downloaded, send, sent
from tests.web.sending import filled
from tests.workbook.books import typed
from tracker.services.uploads import KEPT_FOR, Uploads

PAGES = ["/import", "/import/aaaaaaaaaaaaaaaaaaaaaa"]


def test_the_page_says_what_is_taken_before_the_button(editor):
    page = editor.get("/import").text

    for words in (".xlsx", "2.1 MB", "20,000 rows", "password", "macros"):
        assert words in page
        assert page.index(words) < page.index("Look at what it would change")


def test_a_workbook_leads_to_its_preview(editor):
    answer = send(editor, downloaded(editor))

    assert answer.status_code == 303
    assert answer.location.startswith("/import/")


def test_the_script_that_sends_it_is_told_where_to_go(editor):
    words = filled(editor.get("/import"))
    words["file"] = (io.BytesIO(downloaded(editor)), "record.xlsx")
    wants = {"Accept": "application/json, text/html;q=0.9"}

    answer = editor.post("/import", data=words, content_type=MULTIPART, headers=wants)

    assert answer.status_code == 200
    assert answer.json["next"].startswith("/import/")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "empty.xlsx", "Excel workbook"),
        (b"code;title", "table.xlsx", "This is not an Excel workbook"),
        (b"PK\3\4 torn", "torn.xlsx", "Excel workbook"),
        (b"PK", "old.xls", "is no .xlsx file"),
        (b"PK", "macros.xlsm", "without macros"),
    ],
    ids=["empty", "text", "torn", "xls", "xlsm"],
)
def test_what_is_no_workbook_is_refused_at_the_field(editor, data, name, sentence):
    answer = send(editor, data, name)

    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert 'href="#file"' in answer.text
    assert sentence in answer.text
    assert "still waits for you" not in editor.get("/import").text


def test_nothing_chosen_is_said(editor):
    answer = editor.post(
        "/import", data=filled(editor.get("/import")), content_type=MULTIPART
    )

    assert answer.status_code == 422
    assert "Choose a workbook." in answer.text


@pytest.mark.parametrize(
    ("limit", "request_limit", "status"),
    [(90_000, 300_000, 422), (90_000, 100_000, 413)],
    ids=["more than a file", "more than a request"],
)
def test_too_much_is_refused_in_a_sentence(editor, app, limit, request_limit, status):
    app.config["TRACKER_UPLOAD_LIMIT"] = limit
    app.config["MAX_CONTENT_LENGTH"] = request_limit

    answer = send(editor, b"x" * 200_000)

    assert answer.status_code == status
    assert "The file is 20" in answer.text
    assert "kB. The limit is 90 kB. Delete the empty rows" in answer.text
    assert 'type="file"' in answer.text


def test_without_its_token_it_is_not_read(editor):
    answer = send(editor, downloaded(editor), csrf_token="")

    assert answer.status_code == 400
    assert "open for too long" in answer.text


def test_while_one_is_being_read_another_waits(editor, app):
    data = downloaded(editor)
    uploads = Uploads(app.config["TRACKER_INSTANCE"] / "imports")

    with uploads.one_at_a_time("test editor", datetime.now(UTC)):
        answer = send(editor, data)

    assert answer.status_code == 409
    assert "is being read just now" in answer.text
    assert send(editor, data).status_code == 303


def test_a_workbook_that_waits_is_offered_again(editor, second_editor):
    address = sent(editor, typed("Reports", "K2", "Another note"))

    assert address in editor.get("/import").text
    assert address not in second_editor.get("/import").text


def test_what_lies_there_too_long_is_swept_by_whoever_comes_next(editor, app):
    sent(editor)
    folder = app.config["TRACKER_INSTANCE"] / "imports"
    long_ago = (datetime.now(UTC) - KEPT_FOR - timedelta(hours=1)).timestamp()
    for path in folder.iterdir():
        os.utime(path, (long_ago, long_ago))

    editor.get("/import")

    assert list(folder.iterdir()) == []


def test_a_name_from_outside_is_only_shown(editor, app):
    answer = send(editor, downloaded(editor), "../../Отчёт <b>\u202e.xlsx")

    page = editor.get(answer.location)

    assert "Отчёт &lt;b&gt;.xlsx" in page.text
    kept = {
        path.suffix for path in (app.config["TRACKER_INSTANCE"] / "imports").iterdir()
    }
    assert kept == {".xlsx", ".json", ".read"}


WRONG = (
    typed("Reports", "D2", "finished"),
    typed("Programs", "M2", "someday"),
    typed("Reports", "K2", "=1+1"),
)


def test_every_problem_is_told_at_once_with_its_cell(editor, revision):
    before = revision()

    page = editor.get(sent(editor, *WRONG))

    assert page.status_code == 422
    assert "<title>Error: 3 problems in the workbook" in page.text
    for words in ("Programs!M2", "Reports!D2", "Reports!K2", "Choose one of"):
        assert words in page.text
    assert "Enter all of it" not in page.text
    assert revision() == before


def test_every_problem_can_be_downloaded(editor):
    address = sent(editor, *WRONG)

    answer = editor.get(f"{address}/problems.csv")

    assert answer.mimetype == "text/csv"
    assert "problems-record.xlsx.csv" in answer.headers["Content-Disposition"]
    table = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row[:3] for row in table] == [
        ["Sheet", "Cell", "Column"],
        ["Programs", "M2", "Starts on"],
        ["Reports", "D2", "Stage"],
        ["Reports", "K2", "Note"],
    ]


def test_a_workbook_with_problems_cannot_be_confirmed(editor, revision):
    address = sent(editor, *WRONG)
    before = revision()

    answer = editor.post(address, data=filled(editor.get(address), summary="Anyway"))

    assert answer.status_code == 422
    assert "3 problems in the workbook" in answer.text
    assert revision() == before


@pytest.mark.parametrize("page", PAGES)
def test_nobody_in_particular_is_sent_to_sign_in(record, page):
    client = record.test_client()

    assert client.get(page).location == f"/sign-in?next={page}"
    assert client.post(page).status_code == 401


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_may_not(reader, page):
    assert reader.get(page).status_code == 403
    assert reader.post(page).status_code == 403


def test_an_administrator_may(administrator):
    assert administrator.get("/import").status_code == 200
