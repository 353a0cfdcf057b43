"""Every public page as data: the same rows and numbers as JSON, CSV and Excel."""

import re
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.web.public_record import GAS, VIEW
from tests.web.reading import rows_of_page
from tests.web.twin_files import (
    PARTS,
    address_of,
    csv_rows,
    public_pages,
    sheets,
    text_of,
)
from tracker.services.chart_list import CHARTS
from tracker.web.twin_list import TWINS, WITHOUT

NUMBER = re.compile(r"-?\d+(\.\d+)?")
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
REAL_PARTS = {
    "programs.detail": {"code": "UP2021-15"},
    "sectors.detail": {"code": "energy"},
    "sources.detail": {"key": "tass-2021-09-10"},
    "claims.detail": {"key": "C136"},
    "changes.detail": {"number": 1},
    "charts.detail": {"name": "slips"},
}

REAL_CLAIM = "plan=UP2021&dated=2023-04-05&low=80&unit=percent_unspecified"


def json_rows(found, twin):
    """The rows of a page as JSON; a single thing is the only one."""
    return found.get(twin.rows, [found] if twin.is_of_one else None)


def test_every_public_page_comes_as_data_or_says_why_not(public_app):
    assert public_pages(public_app) == set(TWINS) | set(WITHOUT)
    assert not set(TWINS) & set(WITHOUT)


@pytest.mark.parametrize("page", TWINS)
def test_a_page_has_the_same_rows_in_every_form(reader, page):
    twin, parts = TWINS[page], PARTS.get(page, {})

    found = reader.get(address_of(page, "json", VIEW, parts)).json
    table = csv_rows(reader, address_of(page, "csv", VIEW, parts))
    first, *_, about = sheets(reader, address_of(page, "xlsx", VIEW, parts))

    rows = json_rows(found, twin)
    assert len(rows) == len(table) - 1 == first.max_row - 1
    assert about.title == "About"
    assert first.max_column == max(len(table[0]), 1)


@pytest.mark.parametrize("page", TWINS)
def test_a_page_has_the_same_numbers_in_every_form(reader, page):
    twin, parts = TWINS[page], PARTS.get(page, {})

    found = reader.get(address_of(page, "json", VIEW, parts)).json
    heads, *table = csv_rows(reader, address_of(page, "csv", VIEW, parts))
    first, *_ = sheets(reader, address_of(page, "xlsx", VIEW, parts))

    for values, texts, cells in zip(
        json_rows(found, twin), table, list(first.values)[1:], strict=True
    ):
        plain = values if isinstance(values, dict) else {}
        for head, text, cell in zip(heads, texts, cells, strict=True):
            if isinstance(cell, int | float):
                assert float(text) == cell
            if NUMBER.fullmatch(text) and head in plain:
                assert str(plain[head]) == text_of(cell) == text


@pytest.mark.parametrize("page", TWINS)
def test_the_real_record_comes_as_data_that_a_spreadsheet_reads(researcher, page):
    """Whole dates are dates, figures are numbers, and nothing is a formula."""
    parts, query = REAL_PARTS.get(page, {}), "as_of=2023-12-31"
    if page == "claims.check":
        parts, query = {}, REAL_CLAIM

    for sheet in sheets(researcher, address_of(page, "xlsx", query, parts))[:-1]:
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.auto_filter.ref == sheet.dimensions
        heads = [cell.value for cell in sheet[1]]
        assert all(cell.font.b for cell in sheet[1])
        assert all(heads)
        for row in sheet.iter_rows(min_row=2):
            assert "f" not in {cell.data_type for cell in row}
            typed = {head: cell.value for head, cell in zip(heads, row, strict=True)}
            texts = {h for h, v in typed.items() if WHOLE_DAY.fullmatch(str(v))}
            assert texts <= {"Before", "After", "Value", "Key"}


@pytest.mark.parametrize("page", TWINS)
def test_the_same_view_gives_the_same_bytes(public_app, reader, page):
    address = address_of(page, "xlsx", VIEW, PARTS.get(page, {}))

    first = reader.get(address).data
    public_app.extensions["tracker.shelf"].clear()

    assert reader.get(address).data == first


@pytest.mark.parametrize("page", TWINS)
@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_files_name_subject_view_and_revision(reader, page, form):
    answer = reader.get(address_of(page, form, VIEW, PARTS.get(page, {})))

    name = answer.headers["Content-Disposition"]
    subject = TWINS[page].path[1:].partition("/")[0]
    view = "" if TWINS[page].is_timeless else ".*2023-12-31-said"
    assert re.search(rf"filename={subject}-?{view}.*-r[12]\.{form}", name)
    assert ("2023-12-31" in name) is bool(view)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("/programs", "programs-TEST2021-2023-12-31-said-r2"),
        (f"/programs/{GAS}", f"programs-{GAS}-2023-12-31-said-r2"),
        ("/events", "events-2023-12-31-said-r2"),
        ("/sources", "sources-r2"),
    ],
)
def test_a_file_names_no_plan_or_day_that_it_does_not_keep_to(reader, page, name):
    answer = reader.get(f"{page}.xlsx?{VIEW}&plan=TEST2021")

    assert f"filename={name}.xlsx" in answer.headers["Content-Disposition"]
    about = load_workbook(BytesIO(answer.data)).worksheets[-1]
    said = [row[0] for row in about.iter_rows(values_only=True)]
    assert ("Plan" in said) is ("TEST2021-2023" in name)


