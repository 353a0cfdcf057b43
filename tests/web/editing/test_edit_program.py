"""Editing a description, alone and by two people at once."""

import pytest

from tests.factories import PROGRAM, SECTOR
from tests.web.sending import filled, words_of
from tracker.storage import queries

PAGE = f"/programs/{PROGRAM}/edit"


def program(app):
    with app.app_context():
        return queries.program(PROGRAM)


def edit(client, **typed):
    """Edit the program all the way to the record."""
    preview = client.post(PAGE, data=filled(client.get(PAGE), **typed, step="check"))
    return client.post(PAGE, data=filled(preview, step="save"))


def test_the_preview_shows_each_changed_field_before_and_after(editor):
    words = filled(editor.get(PAGE), title_en="A better test title", step="check")

    preview = editor.post(PAGE, data=words)

    assert preview.status_code == 200
    assert "Test program" in preview.text
    assert "A better test title" in preview.text
    assert '<th scope="row">Sector' not in preview.text


EVERY_FIELD = {
    "title_en": "A better test title",
    "title_ru": "Проверка",
    "title_be": "Праверка",
    "title_basis": "press",
    "number_basis": "official",
    "sector": "other-sector",
    "responsible_by": "Test ministry",
    "responsible_ru": "Other test ministry",
    "starts_on": "2021-11",
    "due_on": "2023",
    "measures_total": "17",
    "summary": "A test summary.",
}


def test_every_field_reaches_the_record(editor, record):
    saved = edit(
        editor, **EVERY_FIELD, title_translated=["be"], sources__0="law-source"
    )

    assert saved.status_code == 303
    after = program(record)
    titles = {
        f"title_{code}": getattr(after.title, code) for code in ("en", "ru", "be")
    }
    found = {
        name: titles.get(name) or str(getattr(after, name)) for name in EVERY_FIELD
    }
    assert found == EVERY_FIELD
    assert after.title_translated == ("be",)
    assert after.sources == ("law-source",)
    assert after.version == 2


@pytest.mark.parametrize(
    ("typed", "sentence", "field"),
    [
        ({"title_en": " "}, "Give the title in English.", "title_en"),
        ({"sector": "nowhere"}, "Choose a sector of the list.", "sector"),
        ({"measures_total": "many"}, "is not a whole number", "measures_total"),
        ({"title_translated": ["de"]}, "Choose among these", "title_translated-0"),
        ({"summary": "x" * 10_000}, "10,000 characters", "summary"),
        ({"title_ru": "x" * 500}, "500 characters", "title_en"),
        ({"sources__0": ""}, "without a source does not enter", "sources-0"),
    ],
)
def test_a_bad_description_is_explained_at_its_field(
    editor, revision, typed, sentence, field
):
    before = revision()

    refused = editor.post(PAGE, data=filled(editor.get(PAGE), **typed, step="check"))

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text
    assert sentence in refused.text
    assert f'href="#{field}"' in refused.text
    assert revision() == before


def test_an_edit_that_changes_nothing_says_so(editor, revision):
    before = revision()

    refused = editor.post(PAGE, data=filled(editor.get(PAGE), step="check"))

    assert refused.status_code == 422
    assert "Nothing differs from the record" in refused.text
    assert revision() == before


def test_an_edit_sent_twice_is_written_once(editor, revision):
    words = filled(editor.get(PAGE), title_en="A better test title", step="save")
    first = editor.post(PAGE, data=words)
    after_first = revision()

    second = editor.post(PAGE, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first


@pytest.fixture
def conflict(editor, second_editor):
    """My edit of title and summary, sent after somebody's of title and sector."""
    mine = filled(
        editor.get(PAGE), title_en="My title", summary="My summary", step="save"
    )
    edit(second_editor, title_en="Their title", sector="other-sector")
    return editor.post(PAGE, data=mine)


def test_the_second_of_two_editors_sees_both_versions(conflict, record):
    assert conflict.status_code == 409
    for words in ("My title", "Their title", "My summary", "other-sector", SECTOR):
        assert words in conflict.text
    assert program(record).title.en == "Their title"


def test_what_the_second_did_not_touch_is_taken_from_the_record(conflict):
    chosen = words_of(conflict)

    assert chosen["keep-title_en"] == "mine"
    assert chosen["keep-summary"] == "mine"
    assert chosen["keep-sector"] == "theirs"


def test_after_choosing_the_form_holds_the_choice_and_can_be_saved(
    conflict, editor, record
):
    form = editor.post(
        PAGE, data=filled(conflict, keep__title_en="theirs", step="choose")
    )
    assert form.status_code == 200
    assert words_of(form)["title_en"] == "Their title"
    assert words_of(form)["summary"] == "My summary"

    preview = editor.post(PAGE, data=filled(form, step="check"))
    saved = editor.post(PAGE, data=filled(preview, step="save"))

    assert saved.status_code == 303
    after = program(record)
    assert (after.title.en, after.summary) == ("Their title", "My summary")
    assert after.sector == "other-sector"


def test_a_new_source_survives_a_conflict(editor, second_editor):
    address = "https://www.example.com/survivor"
    source = {
        "new_sources__0__url": address,
        "new_sources__0__type": "official",
        "new_sources__0__grade": "B",
    }
    mine = filled(editor.get(PAGE), title_en="My title", **source, step="check")
    edit(second_editor, title_en="Their title")

    form = editor.post(PAGE, data=filled(editor.post(PAGE, data=mine), step="choose"))

    assert words_of(form)["new_sources-0-url"] == address


@pytest.mark.parametrize("version", ["", "0", "x", "²", "9" * 40])
def test_a_version_that_nobody_saw_is_a_conflict(editor, revision, version):
    words = filled(editor.get(PAGE), title_en="Mine", version=version, step="save")
    before = revision()

    assert editor.post(PAGE, data=words).status_code == 409
    assert revision() == before


@pytest.mark.parametrize("seen", ["", "[]", "{", '{"x": [1]}', "null"])
def test_a_page_that_forgot_what_was_seen_still_shows_both(editor, second_editor, seen):
    mine = filled(editor.get(PAGE), title_en="My title", seen=seen, step="save")
    edit(second_editor, title_en="Their title")

    assert editor.post(PAGE, data=mine).status_code == 409


def test_an_unknown_program_is_not_found(editor):
    assert editor.get("/programs/TEST2021-99/edit").status_code == 404


def test_a_page_without_its_token_writes_nothing(editor, revision):
    words = filled(editor.get(PAGE), title_en="Mine", csrf_token="", step="save")
    before = revision()

    refused = editor.post(PAGE, data=words)

    assert refused.status_code == 400
    assert words_of(refused)["title_en"] == "Mine"
    assert revision() == before
