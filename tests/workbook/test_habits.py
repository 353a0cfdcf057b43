"""What people do to a workbook in an office, and what must not come of it."""

import io
import shutil
import subprocess
from copy import copy
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.workbook.books import a_record, column_of, edited, read_after, typed
from tracker.domain.record import key_of
from tracker.workbook.reader import facts_of, read_workbook
from tracker.workbook.writer import workbook_bytes


def same_facts(reading, record=None) -> bool:
    wanted = read_workbook(workbook_bytes(record or a_record()))
    assert reading.problems == ()
    return {key_of(f): f for f in facts_of(reading)} == {
        key_of(f): f for f in facts_of(wanted)
    }


def put_back(page, rows):
    """Write rows of cells over the sheet, formats and all, as Excel moves them."""
    taken = [[(cell.value, cell.number_format) for cell in row] for row in rows]
    for row, cells in zip(page.iter_rows(), taken, strict=True):
        for cell, (value, number_format) in zip(row, cells, strict=True):
            cell.value, cell.number_format = value, number_format


def move_columns(book):
    """Turn the columns of Reports round, the key first."""
    put_back(book["Reports"], [row[::-1] for row in book["Reports"].iter_rows()])


def hide_columns(book):
    book["Reports"].column_dimensions["K"].hidden = True
    book["Claims"].sheet_state = "hidden"


def sort_rows(book):
    header, *rows = book["Reports"].iter_rows()
    put_back(book["Reports"], [header, *rows[::-1]])


def insert_blank_rows(book):
    book["Reports"].insert_rows(3, amount=4)


def leave_a_filter_on(book):
    page = book["Reports"]
    page.auto_filter.add_filter_column(3, ["approved"])
    page.row_dimensions[2].hidden = True


def type_blanks(book):
    page = book["Reports"]
    page["A2"] = " TEST2021-01\u00a0"
    page["D2"] = "in_progress  "
    page["K2"] = "First. \u00a0"
    page["L2"] = " test-source ; "


def type_dates_as_text(book):
    book["Reports"]["B2"] = "2022-05-01"
    book["Acts"]["A2"] = "2022-01-01"


def type_dates_as_dates(book):
    cell = book["Deadlines"]["C2"]
    cell.value, cell.number_format = datetime(2022, 1, 1), "DD.MM.YYYY"  # noqa: DTZ001


def type_years_as_numbers(book):
    cell = book["Reports"]["B4"]
    cell.value, cell.number_format = 2023, "General"


def write_dates_as_programs_do(book):
    cell = book["Reports"]["B2"]
    cell.value, cell.number_format = "2022-05-01 00:00:00", "General"


def leave_blanks_above_the_headers(book):
    book["Reports"].insert_rows(1, amount=2)
    book["Reports"]["C1"] = " "
    book["Reports"]["A2"] = "\u00a0"


def change_case_of_headers(book):
    book["Reports"]["D1"] = "  STAGE "
    book["Reports"]["L1"] = "sources\u00a0"
    book["Reports"]["K1"] = "note_en"


def reorder_sheets(book):
    book.move_sheet("Sources", offset=-9)


def colour_and_comment(book):
    from openpyxl.comments import Comment

    cell = book["Reports"]["K2"]
    cell.comment = Comment("Is this so?", "Colleague")
    cell.font = copy(book["Reports"]["A1"].font)


HABITS = [
    move_columns,
    hide_columns,
    sort_rows,
    insert_blank_rows,
    leave_a_filter_on,
    type_blanks,
    type_dates_as_text,
    type_dates_as_dates,
    type_years_as_numbers,
    write_dates_as_programs_do,
    leave_blanks_above_the_headers,
    change_case_of_headers,
    reorder_sheets,
    colour_and_comment,
]


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_a_habit_changes_nothing(habit):
    assert same_facts(read_after(habit))


def test_an_extra_column_and_sheet_are_named_and_ignored():
    def add(book):
        page = book["Reports"]
        page.cell(1, 20, "Our remarks")
        page.cell(2, 20, "=1+1")
        book.create_sheet("Scratch")["A1"] = "=NOW()"

    reading = read_after(add)

    assert same_facts(reading)
    assert reading.ignored == ("Scratch", "Reports: Our remarks")


def test_a_percentage_typed_in_excel_is_what_it_shows():
    reading = read_after(typed("Reports", "I2", 0.29, "0%"))

    assert {f.percent for f in facts_of(reading) if hasattr(f, "stage")} == {29, None}


def test_a_column_that_may_be_missing_is_not_missed():
    def delete(book):
        page = book["Reports"]
        for header in ("Reverses", "Known on", "Mark", "Version"):
            page.delete_cols(column_of(page, header))

    reading = read_after(delete)

    assert reading.problems == ()
    assert [f.version for f in facts_of(reading) if hasattr(f, "stage")] == [0, 0, 0]


def test_a_workbook_without_read_me_is_taken_for_a_part():
    reading = read_after(lambda book: book.remove(book["Read me"]))

    assert same_facts(reading)
    assert reading.is_part


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_opens_and_saves_it_without_a_changed_cell(tmp_path: Path):
    file = tmp_path / "book.xlsx"
    file.write_bytes(workbook_bytes(a_record()))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"

    command = ["soffice", profile, "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )

    saved = (tmp_path / "out" / "book.xlsx").read_bytes()
    assert same_facts(read_workbook(saved))
    rows = read_workbook(saved).rows
    assert [r.mark for r in rows] == [
        r.mark for r in read_workbook(workbook_bytes(a_record())).rows
    ]


def test_saving_with_openpyxl_changes_nothing():
    data = workbook_bytes(a_record())

    again = edited(data)

    assert openpyxl.load_workbook(io.BytesIO(again)).sheetnames[0] == "Read me"
    assert same_facts(read_workbook(again))