@pytest.mark.parametrize("page", ["programs.index", "programs.detail"])
def test_a_whole_date_is_a_date_and_a_partial_one_is_text(researcher, page):
    parts = REAL_PARTS.get(page, {})
    first, *_ = sheets(researcher, address_of(page, "xlsx", "", parts))
    heads = [cell.value for cell in first[1]]
    column = heads.index("Due" if page == "programs.index" else "Date")

    found = {type(row[column]) for row in list(first.values)[1:]}

    assert found <= {datetime, str, type(None)}
    assert datetime in found


@pytest.mark.parametrize("root", ["/ru", "/be"])
def test_other_languages_have_their_files_too(reader, root):
    first, *_ = sheets(reader, f"{root}/programs.xlsx?{VIEW}")
    links = reader.get(f"{root}/programs?{VIEW}").text

    assert first.max_row == 7
    assert f'href="{root}/programs.xlsx?{VIEW}"' in links


def test_the_overview_has_a_name_as_data(reader):
    page = reader.get(f"/?{VIEW}").text
    first, *_ = sheets(reader, f"/overview.xlsx?{VIEW}")

    assert f'href="/overview.xlsx?{VIEW}"' in page
    assert [row[0] for row in first.values][1:] == ["NEXT2024", "TEST2021"]


def test_the_last_sheet_says_what_the_file_is_of(reader):
    view = f"{VIEW}&known_on=2024-01-31&reading=shown&plan=TEST2021"
    *_, about = sheets(reader, f"/programs.xlsx?{view}")
    lines = {row[0]: row[1] for row in about.values if row[0]}

    assert lines["Subject"] == "Programs"
    assert lines["As of"] == datetime(2023, 12, 31)  # noqa: DTZ001 - Excel has no zones
    assert lines["Known on"] == datetime(2024, 1, 31)  # noqa: DTZ001 - Excel has none
    assert lines["Reading"] == "shown (E3 or better)"
    assert lines["Revision"] == 2
    assert lines["Address"] == f"http://localhost/programs?{view}"


def test_a_program_has_a_sheet_for_each_of_its_tables(reader):
    names = [sheet.title for sheet in sheets(reader, "/programs/TEST2021-01.xlsx")]

    assert names == [
        "Reports",
        "Program",
        "Milestones",
        "Deadlines",
        "Acts",
        "Lineage",
        "Waits for",
        "Sources",
        "About",
    ]


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_a_filter_of_a_page_holds_for_its_files(reader, form):
    address = f"/claims.{form}?{VIEW}&verdict=within"

    if form == "json":
        found = [row["key"] for row in reader.get(address).json["claims"]]
    elif form == "csv":
        found = [row[0] for row in csv_rows(reader, address)[1:]]
    else:
        found = [row[0] for row in list(sheets(reader, address)[0].values)[1:]]

    assert found == ["C002"]


def test_a_rule_that_was_chosen_holds_for_floors_and_sectors(reader):
    found = reader.get(f"/progress.json?{VIEW}&rule=half.v1").json

    assert {row["rule"] for row in found["floors"]} == {"half.v1"}
    assert {row["rule"] for row in found["sectors"]} == {"half.v1"}
    assert len({row["rule"] for row in found["figures"]}) > 4


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_gives_the_table_beside_it(researcher, name):
    view = "plan=UP2021&as_of=2023-12-31"
    page = researcher.get(f"/charts/{name}?{view}")

    found = researcher.get(f"/charts/{name}.json?{view}").json
    table = csv_rows(researcher, f"/charts/{name}.csv?{view}")
    first, about = sheets(researcher, f"/charts/{name}.xlsx?{view}")

    assert len(found["rows"]) == len(rows_of_page(page)) == len(table) - 1
    assert first.max_row == len(table)
    assert [cell.value for cell in first[1]] == table[0] == found["header"]
    assert about.title == "About"


def test_the_percentages_of_a_chart_are_numbers_shown_as_percentages(researcher):
    view = "plan=UP2021&as_of=2025-03-31"

    found = researcher.get(f"/charts/rules.json?{view}").json
    first, _ = sheets(researcher, f"/charts/rules.xlsx?{view}")

    # 8 of 28 union programs were called completed and not carried over.
    assert found["rows"][0][:2] == ["Completed programs", 0.286]
    assert (first["B2"].value, first["B2"].number_format) == (0.286, "0.0%")
    assert found["shares"] == [1, 2, 3, 4]
