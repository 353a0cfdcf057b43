"""Who may use which address, and how: the table of route, role and method."""

import pytest

from tests.factories import PROGRAM
from tests.web.editing.facts import PLACES, enter_facts, page_of
from tests.web.sending import words_of

FORMS = [
    f"/programs/{PROGRAM}/report",
    f"/programs/{PROGRAM}/deadline",
    f"/programs/{PROGRAM}/edit",
    "/claims/add",
    "/acts/add",
    "/events/add",
    "/sources/add",
    *(page_of(kind, step) for kind in PLACES for step in ("", "retire")),
]


@pytest.fixture(autouse=True)
def _facts(record):
    enter_facts(record)


@pytest.mark.parametrize("page", FORMS)
def test_nobody_in_particular_is_sent_to_sign_in(record, page):
    client = record.test_client()

    asked = client.get(page)
    sent = client.post(page, data={"note": "Typed <before>", "step": "save"})

    assert asked.status_code == 303
    assert asked.location == f"/sign-in?next={page}"
    assert sent.status_code == 401
    assert words_of(sent)["note"] == "Typed <before>"


@pytest.mark.parametrize("page", FORMS)
def test_a_reader_may_not(reader, revision, page):
    before = revision()

    answers = {reader.get(page).status_code, reader.post(page).status_code}

    assert answers == {403}
    assert revision() == before


@pytest.mark.parametrize("page", FORMS)
@pytest.mark.parametrize("who", ["editor", "administrator"])
def test_an_editor_and_an_administrator_may(request, page, who):
    assert request.getfixturevalue(who).get(page).status_code == 200


@pytest.mark.parametrize("page", FORMS)
def test_a_form_works_by_get_and_post_alone(editor, page):
    for method in ("put", "patch", "delete"):
        assert getattr(editor, method)(page).status_code == 405


def test_every_address_that_takes_a_form_asks_who_it_is(record):
    """No POST address is open, but for the one where people sign in."""
    client = record.test_client()
    open_addresses = []
    for rule in record.url_map.iter_rules():
        if "POST" not in (rule.methods or ()):
            continue
        address = rule.rule.replace("<code>", PROGRAM).replace("<key>", "R0001")
        if client.post(address).status_code not in (400, 401, 403, 404):
            open_addresses.append(rule.rule)

    assert sorted(open_addresses) == ["/sign-in", "/sign-out"]


def test_what_was_typed_survives_a_session_that_ended(record, editor, app):
    page = FORMS[0]
    words = words_of(editor.get(page))
    words.setlist("note", ["Typed for an hour"])
    editor.delete_cookie("tracker")

    kept = editor.post(page, data=words)

    assert kept.status_code == 401
    assert words_of(kept)["note"] == "Typed for an hour"
    assert "csrf_token" not in words_of(kept)
