"""Undoing a large revision from its page: left, come back to, interrupted."""

import re

import pytest

from tests.factories import PROGRAM, a_program, a_report
from tests.web.imports.conftest import kill
from tests.web.sending import filled, words_of
from tracker.domain.changes import Add
from tracker.services import large_undo, undo
from tracker.storage import queries

PAGE = "/changes/2/undo"
FROM_SCRIPT = {"Accept": "application/json"}
PLANNING = "Working out what goes back"


@pytest.fixture(autouse=True)
def _large(monkeypatch, retitle):
    """Revision 2 is a large one, and nothing of it is planned yet."""
    monkeypatch.setattr(large_undo, "LARGE", 1)
    undo._plans.clear()
    retitle("Changed")


@pytest.fixture
def look(editor, finish):
    """Look at what undoing it would change, until that is known."""

    def look(client=editor):
        client.get(PAGE)
        finish()
        return client.get(PAGE)

    return look


@pytest.fixture
def confirm(editor, look):
    """Confirm what is seen; what that begins is not done yet."""

    def confirm(client=editor, **typed):
        words = filled(look(client), **typed)
        answer = client.post(PAGE, data=words)
        assert (answer.status_code, answer.location) == (303, PAGE)
        return words

    return confirm


def test_the_page_tells_how_far_the_look_at_it_is(editor, begun):
    page = editor.get(PAGE)

    assert page.status_code == 202
    assert page.headers["Cache-Control"] == "no-store"
    assert re.search(r'<progress [^>]*max="100" value="0">', page.text)
    assert f'data-working="{PAGE}"' in page.text
    assert "The tracker is at work on undoing it" in page.text
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page.text
    assert len(begun) == 1


def test_the_script_of_the_page_is_told_the_same_and_where_to_go(editor, begun, finish):
    meanwhile = editor.get(PAGE, headers=FROM_SCRIPT).json
    finish()
    after = editor.get(PAGE, headers=FROM_SCRIPT).json

    assert meanwhile == {"percent": 0, "words": f"{PLANNING}: 0\u00a0%"}
    assert after == {"next": PAGE}


def test_what_it_would_change_is_seen_then(look):
    page = look()

    assert page.status_code == 200
    assert "<del>Changed</del> → <ins>Test program</ins>" in page.text


def test_it_is_told_that_it_goes_on_and_then_what_became_of_it(
    editor, record, confirm, finish, title
):
    confirm(summary="It was a slip")

    meanwhile, before = editor.get(PAGE), title()
    finish()
    asked = editor.get(PAGE, headers=FROM_SCRIPT).json
    after = editor.get(PAGE)

    assert (meanwhile.status_code, before) == (202, "Changed")
    assert asked == {"next": PAGE}
    assert (after.status_code, after.location) == (303, "/changes/3")
    assert title() == "Test program"
    with record.app_context():
        made = queries.revision(3)
    assert (made.who, made.origin.value, made.summary) == (
        "Test Editor",
        "revert",
        "It was a slip",
    )
    assert editor.get("/changes/3").text.count("is undone by this one") == 1


def test_it_leads_to_what_became_of_it_until_the_record_came_further(
    editor, confirm, finish, look, retitle
):
    confirm()
    finish()
    before = [editor.get(PAGE).location for _ in range(2)]
    retitle("Changed")

    after = editor.get(PAGE).location

    assert [*before, after] == ["/changes/3"] * 3
    assert look().status_code == 200


def test_a_double_click_begins_it_once(editor, begun, confirm, finish, revision):
    words = confirm()

    again = editor.post(PAGE, data=words)

    assert (again.status_code, again.location) == (303, PAGE)
    assert len(begun) == 1
    finish()
    assert editor.post(PAGE, data=words).location == PAGE
    finish()
    assert editor.get(PAGE).location == "/changes/3"
    assert revision() == 3


def test_two_people_at_once_make_one_revision(
    editor, second_editor, begun, confirm, finish
):
    confirm()
    mine = begun.pop()
    confirm(second_editor)
    begun.append(mine)

    finish()

    assert editor.get(PAGE).location == "/changes/3"
    assert second_editor.get(PAGE).location == "/changes/3"


def test_where_the_record_moved_it_is_refused_with_what_was_typed(
    editor, confirm, retitle, finish, title
):
    confirm(summary="Mine")
    retitle("Changed again")
    finish()

    page = editor.get(PAGE)

    assert page.status_code == 409
    assert "<title>Error: " in page.text
    assert "The record changed since you looked at this undo" in page.text
    assert "Changed again" in page.text
    assert words_of(page)["summary"] == "Mine"
    choice = {f"choice__program:{PROGRAM}": "theirs"}
    editor.post(PAGE, data=filled(page, **choice))
    finish()
    assert editor.get(PAGE).status_code == 303
    assert title() == "Test program"


def test_what_is_not_decided_is_asked_for(editor, retitle, confirm, finish, title):
    retitle("Changed again")
    confirm()
    finish()

    page = editor.get(PAGE)

    assert page.status_code == 422
    assert f"{PROGRAM}: choose which row shall stand." in page.text
    assert title() == "Changed again"


def test_where_nothing_is_left_to_decide_the_refusal_is_told_once(
    editor, retitle, confirm, finish
):
    confirm()
    retitle("Test program")
    finish()

    pages = [editor.get(PAGE) for _ in range(2)]

    assert [page.status_code for page in pages] == [409, 200]
    assert "Nothing of it is left to undo" in pages[0].text


def test_whoever_was_killed_in_the_middle_left_nothing_and_the_page_says_so(
    editor, app, begun, confirm, finish
):
    confirm(summary="Typed by a test")
    (news,) = (app.config["TRACKER_INSTANCE"] / "undos").glob("*.news")
    kill(app, begun, news, "tracker.services.door.enter")

    page = editor.get(PAGE)

    assert page.status_code == 200
    assert "was interrupted, and nothing of it was written" in page.text
    assert words_of(page)["summary"] == "Typed by a test"
    editor.post(PAGE, data=filled(page))
    finish()
    assert editor.get(PAGE).location == "/changes/3"


def test_what_is_wrong_in_the_form_is_told_at_once(editor, begun, look):
    refused = editor.post(PAGE, data=filled(look(), summary=""))
    aged = editor.post(PAGE, data=filled(editor.get(PAGE), csrf_token=""))

    assert (refused.status_code, aged.status_code) == (422, 400)
    assert "Say in a few words why" in refused.text
    assert not begun


def test_what_later_facts_refer_to_is_told(editor, meanwhile, finish):
    meanwhile(Add(a_program("TEST2021-03")))
    meanwhile(Add(a_report("", program="TEST2021-03", dated="2022")))
    page = "/changes/3/undo"
    editor.get(page)
    finish()

    assert "cannot be undone as things stand" in editor.get(page).text


@pytest.mark.parametrize("send", ["get", "post"])
def test_a_revision_there_is_none_of_is_not_found(editor, send):
    words = filled(editor.get("/sign-in"))

    assert getattr(editor, send)("/changes/99/undo", data=words).status_code == 404
