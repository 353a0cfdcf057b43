"""The forms of a fact are offered beside it, and only to who may use them."""

import pytest

from tests.factories import PROGRAM
from tests.web.editing.facts import enter_facts

OFFERED = {
    f"/programs/{PROGRAM}": [
        f"/programs/{PROGRAM}/reports/R0001/correct",
        f"/programs/{PROGRAM}/reports/R0001/retire",
        f"/programs/{PROGRAM}/deadlines/D001/correct",
        f"/programs/{PROGRAM}/deadlines/D001/retire",
        "/acts/A001/correct",
        "/acts/A001/retire",
    ],
    "/claims/C001": ["/claims/C001/correct", "/claims/C001/retire"],
    "/events": ["/events/E001/correct", "/events/E001/retire"],
    "/sources/law-source": ["/sources/law-source/edit", "/sources/law-source/retire"],
    "/sources/test-source": ["/sources/test-source/edit", "/acts/A001/correct"],
}


@pytest.fixture(autouse=True)
def _facts(record):
    enter_facts(record)


@pytest.mark.parametrize("page", OFFERED)
def test_editors_find_the_forms_beside_the_fact(editor, page):
    text = editor.get(page).text

    assert [form for form in OFFERED[page] if f'href="{form}"' not in text] == []


@pytest.mark.parametrize("page", OFFERED)
def test_nobody_else_does(record, reader, page):
    for client in (record.test_client(), reader):
        text = client.get(page).text
        assert not [form for form in OFFERED[page] if f'href="{form}"' in text]


def test_a_source_that_facts_rest_on_is_not_offered_to_be_retired(editor):
    assert "/retire" not in editor.get("/sources/test-source").text
