"""Retiring a fact of any kind: it counts no more, and stays readable."""

import pytest

from tests.web.editing.facts import EVERY_KIND, PLACES, enter_facts, page_of, standing
from tests.web.sending import filled
from tracker.domain.record import Kind


@pytest.fixture(autouse=True)
def _facts(record):
    enter_facts(record)


def retire(client, kind, **typed):
    """Retire the fact of this *kind*."""
    page = page_of(kind, "retire")
    typed = {"reason": "A test mistake", **typed}
    return client.post(page, data=filled(client.get(page), **typed, step="save"))


@EVERY_KIND
def test_a_fact_is_retired_with_a_reason(editor, record, kind):
    saved = retire(editor, kind)

    assert saved.status_code == 303
    assert standing(record, kind) is None
    assert "is retired." in editor.get(saved.location).text


@EVERY_KIND
def test_retiring_wants_a_reason(editor, record, kind):
    refused = retire(editor, kind, reason="")

    assert refused.status_code == 422
    assert "Say why it is retired." in refused.text
    assert standing(record, kind) is not None


@EVERY_KIND
def test_retiring_twice_is_done_once(editor, revision, kind):
    page = page_of(kind, "retire")
    words = filled(editor.get(page), reason="Test", step="save")
    first = editor.post(page, data=words)
    after_first = revision()

    second = editor.post(page, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first


@EVERY_KIND
def test_what_somebody_corrected_meanwhile_is_not_retired(
    editor, second_editor, revision, kind
):
    page, right = page_of(kind, "retire"), page_of(kind)
    mine = filled(editor.get(page), reason="Mine", step="save")
    field = {PLACES[kind][2]: "Their words"}
    words = filled(second_editor.get(right), reason="Theirs", step="save", **field)
    second_editor.post(right, data=words)
    before = revision()

    conflict = editor.post(page, data=mine)

    assert conflict.status_code == 409
    assert PLACES[kind][3] in conflict.text
    assert revision() == before


@EVERY_KIND
def test_a_fact_that_was_retired_says_so(editor, kind):
    retire(editor, kind)

    gone = editor.get(page_of(kind, "retire"))

    assert gone.status_code == 409
    assert "It was retired." in gone.text


@EVERY_KIND
def test_a_page_without_its_token_writes_nothing(editor, revision, kind):
    before = revision()

    assert retire(editor, kind, csrf_token="").status_code == 400
    assert revision() == before


def test_the_page_shows_what_the_program_will_be(editor):
    assert "Not known" in editor.get(page_of(Kind.REPORT, "retire")).text


def test_the_page_of_a_deadline_shows_that_nobody_names_it_any_more(editor):
    page = editor.get(page_of(Kind.DEADLINE, "retire")).text

    assert "Market launch is due" in page
    assert "not named" in page


def test_a_source_that_facts_rest_on_is_not_retired(editor, revision):
    page, before = "/sources/test-source/retire", revision()

    words = filled(editor.get(page), reason="Test", step="save")
    refused = editor.post(page, data=words)

    assert refused.status_code == 422
    assert "still refer to “test-source”" in refused.text
    assert revision() == before


def test_an_act_of_no_program_leads_to_the_change_that_was_written(editor, record):
    page = page_of(Kind.ACT)
    words = filled(editor.get(page), programs__0="", reason="Test", step="save")
    changed = editor.post(page, data=words)

    retired = retire(editor, Kind.ACT)

    assert changed.location == "/changes/3"
    assert retired.location == "/changes/4"
    assert "A001 is retired." in editor.get(retired.location).text


@EVERY_KIND
def test_without_the_button_the_page_is_shown_again(editor, record, kind):
    page = page_of(kind, "retire")
    words = filled(editor.get(page), reason="Typed without the button")
    words.pop("step", None)

    shown = editor.post(page, data=words)

    assert shown.status_code == 200
    assert "Typed without the button" in shown.text
    assert standing(record, kind) is not None
