"""A large import on its pages: how far it is, left and come back to, interrupted."""

import io
import random
import re
import zipfile

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.web.imports.conftest import (
    MULTIPART,
    confirm,
    downloaded,
    kill,
    send,
    sent,
)
from tests.web.sending import filled, words_of
from tests.workbook.books import typed

NOTE = typed("Reports", "K2", "A new test note")
FROM_SCRIPT = {"Accept": "application/json"}


def retitle(title):
    return typed("Programs", "E2", title)


def test_what_takes_long_leads_to_a_page_that_tells_how_far_it_is(editor, begun):
    page = editor.get(sent(editor, NOTE))

    assert page.status_code == 202
    assert page.headers["Cache-Control"] == "no-store"
    assert re.search(r'<progress [^>]*max="100" value="0">', page.text)
    assert 'role="status"' in page.text
    assert "Reading the workbook: 0" in page.text
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page.text


def test_the_script_of_the_page_is_told_the_same_and_where_to_go(editor, begun, finish):
    address = sent(editor, NOTE)

    meanwhile = editor.get(address, headers=FROM_SCRIPT).json
    finish()
    after = editor.get(address, headers=FROM_SCRIPT).json

    assert meanwhile == {"percent": 0, "words": "Reading the workbook: 0\u00a0%"}
    assert after == {"next": address}


def test_it_is_there_for_whoever_comes_back(editor, begun, finish):
    address = sent(editor, NOTE)
    waiting = editor.get("/import").text
    finish()

    page = editor.get(address)

    assert address in waiting
    assert page.status_code == 200
    assert "A new test note" in page.text


def test_what_is_no_workbook_is_told_whoever_comes_back(editor, begun, finish):
    answer = send(editor, b"PK\3\4 no workbook")
    finish()

    page = editor.get(answer.location)

    assert page.status_code == 422
    assert "The file is damaged" in page.text
    assert 'href="#file"' in page.text
    assert editor.get(answer.location, headers=FROM_SCRIPT).json == {
        "next": answer.location
    }


@pytest.mark.parametrize("rest", ["/rows?action=changed", "/problems.csv"])
def test_lists_lead_to_how_far_it_is(editor, begun, rest):
    address = sent(editor, NOTE)

    assert editor.get(address + rest).location == address


def read_then_begin_to_enter(editor, begun, finish, **more):
    address = sent(editor, NOTE)
    finish()
    answer = confirm(editor, address, summary="Typed by a test", **more)
    assert (answer.status_code, answer.location) == (303, address)
    assert len(begun) == 1
    return address


def test_entering_is_told_and_then_done(editor, begun, finish, revision):
    address = read_then_begin_to_enter(editor, begun, finish)

    meanwhile = editor.get(address)
    before = revision()
    finish()
    after = editor.get(address)

    assert (meanwhile.status_code, before) == (202, 1)
    assert (after.status_code, revision()) == (200, 2)
    assert "The workbook is in the record." in after.text


def test_a_second_confirmation_meanwhile_begins_nothing(
    editor, begun, finish, revision
):
    address = sent(editor, NOTE)
    finish()
    words = filled(editor.get(address))

    answers = [editor.post(address, data=words) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(begun) == 1
    finish()
    assert revision() == 2


def test_what_is_refused_meanwhile_is_told_with_what_was_typed(
    editor, second_editor, begun, finish, revision
):
    address = read_then_begin_to_enter(editor, begun, finish)
    (mine,) = begun
    begun.clear()
    theirs = sent(second_editor, retitle("Theirs"))
    finish()
    confirm(second_editor, theirs)
    finish()
    begun.append(mine)
    finish()

    page = editor.get(address)

    assert page.status_code == 409
    assert "<title>Error: " in page.text
    assert "The record changed since you looked at this import" in page.text
    assert words_of(page)["summary"] == "Typed by a test"
    assert revision() == 2
    editor.post(address, data=filled(page))
    finish()
    assert revision() == 3


def test_whoever_was_killed_in_the_middle_left_nothing_and_the_page_says_so(
    editor, app, begun, finish, revision
):
    address = read_then_begin_to_enter(editor, begun, finish)
    (news,) = (app.config["TRACKER_INSTANCE"] / "imports").glob("*.news")
    kill(app, begun, news, "tracker.services.imports.enter")

    page = editor.get(address)

    assert page.status_code == 200
    assert "was interrupted, and nothing of it was written" in page.text
    assert words_of(page)["summary"] == "Typed by a test"
    assert revision() == 1
    editor.post(address, data=filled(page))
    finish()
    assert revision() == 2


def test_while_it_is_worked_on_it_cannot_be_forgotten(editor, begun, finish):
    address = read_then_begin_to_enter(editor, begun, finish)
    words = words_of(editor.get("/import"))

    answer = editor.post(f"{address}/discard", data=words)

    assert answer.status_code == 303
    assert "The tracker is at work on this workbook" in editor.get(address).text


def test_the_setting_rules_the_form_and_the_gate(editor, app):
    """Larger than the usual two mebibytes, and let in where the setting says so."""
    app.config["TRACKER_UPLOAD_LIMIT"] = 4 * 1024 * 1024
    app.config["MAX_CONTENT_LENGTH"] = 5 * 1024 * 1024
    data = with_a_picture(downloaded(editor), 3 * 1024 * 1024)

    words = filled(editor.get("/import"))
    words["file"] = FileStorage(io.BytesIO(data), "record.xlsx")
    # Encoded here, because the client would put it into a file and leave that open.
    boundary, body = encode_multipart(words)
    answer = editor.post(
        "/import", data=body, content_type=f"{MULTIPART}; boundary={boundary}"
    )

    assert "4.2 MB" in editor.get("/import").text
    assert answer.status_code == 303
    assert "There is nothing to change" in editor.get(answer.location).text


def with_a_picture(data, size):
    """The workbook with a part that nobody reads and that cannot be packed."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/media/image1.png", random.Random(1).randbytes(size))
    return buffer.getvalue()
