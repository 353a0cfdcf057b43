"""Correcting a fact of any kind: the right one takes the place of the wrong one."""

import pytest

from tests.factories import PROGRAM
from tests.web.editing.facts import (
    EVERY_KIND,
    OF_HISTORY,
    PLACES,
    correct,
    enter_facts,
    key_of_place,
    page_of,
    standing,
    typed_into,
)
from tests.web.sending import filled, words_of
from tracker.domain.record import Kind, key_of
from tracker.domain.vocabulary import Stage
from tracker.storage import queries

REPORT = page_of(Kind.REPORT)


@pytest.fixture(autouse=True)
def _facts(record):
    enter_facts(record)


@EVERY_KIND
def test_the_right_one_takes_the_place_of_the_wrong_one(editor, record, kind):
    saved = correct(editor, page_of(kind), **typed_into(kind, "Right words"))

    assert saved.status_code == 303
    _, _, field, key = PLACES[kind]
    right = standing(record, kind)
    assert key_of(right) == key
    assert getattr(right, field) == "Right words"


@EVERY_KIND
def test_the_preview_shows_each_changed_field_before_and_after(editor, revision, kind):
    page = page_of(kind)
    was = words_of(editor.get(page))[PLACES[kind][2]]
    before = revision()

    words = filled(editor.get(page), reason="T", **typed_into(kind, "Right words"))
    words["step"] = "check"
    preview = editor.post(page, data=words)

    assert preview.status_code == 200
    assert "Nothing is saved yet" in preview.text
    assert f"<td>{was or '–'}</td><td>Right words</td>" in preview.text
    assert revision() == before


@EVERY_KIND
def test_a_correction_that_changes_nothing_says_so(editor, revision, kind):
    before = revision()

    words = filled(editor.get(page_of(kind)), reason="Test", step="check")
    refused = editor.post(page_of(kind), data=words)

    assert refused.status_code == 422
    assert "Nothing differs from the record" in refused.text
    assert revision() == before


@EVERY_KIND
def test_a_correction_wants_a_reason(editor, revision, kind):
    page, before = page_of(kind), revision()

    words = filled(editor.get(page), **typed_into(kind, "Right"), step="save")
    refused = editor.post(page, data=words)

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text
    assert refused.text.count("Say why it is corrected.") == 2
    assert 'href="#reason"' in refused.text
    assert words_of(refused)[PLACES[kind][2]] == "Right"
    assert revision() == before


@EVERY_KIND
def test_a_correction_sent_twice_is_written_once(editor, revision, kind):
    page = page_of(kind)
    words = filled(editor.get(page), reason="Test", **typed_into(kind, "Right"))
    words["step"] = "save"
    first = editor.post(page, data=words)
    after_first = revision()

    second = editor.post(page, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first


@EVERY_KIND
def test_the_change_log_names_what_replaced_what(editor, record, kind):
    correct(editor, page_of(kind), **typed_into(kind, "Right words"))

    with record.app_context():
        found = queries.revision(queries.revision_number())
    was, now = key_of_place(kind), PLACES[kind][3]
    verb = "corrected" if now != was else "edited"
    assert found.summary == f"{was} {verb}: A test mistake"
    (change,) = found.changes
    assert (change.key, change.replaces) == (now, was if now != was else "")
    (field,) = change.fields
    assert (field.field, field.after) == (PLACES[kind][2], "Right words")


@EVERY_KIND
def test_a_page_without_its_token_writes_nothing(editor, revision, kind):
    page, before = page_of(kind), revision()
    words = filled(editor.get(page), reason="T", **typed_into(kind, "Right"))
    words["step"], words["csrf_token"] = "save", ""

    refused = editor.post(page, data=words)

    assert refused.status_code == 400
    assert words_of(refused)[PLACES[kind][2]] == "Right"
    assert revision() == before


@pytest.mark.parametrize(
    "page",
    [
        f"/programs/{PROGRAM}/reports/R9999/correct",
        "/programs/TEST2021-02/reports/R0001/correct",
        "/programs/TEST2021-02/deadlines/D001/correct",
        f"/programs/{PROGRAM}/reports/R9999/retire",
        "/programs/TEST2021-02/reports/R0001/retire",
        "/claims/C999/correct",
        "/claims/nonsense/retire",
        "/acts/A999/correct",
        "/events/E999/retire",
        "/sources/nowhere/edit",
    ],
)
def test_an_unknown_fact_is_not_found(editor, page):
    assert editor.get(page).status_code == 404


def test_the_form_begins_with_what_the_report_says(editor):
    words = words_of(editor.get(REPORT))

    assert words["dated"] == "2022-05-01"
    assert words["stage"] == "in_progress"
    assert words["sources-0"] == "test-source"


@OF_HISTORY
def test_the_preview_says_whose_place_the_right_one_takes(editor, kind):
    page = page_of(kind)
    words = filled(editor.get(page), reason="T", **typed_into(kind, "Right words"))
    words["step"] = "check"

    preview = editor.post(page, data=words).text

    assert f"This takes the place of {key_of_place(kind)}." in preview


def test_lowering_a_report_that_stands_alone_is_no_step_back(editor, record):
    assert correct(editor, REPORT, stage="negotiating").status_code == 303

    assert standing(record, Kind.REPORT).stage is Stage.NEGOTIATING


def test_what_a_correction_of_a_deadline_moves_is_shown(editor):
    page = page_of(Kind.DEADLINE)
    words = filled(editor.get(page), due="2024-02", reason="Test", step="check")

    preview = editor.post(page, data=words).text

    assert "Market launch is due" in preview
    assert 'datetime="2024-02"' in preview


def test_the_verdict_of_a_corrected_claim_is_shown_before_and_after(editor):
    page = page_of(Kind.CLAIM)
    words = filled(
        editor.get(page),
        metric="share_completed",
        low="80",
        unit="percent_unspecified",
        reason="Test",
        step="check",
    )

    preview = editor.post(page, data=words).text

    assert "It gives no figure." in preview
    assert "The list of all items of this plan is not known." in preview


def test_an_edited_source_says_which_reports_it_weighs_anew(editor):
    page = "/sources/test-source/edit"
    words = filled(editor.get(page), grade="B", reason="Test", step="check")

    preview = editor.post(page, data=words).text

    assert "8 facts cite this source." in preview
    assert "<td>E1</td><td>E2</td>" in preview


def test_a_claim_put_right_is_refused_where_the_rules_are_broken(editor, revision):
    page, before = page_of(Kind.CLAIM), revision()
    words = filled(editor.get(page), low="80", reason="Test", step="check")

    refused = editor.post(page, data=words)

    assert refused.status_code == 422
    assert "A figure needs a unit" in refused.text
    assert 'href="#unit"' in refused.text
    assert revision() == before


def test_a_corrected_deadline_says_what_it_corrects(editor):
    correct(editor, page_of(Kind.DEADLINE), note="Right words")

    assert "Corrects D001" in editor.get(f"/programs/{PROGRAM}").text


@pytest.mark.parametrize(
    ("before", "form"),
    [
        ("/claims/", ""),
        ("/claims/", ".json"),
        ("/claims/", ".csv"),
        ("/claims/", ".xlsx"),
        ("/api/v1/claims/", ""),
    ],
)
def test_a_claim_that_was_put_right_leads_on_in_every_form(editor, before, form):
    correct(editor, page_of(Kind.CLAIM), note="Right words")
    view = "as_of=2024-12-31"

    old = editor.get(f"{before}C001{form}?{view}")

    assert old.status_code == 303
    assert old.location == f"{before}C002{form}?{view}"
    assert editor.get(old.location).status_code == 200
