"""Whom another editor has overtaken sees both versions and loses nothing typed."""

import pytest

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
from tracker.domain.record import Kind


@pytest.fixture(autouse=True)
def _facts(record):
    enter_facts(record)


@EVERY_KIND
@pytest.mark.parametrize("step", ["check", "save"])
def test_the_second_of_two_editors_sees_both_versions(
    editor, second_editor, revision, kind, step
):
    page = page_of(kind)
    mine = filled(editor.get(page), reason="Mine", **typed_into(kind, "My words"))
    mine["step"] = step
    correct(second_editor, page, **typed_into(kind, "Their words"))
    before = revision()

    conflict = editor.post(page, data=mine)

    assert conflict.status_code == 409
    assert "My words" in conflict.text
    assert "Their words" in conflict.text
    assert revision() == before


@EVERY_KIND
def test_after_a_conflict_one_goes_on_with_what_one_chose(
    editor, second_editor, record, kind
):
    page, place = page_of(kind), PLACES[kind]
    mine = filled(editor.get(page), reason="Mine", **typed_into(kind, "My words"))
    mine["step"] = "check"
    correct(second_editor, page, **typed_into(kind, "Their words"))
    conflict = editor.post(page, data=mine)
    newer = page.replace(key_of_place(kind), place[3])
    assert f'action="{newer}"' in conflict.text

    form = editor.post(newer, data=filled(conflict, step="choose"))
    assert words_of(form)[place[2]] == "My words"
    assert words_of(form)["reason"] == "Mine"
    preview = editor.post(newer, data=filled(form, step="check"))
    saved = editor.post(newer, data=filled(preview, step="save"))

    assert saved.status_code == 303
    assert getattr(standing(record, kind), place[2]) == "My words"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_after_a_conflict_an_answered_question_is_not_asked_anew(
    editor, second_editor, answer
):
    page = page_of(Kind.REPORT)
    mine = filled(editor.get(page), reason="Mine", note="My words")
    mine |= {"reverses": answer, "step": "check"}
    correct(second_editor, page, note="Their words")
    conflict = editor.post(page, data=mine)

    newer = page.replace("R0001", "R0002")
    form = editor.post(newer, data=filled(conflict, step="choose"))

    assert words_of(form)["reverses"] == answer


@EVERY_KIND
def test_what_was_typed_over_a_retired_fact_can_be_entered_anew(
    editor, second_editor, record, kind
):
    page, field = page_of(kind), PLACES[kind][2]
    mine = filled(editor.get(page), reason="Mine", **typed_into(kind, "My words"))
    mine["step"] = "save"
    out = page_of(kind, "retire")
    second_editor.post(
        out, data=filled(second_editor.get(out), reason="Theirs", step="save")
    )

    gone = editor.post(page, data=mine)

    assert gone.status_code == 409
    assert "it can be entered anew" in gone.text
    again = gone.text.partition('method="post" action="')[2].partition('"')[0]
    form = editor.post(again, data=filled(gone, step="change"))
    assert form.status_code == 200
    assert words_of(form)[field] == "My words"


@OF_HISTORY
def test_a_row_that_gave_way_leads_to_the_one_in_its_place(editor, kind):
    correct(editor, page_of(kind), **typed_into(kind, "Right"))

    gone = editor.get(page_of(kind))

    assert gone.status_code == 409
    assert f"{PLACES[kind][3]} has taken its place" in gone.text


def test_the_address_of_a_corrected_claim_leads_to_the_one_in_its_place(editor):
    correct(editor, page_of(Kind.CLAIM), note="First")
    correct(editor, "/claims/C002/correct", note="Second")

    led = editor.get("/claims/C001", query_string={"as_of": "2023-01-01"})

    assert led.status_code == 303
    assert led.location == "/claims/C003?as_of=2023-01-01"
    assert "Corrects C002" in editor.get(led.location).text
    assert editor.get("/claims/C999").status_code == 404
