"""A page as data at its own address: what it links, keeps and refuses."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from tests.factories import a_report
from tests.web.public_record import GAS, TODAY, VIEW
from tests.web.reading import links_of, problem_of, rows_of_page, words_of_page
from tests.web.signing_in import an_editor
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author

LISTS = ("programs", "claims", "events", "sources", "changes")
HOSTILE = ("=1+1", "+x", "-x", "@x")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_the_same_rows_in_every_form(reader, name):
    page = reader.get(f"/{name}?{VIEW}")
    found = reader.get(f"/{name}.json?{VIEW}").json
    file = reader.get(f"/{name}.csv?{VIEW}").data.decode("utf-8-sig")
    table = list(csv.reader(StringIO(file)))

    assert len(rows_of_page(page)) == len(found[name]) == len(table) - 1


@pytest.mark.parametrize(
    "name", [*LISTS, f"programs/{GAS}", "sectors", "charts/stages"]
)
def test_a_page_links_its_twins_and_keeps_the_address(reader, name):
    links = links_of(reader.get(f"/{name}?{VIEW}"))

    for form in ("json", "csv", "xlsx"):
        assert f"/{name}.{form}?{VIEW}" in links


def test_filters_hold_for_the_twin_too(reader):
    found = reader.get(f"/programs.json?{VIEW}&stage=completed&reading=shown").json

    assert [each["code"] for each in found["programs"]] == ["TEST2021-04"]


def test_a_program_and_a_revision_have_a_twin(reader):
    api = reader.get(f"/api/v1/programs/{GAS}?{VIEW}")

    assert reader.get(f"/programs/{GAS}.json?{VIEW}").json == api.json
    assert reader.get("/changes/1.json").json == reader.get("/api/v1/changes/1").json


def test_a_table_is_named_by_subject_view_and_revision(reader):
    answer = reader.get(f"/programs.csv?{VIEW}&plan=TEST2021&reading=shown")

    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=programs-TEST2021-2023-12-31-shown-r2.csv"
    )


def test_a_name_tells_filters_in_their_own_letters(reader):
    answer = reader.get(f"/programs.csv?{VIEW}&text=газ")

    assert "text-%D0%B3%D0%B0%D0%B7-r2.csv" in answer.headers["Content-Disposition"]
    assert (
        "filename=programs-2023-12-31-said-text-r2.csv"
        in (answer.headers["Content-Disposition"])
    )


def test_a_link_names_the_size_of_what_was_made(reader):
    before = words_of_page(reader.get(f"/programs?{VIEW}"))
    file = reader.get(f"/programs.xlsx?{VIEW}").data
    after = words_of_page(reader.get(f"/programs?{VIEW}"))

    assert before.endswith("This page as data: JSON CSV Excel")
    assert after.endswith(f"JSON CSV Excel, {round(len(file) / 1000)} kB")
    assert words_of_page(reader.get("/programs")).endswith("JSON CSV Excel")


def test_a_new_revision_has_new_sizes(public_app):
    client = public_app.test_client()
    client.get(f"/programs.csv?{VIEW}")
    with public_app.app_context():
        report = a_report("", program=GAS, dated="2023-05-01", stage="partly_done")
        author = Author("Test maker", Origin.COMMAND)
        door.enter([Add(report)], author, "One more", TODAY)

    assert words_of_page(client.get(f"/programs?{VIEW}")).endswith("JSON CSV Excel")


def test_an_editor_gets_the_files_but_no_sizes(public_app, cheap_passwords):
    editor = an_editor(public_app)

    assert editor.get(f"/programs.xlsx?{VIEW}").status_code == 200
    assert words_of_page(editor.get(f"/programs?{VIEW}")).endswith("JSON CSV Excel")


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_a_file_the_browser_has_is_not_sent_again(reader, form):
    address = f"/programs.{form}?{VIEW}"
    first = reader.get(address)
    kept = reader.get(address)
    tag = {"If-None-Match": first.headers["ETag"]}

    assert kept.data == first.data
    assert kept.headers["Content-Disposition"] == first.headers["Content-Disposition"]
    assert reader.get(address, headers=tag).status_code == 304


def test_hostile_text_stays_text(public_app, reader):
    with public_app.app_context():
        author = Author("Test maker", Origin.COMMAND)
        reports = [
            a_report("", program=GAS, dated=f"2023-0{day}-01", note=text)
            for day, text in enumerate(HOSTILE, start=1)
        ]
        door.enter([Add(each) for each in reports], author, "Hostile", TODAY)

    file = reader.get(f"/programs/{GAS}.xlsx").data
    table = reader.get(f"/programs/{GAS}.csv").data.decode("utf-8-sig")

    sheet = load_workbook(BytesIO(file))["Reports"]
    cells = {cell.value: cell.data_type for row in sheet for cell in row}
    assert {cells[text] for text in HOSTILE} == {"s"}
    assert all(f"'{text}" in table for text in HOSTILE)


def test_a_refusal_is_json_where_json_was_asked_for(reader):
    answer = reader.get("/programs.json?stage=begun")

    assert answer.status_code == 400
    assert answer.json["field"] == "stage"


@pytest.mark.parametrize(
    "address",
    ["/programs.xlsx?stage=begun", "/programs.csv?as_of=20x", "/claims.xlsx?plan=X"],
)
def test_a_refusal_is_a_page_where_a_file_was_asked_for(reader, address):
    answer = reader.get(address)

    assert answer.status_code == 400
    assert problem_of(answer)


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_an_empty_record_has_empty_files(early_reader, form):
    assert early_reader.get(f"/programs.{form}").status_code == 200
    assert early_reader.get(f"/overview.{form}").status_code == 200


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/programs.pdf", "This page comes as json, csv, xlsx, not as “pdf”."),
        ("/overview.xls", "This page comes as json, csv, xlsx, not as “xls”."),
        (f"/programs/{GAS}.ods", "This page comes as json, csv, xlsx, not as “ods”."),
        ("/sectors/energy.xml", "This page comes as json, csv, xlsx, not as “xml”."),
        ("/nonsense.xlsx", "There is no such page. As json, csv, xlsx come: "),
        ("/nonsense.csv", "overview, programs, programs/…"),
    ],
)
def test_a_form_there_is_not_is_told_those_there_are(reader, address, sentence):
    answer = reader.get(f"{address}?{VIEW}")

    assert answer.status_code == 404
    assert sentence in problem_of(answer)


@pytest.mark.parametrize(
    "address",
    ["/programs/NOPE.xlsx", "/claims/C999.csv", "/charts/none.xlsx", "/changes/99.csv"],
)
def test_a_thing_there_is_not_is_said_so(reader, address):
    answer = reader.get(address)

    assert answer.status_code == 404
    assert problem_of(answer)
