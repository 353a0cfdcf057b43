"""Taking the record away: the page of downloads and the workbook itself."""

import io

import pytest
from openpyxl import load_workbook

from tests.factories import PLAN, PROGRAM, SECTOR
from tests.small_record import TODAY, enter_small_record
from tracker.services import imports

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def client(app):
    """A reader of a small record."""
    with app.app_context():
        enter_small_record()
    return app.test_client()


def programs_in(answer):
    """The codes of the programs in a workbook that was downloaded."""
    sheet = load_workbook(io.BytesIO(answer.data))["Programs"]
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_the_page_names_format_and_size_of_the_whole_record(client):
    page = client.get("/export")
    size = len(client.get("/export/record.xlsx").data)

    assert page.status_code == 200
    assert f"Download the record (Excel, {round(size / 1000)} kB)" in page.text
    assert "integration-record-r1.xlsx" in page.text
    assert "Download this part" not in page.text


def test_the_page_offers_the_part_that_was_chosen_with_its_view(client):
    page = client.get(f"/export?plan={PLAN}&sector={SECTOR}&as_of=2022-12-31")

    assert "Download this part (Excel, " in page.text
    name = f"integration-record-plan-{PLAN}-sector-{SECTOR}-as-of-2022-12-31-said-r1"
    assert f"{name}.xlsx" in page.text
    address = f"/export/record.xlsx?plan={PLAN}&amp;as_of=2022-12-31&amp;sector="
    assert address in page.text


def test_a_workbook_is_sent_under_a_name_that_says_what_it_holds(client):
    answer = client.get("/export/record.xlsx")

    assert answer.status_code == 200
    assert answer.mimetype == EXCEL
    said = answer.headers["Content-Disposition"]
    assert said == "attachment; filename=integration-record-r1.xlsx"
    assert programs_in(answer) == [PROGRAM, "TEST2021-02"]


def test_a_part_holds_only_what_was_chosen(client):
    answer = client.get("/export/record.xlsx?sector=other-sector")

    assert programs_in(client.get("/export/record.xlsx")) != []
    assert programs_in(answer) == []


def test_what_came_later_is_not_in_a_part_as_of_a_date(client):
    answer = client.get("/export/record.xlsx?as_of=2021-12-31")

    reports = load_workbook(io.BytesIO(answer.data))["Reports"]
    assert list(reports.iter_rows(min_row=2)) == []


def test_what_the_browser_has_is_not_sent_again(client):
    first = client.get("/export/record.xlsx")

    tag = first.headers["ETag"]
    again = client.get("/export/record.xlsx", headers={"If-None-Match": tag})
    other = client.get("/export/record.xlsx?sector=" + SECTOR)

    assert again.status_code == 304
    assert again.data == b""
    assert other.headers["ETag"] != tag


@pytest.mark.parametrize("reading", ["said", "E0"])
def test_the_reading_said_alone_leaves_nothing_out(client, reading):
    whole = client.get("/export/record.xlsx")
    said = client.get(f"/export/record.xlsx?reading={reading}")

    assert said.data == whole.data


def test_an_untouched_download_brings_nothing_new(client, app):
    data = client.get("/export/record.xlsx").data

    with app.app_context():
        assert imports.plan_import(data, TODAY).changes_nothing


@pytest.mark.parametrize("address", ["/export", "/export/record.xlsx"])
@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ("plan=NOPE", 400, "No plan has the code"),
        ("sector=nope", 404, "There is no sector"),
        ("as_of=2023-13", 400, "There is no such date"),
        ("as_of=2199-01-01", 400, "outside the record"),
        ("known_on=yesterday", 400, "is not a date"),
        ("reading=E9", 400, "is not a reading"),
    ],
)
def test_what_cannot_be_chosen_is_explained(client, address, words, status, sentence):
    answer = client.get(f"{address}?{words}")

    assert answer.status_code == status
    assert sentence in answer.text


def test_an_empty_record_says_what_to_do_and_offers_a_blank_workbook(app):
    client = app.test_client()

    page = client.get("/export")

    assert page.status_code == 200
    assert "The record is empty." in page.text
    assert client.get("/export/record.xlsx").status_code == 200


def test_the_list_of_programs_leads_to_the_part_it_shows(client):
    page = client.get(f"/programs?plan={PLAN}&sector={SECTOR}")

    assert f"/export?plan={PLAN}&amp;sector={SECTOR}#part" in page.text


def test_the_record_can_only_be_taken_not_sent_there(client):
    assert client.post("/export/record.xlsx").status_code in {400, 405}
