"""A page as data at its own address: the same rows, the same numbers."""

import csv
from io import StringIO

import pytest

from tests.web.public_record import GAS, VIEW
from tests.web.reading import links_of, rows_of_page
from tracker.web.twins import as_table

LISTS = ("programs", "claims", "events", "sources", "changes")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_the_same_rows_in_every_form(reader, name):
    page = reader.get(f"/{name}?{VIEW}")
    found = reader.get(f"/{name}.json?{VIEW}").json
    file = reader.get(f"/{name}.csv?{VIEW}").data.decode("utf-8-sig")
    table = list(csv.reader(StringIO(file)))

    assert len(rows_of_page(page)) == len(found[name]) == len(table) - 1


@pytest.mark.parametrize("name", LISTS)
def test_a_list_links_its_twins_and_keeps_the_address(reader, name):
    links = links_of(reader.get(f"/{name}?{VIEW}"))

    assert f"/{name}.json?{VIEW}" in links
    assert f"/{name}.csv?{VIEW}" in links


def test_filters_hold_for_the_twin_too(reader):
    found = reader.get(f"/programs.json?{VIEW}&stage=completed&reading=shown").json

    assert [each["code"] for each in found["programs"]] == ["TEST2021-04"]


def test_a_program_and_a_revision_have_a_twin(reader):
    api = reader.get(f"/api/v1/programs/{GAS}?{VIEW}")

    assert reader.get(f"/programs/{GAS}.json?{VIEW}").json == api.json
    assert reader.get("/changes/1.json").json == reader.get("/api/v1/changes/1").json
    assert f"/programs/{GAS}.json?{VIEW}" in links_of(
        reader.get(f"/programs/{GAS}?{VIEW}")
    )


def test_a_table_is_named_by_subject_view_and_revision(reader):
    answer = reader.get(f"/programs.csv?{VIEW}&plan=TEST2021&reading=shown")

    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=programs-TEST2021-2023-12-31-shown-r2.csv"
    )


def test_a_refusal_is_json_where_json_was_asked_for(reader):
    answer = reader.get("/programs.json?stage=begun")

    assert answer.status_code == 400
    assert answer.json["field"] == "stage"


def test_values_inside_values_become_columns_and_lists_become_text():
    values = [{"a": {"en": "x", "ru": None}, "b": ["y", "z"]}, {"c": 1}]

    assert as_table(values) == (
        ["a_en", "a_ru", "b", "c"],
        [["x", "", "y; z", ""], ["", "", "", "1"]],
    )
