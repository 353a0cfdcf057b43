"""Reporting a status by form: from the empty form to the record."""

import pytest

from tests.factories import PROGRAM, SOURCE
from tests.web.editing.report_form import GOOD, PAGE, reports, send
from tests.web.sending import filled, words_of
from tracker.domain.vocabulary import Closure, Condition, Stage


def test_a_report_is_checked_then_saved(editor, record, revision):
    before = revision()
    preview = send(editor)

    assert preview.status_code == 200
    assert "Nothing is saved yet" in preview.text
    assert revision() == before

    saved = editor.post(PAGE, data=filled(preview, step="save"))

    assert saved.status_code == 303
    assert saved.location == f"/programs/{PROGRAM}"
    report = reports(record)[-1]
    assert str(report.dated) == "2023-04"
    assert report.stage is Stage.PARTLY_DONE
    assert str(report.percent) == "80.5"
    assert report.sources == (SOURCE,)
    assert revision() == before + 1


def test_the_preview_shows_state_and_scores_before_and_after(editor):
    preview = send(editor, stage="completed").text

    assert "In progress" in preview
    assert "Completed" in preview
    assert "0 of 2" in preview
    assert "1 of 2" in preview


def test_the_preview_says_when_nothing_changes(editor):
    preview = send(editor, stage="approved", dated="2022-01", reverses="no")

    assert "stay as they are" in preview.text


def test_one_can_go_back_from_the_preview_and_nothing_is_lost(editor):
    preview = send(editor, note="  An unusual test note ")

    form = editor.post(PAGE, data=filled(preview, step="change"))

    assert form.status_code == 200
    again = words_of(form)
    assert again["percent"] == "80,5"
    assert "An unusual test note" in again["note"]
    assert again["sources-0"] == SOURCE


def test_a_report_sent_twice_is_written_once(editor, record, revision):
    words = filled(send(editor), step="save")
    first = editor.post(PAGE, data=words)
    after_first = revision()

    second = editor.post(PAGE, data=words)

    assert (first.status_code, second.status_code) == (303, 303)
    assert revision() == after_first
    assert len(reports(record)) == 2


def test_a_changed_report_sent_from_an_old_page_is_not_taken_for_the_first(
    editor, record
):
    words = filled(send(editor), step="save")
    editor.post(PAGE, data=words)
    words["note"] = "Something else to say."

    editor.post(PAGE, data=words)

    assert len(reports(record)) == 3


@pytest.mark.parametrize(
    ("typed", "sentence", "field"),
    [
        ({"dated": ""}, "Give the date of the report.", "dated"),
        ({"dated": "2023-02-30"}, "There is no such date", "dated"),
        ({"dated": "31.12.2022"}, "is not a date", "dated"),
        ({"dated": "2031"}, "out of range", "dated"),
        ({"dated": "2017-12-31"}, "out of range", "dated"),
        ({"known_on": "2023-13-01"}, "There is no such date", "known_on"),
        ({"stage": ""}, "Choose the stage.", "stage"),
        ({"stage": "almost"}, "Choose one of the list.", "stage"),
        ({"kind": ""}, "Choose whose word it is.", "kind-0"),
        ({"percent": "eighty"}, "is not a number", "percent"),
        ({"percent": "101"}, "between 0 and 100", "percent"),
        ({"note": "x" * 10_000}, "10,000 characters", "note"),
        ({"note": "a\u202eb"}, "cannot be seen", "note"),
        ({"sources__0": "nowhere"}, "has no source “nowhere”", "sources-0"),
        (
            {"sources__0": "", "stage": "completed"},
            "A completed program needs a source",
            "sources-0",
        ),
        (
            {"new_sources__0__url": "javascript:alert(1)"},
            "Choose who publishes",
            "new_sources-0-type",
        ),
        (
            {
                "new_sources__0__url": "javascript:alert(1)",
                "new_sources__0__type": "official",
                "new_sources__0__grade": "B",
            },
            "An address begins with https://",
            "new_sources-0-url",
        ),
    ],
)
def test_a_bad_report_is_explained_at_its_field_and_not_kept(
    editor, revision, typed, sentence, field
):
    before = revision()

    refused = send(editor, **typed)

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text
    assert "There is a problem" in refused.text
    assert f'href="#{field}"' in refused.text
    assert refused.text.count(sentence) >= 2, "in the summary and at the field"
    assert revision() == before


