"""The sources of a report: picked, added in the same form, or known already."""

import pytest

from tests.factories import SOURCE
from tests.web.editing.report_form import PAGE, reports, send
from tests.web.sending import filled, words_of
from tracker.storage import queries
from tracker.web.forms.rows import ROWS_MOST

NEW = {
    "new_sources__0__url": "https://www.example.com/a-test-page",
    "new_sources__0__publisher": "Test Agency",
    "new_sources__0__dated": "2023-04-05",
    "new_sources__0__type": "state_media",
    "new_sources__0__grade": "C",
}


def test_a_new_source_comes_in_with_the_report(editor, record):
    preview = send(editor, **NEW)
    assert "example-2023-04-05" in preview.text

    editor.post(PAGE, data=filled(preview, step="save"))

    assert reports(record)[-1].sources == (SOURCE, "example-2023-04-05")
    with record.app_context():
        source = queries.source("example-2023-04-05")
    assert source.publisher == "Test Agency"


def test_a_new_source_that_the_record_has_is_cited_and_not_added(editor, record):
    address = f"http://www.example.org/{SOURCE}/"

    preview = send(editor, sources__0="", **{**NEW, "new_sources__0__url": address})

    assert "has this address already" in preview.text
    editor.post(PAGE, data=filled(preview, step="save"))
    assert reports(record)[-1].sources == (SOURCE,)


def test_a_source_can_be_picked_by_its_address(editor, record):
    preview = send(editor, sources__0=f"https://example.org/{SOURCE}")
    editor.post(PAGE, data=filled(preview, step="save"))

    assert reports(record)[-1].sources == (SOURCE,)


def test_an_address_that_the_record_does_not_have_is_said_so(editor):
    refused = send(editor, sources__0="https://example.org/unknown")

    assert refused.status_code == 422
    assert "has no source “https://example.org/unknown”" in refused.text


@pytest.mark.parametrize("rows", ["sources", "new_sources"])
def test_one_more_source_can_be_offered_without_script(editor, rows):
    more = send(editor, step=f"more-{rows}", dated="2023-02-30")

    assert more.status_code == 200
    assert f'name="{rows}-1' in more.text
    assert more.text.count(" autofocus ") == 1, "the page opens at the new row"
    assert words_of(more)["dated"] == "2023-02-30"
    assert "There is a problem" not in more.text


def test_a_source_is_picked_by_its_words_and_shown_in_the_preview(editor):
    preview = send(editor, sources__0="gazette 2022-06")

    assert "Test Gazette · 2022-06-01 · Test page (law-source)" in preview.text


def test_words_that_fit_several_sources_are_asked_to_say_more(editor):
    refused = send(editor, sources__0="test page")

    assert refused.status_code == 422
    assert "2 sources fit “test page”" in refused.text
    assert 'href="#sources-0"' in refused.text
    assert words_of(refused)["sources-0"] == "test page"


def test_every_source_that_was_picked_is_taken(editor, record):
    """Forty rows, as the script adds them; the last one is read as well."""
    picked = {f"sources__{row}": "" for row in range(39)} | {"sources__39": SOURCE}

    preview = send(editor, **picked)

    editor.post(PAGE, data=filled(preview, step="save"))
    assert reports(record)[-1].sources == (SOURCE,)


@pytest.mark.parametrize(
    ("rows", "end"),
    [("sources", ""), ("new_sources", "-url")],
    ids=["picked", "new"],
)
def test_more_rows_than_a_form_takes_are_refused_and_kept(editor, rows, end):
    typed = {
        f"{rows}__{row}{end.replace('-', '__')}": f"https://example.org/{row}"
        for row in range(ROWS_MOST + 1)
    }

    refused = send(editor, **typed)

    assert refused.status_code == 422
    assert f'<a href="#{rows}-0{end}">This form takes at most 100' in refused.text
    assert f'id="{rows}-error"' in refused.text, "the sentence stands at the rows"
    assert words_of(refused)[f"{rows}-{ROWS_MOST}{end}"].endswith(f"/{ROWS_MOST}")


@pytest.mark.parametrize("rows", ["sources", "new_sources"])
def test_after_the_last_row_no_more_is_offered_and_it_says_so(editor, rows):
    end = "" if rows == "sources" else "__url"
    typed = {f"{rows}__{row}{end}": "" for row in range(ROWS_MOST)}

    more = send(editor, step=f"more-{rows}", **typed)

    assert "This form takes at most 100 of these." in more.text
    assert f'name="{rows}-{ROWS_MOST}' not in more.text
