"""Undoing a revision from its page."""

import pytest

from tests.factories import PROGRAM, a_program, a_report
from tests.web.sending import filled, words_of
from tracker.domain.changes import Add
from tracker.services import undo as undo_service
from tracker.services.undo_plan import make_undo_plan
from tracker.storage import queries

PAGE = "/changes/2/undo"


@pytest.fixture(autouse=True)
def _changed(retitle):
    """Revision 2, which these tests undo."""
    retitle("Changed")


def undo(client, page=PAGE, **typed):
    """Press the button under the preview."""
    return client.post(page, data=filled(client.get(page), **typed))


def test_the_page_of_a_revision_leads_editors_there(editor, record):
    page = editor.get("/changes/2").text

    assert f'href="{PAGE}"' in page
    assert PAGE not in record.test_client().get("/changes/2").text


def test_the_preview_shows_what_goes_back(editor, title):
    page = editor.get(PAGE)

    assert page.status_code == 200
    assert "<del>Changed</del> → <ins>Test program</ins>" in page.text
    assert "Meanwhile" in page.text
    assert title() == "Changed"


def test_confirmed_it_is_undone_by_a_new_revision(editor, record, title):
    answer = undo(editor, summary="It was a slip")

    assert answer.status_code == 303
    assert answer.location == "/changes/3"
    assert title() == "Test program"
    with record.app_context():
        made = queries.revision(3)
    assert (made.who, made.origin.value, made.summary) == (
        "Test Editor",
        "revert",
        "It was a slip",
    )
    assert "is undone by this one" in editor.get("/changes/3").text


def test_a_double_click_undoes_it_once(editor, revision):
    words = filled(editor.get(PAGE))
    first = editor.post(PAGE, data=words)

    second = editor.post(PAGE, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert second.location == "/changes/3"
    assert revision() == 3


def test_a_double_click_is_answered_once(editor):
    words = filled(editor.get(PAGE))
    for _ in range(2):
        editor.post(PAGE, data=words)

    assert editor.get("/changes/3").text.count("is undone by this one") == 1


def test_where_nothing_moved_it_is_worked_out_once(editor, monkeypatch):
    made = []
    monkeypatch.setattr(
        undo_service,
        "make_undo_plan",
        lambda *asked: made.append(asked) or make_undo_plan(*asked),
    )
    words = filled(editor.get(PAGE))
    undo_service._plans.clear()  # the request goes to another process
    made.clear()

    answers = [editor.post(PAGE, data=words) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(made) == 1


def test_undone_already_it_says_so(editor):
    undo(editor)

    page = editor.get(PAGE)

    assert "Nothing of it is left to undo" in page.text
    assert "<form method" not in page.text


def test_what_changed_again_since_is_decided_by_the_editor(editor, retitle, title):
    retitle("Changed again")

    page = editor.get(PAGE).text
    refused = undo(editor)

    for words in ("Changed again", "Test program", "In the record now"):
        assert words in page
    assert refused.status_code == 422
    assert f"{PROGRAM}: choose which row shall stand." in refused.text
    assert title() == "Changed again"

    undo(editor, **{f"choice__program:{PROGRAM}": "theirs"})

    assert title() == "Test program"


def test_where_all_is_kept_there_is_nothing_to_do(editor, retitle, title):
    retitle("Changed again")

    refused = undo(editor, others="ours")

    assert refused.status_code == 422
    assert "There is nothing to change." in refused.text
    assert title() == "Changed again"


def test_a_preview_that_the_record_overtook_is_refused_with_a_fresh_one(
    editor, retitle, title
):
    mine = filled(editor.get(PAGE), summary="Mine")
    retitle("Changed again")

    refused = editor.post(PAGE, data=mine)

    assert refused.status_code == 409
    assert "The record changed since you looked at this undo" in refused.text
    assert "Changed again" in refused.text
    assert words_of(refused)["summary"] == "Mine"
    assert title() == "Changed again"


def test_what_later_facts_refer_to_is_told_and_has_no_button(editor, meanwhile):
    meanwhile(Add(a_program("TEST2021-03")))
    meanwhile(Add(a_report("", program="TEST2021-03", dated="2022")))

    page = editor.get("/changes/3/undo")

    assert "cannot be undone as things stand" in page.text
    assert "1 fact that came later refers to" in page.text
    assert "<form method" not in page.text


def test_a_summary_is_asked_for(editor, title):
    refused = undo(editor, summary="")

    assert refused.status_code == 422
    assert "Say in a few words why" in refused.text
    assert title() == "Changed"


def test_without_its_token_nothing_is_undone(editor, title):
    refused = undo(editor, csrf_token="")

    assert refused.status_code == 400
    assert "open for too long" in refused.text
    assert title() == "Changed"


def test_all_rows_can_be_seen(editor):
    page = editor.get("/changes/1/undo/rows?action=retired")

    assert page.status_code == 200
    assert "law-source" in page.text
    assert editor.get("/changes/1/undo/rows?action=eaten").status_code == 400


@pytest.mark.parametrize("page", ["/changes/99/undo", "/changes/x/undo"])
def test_a_revision_there_is_none_of_is_not_found(editor, page):
    assert editor.get(page).status_code == 404


@pytest.mark.parametrize("page", [PAGE, f"{PAGE}/rows?action=changed"])
def test_only_editors_may(record, reader, page):
    assert record.test_client().get(page).status_code == 303
    assert reader.get(page).status_code == 403


def test_nobody_else_can_send_it(record, reader, title):
    assert record.test_client().post(PAGE).status_code == 401
    assert reader.post(PAGE).status_code == 403
    assert title() == "Changed"