def test_what_was_typed_is_kept_after_an_error(editor):
    refused = send(editor, dated="2023-02-30", note="Keep <me> & mine")

    again = words_of(refused)
    assert again["dated"] == "2023-02-30"
    assert again["note"] == "Keep <me> & mine"
    assert again["stage"] == "partly_done"
    assert again["sources-0"] == SOURCE


def test_saving_without_the_preview_holds_to_the_same_rules(editor, revision):
    before = revision()

    refused = send(editor, step="save", sources__0="")

    assert refused.status_code == 422
    assert revision() == before


def test_a_lower_stage_asks_whether_it_is_a_step_back(editor, revision):
    before = revision()

    asked = send(editor, stage="negotiating", step="save")

    assert asked.status_code == 422
    assert "Is this a real step back?" in asked.text
    assert "has this program further on: In progress" in asked.text
    assert 'href="#reverses-0"' in asked.text
    assert revision() == before


def test_a_real_step_back_lowers_the_stage(editor):
    asked = send(editor, stage="negotiating")

    preview = editor.post(PAGE, data=filled(asked, reverses="yes", step="check"))

    assert preview.status_code == 200
    assert "Negotiating" in preview.text
    assert "what was reached before counts no more" in preview.text


def test_other_news_of_a_lower_stage_keeps_what_was_reached(editor, record):
    asked = send(editor, stage="negotiating")
    preview = editor.post(PAGE, data=filled(asked, reverses="no", step="check"))
    editor.post(PAGE, data=filled(preview, step="save"))

    report = reports(record)[-1]
    assert report.stage is Stage.NEGOTIATING
    assert report.reverses is False


def test_older_news_is_not_asked_about(editor):
    assert send(editor, stage="negotiating", dated="2021-12").status_code == 200


def test_a_program_that_left_its_plan_asks_whether_it_is_back(editor):
    left = filled(send(editor, closure="withdrawn", condition="stalled"), step="save")
    editor.post(PAGE, data=left)

    asked = send(editor, dated="2023-05", stage="completed")

    assert asked.status_code == 422
    assert "as out of its plan: Withdrawn" in asked.text


def test_every_field_reaches_the_record(editor, record):
    preview = send(
        editor,
        closure="carried_over",
        condition="blocked",
        side="by",
        known_on="2023-04-20",
    )
    editor.post(PAGE, data=filled(preview, step="save"))

    report = reports(record)[-1]
    assert report.closure is Closure.CARRIED_OVER
    assert report.condition is Condition.BLOCKED
    assert report.side.value == "by"
    assert str(report.known_on) == "2023-04-20"
    assert report.note == "Test note."


def test_a_button_that_is_none_shows_the_form(editor, revision):
    before = revision()

    assert send(editor, step="more-note").status_code == 200
    assert send(editor, step="nonsense").status_code == 200
    assert revision() == before


def test_an_unknown_program_is_not_found(editor):
    assert editor.get("/programs/TEST2021-99/report").status_code == 404


def test_a_page_that_is_too_old_keeps_what_was_typed(editor, revision):
    words = filled(editor.get(PAGE), **GOOD, csrf_token="too old", step="save")
    before = revision()

    refused = editor.post(PAGE, data=words)

    assert refused.status_code == 400
    assert "Nothing was saved" in refused.text
    assert words_of(refused)["note"] == "Test note."
    assert words_of(refused)["csrf_token"] != "too old"
    assert revision() == before


def test_the_title_of_a_good_page_names_no_error(editor):
    assert "<title>Report a status" in editor.get(PAGE).text
