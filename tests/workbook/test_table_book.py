"""Tables as a workbook: cells are what they are, and equal tables equal bytes."""

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import Stage
from tracker.workbook.table_book import names_of, table_book_bytes
from tracker.workbook.tables import Share, Table, TableBook, TableColumn


def a_table(*rows, name="Test rows", heads=("A",)):
    return Table(name, [TableColumn(head, head.lower()) for head in heads], rows)


def a_book(*tables):
    about = (("Subject", "=test"), ("As of", PartialDate.parse("2023-12-31")))
    return TableBook(title="Test & book", tables=tables, about=about)


def opened(book):
    return load_workbook(io.BytesIO(table_book_bytes(book)))


def cell_of(value):
    return opened(a_book(a_table([value])))["Test rows"]["A2"]


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "<b>&", "a\nb"])
def test_text_stays_text(text):
    cell = cell_of(text)

    assert (cell.value, cell.data_type) == (text, "s")


def test_text_that_looks_like_an_escape_is_kept_from_being_one():
    # Spreadsheets take the outer escape away; openpyxl shows what stands in the file.
    assert cell_of("_x000D_").value == "_x005F_x000D_"


@pytest.mark.parametrize("number", [0, -3, 2.5, -0.0714, 1348])
def test_a_number_is_a_number(number):
    assert cell_of(number).value == number


def test_a_share_is_shown_as_a_percentage():
    cell = cell_of(Share(0.286))

    assert (cell.value, cell.number_format) == (0.286, "0.0%")


def test_a_whole_date_is_a_date_and_a_partial_one_text():
    whole, partial = (
        cell_of(PartialDate.parse("2023-04-05")),
        cell_of(PartialDate.parse("2023-04")),
    )

    assert whole.value == datetime(2023, 4, 5)  # noqa: DTZ001 - Excel has no zones
    assert (partial.value, partial.data_type, partial.number_format) == (
        "2023-04",
        "s",
        "@",
    )


def test_a_word_has_its_colour():
    cell = cell_of(Stage.COMPLETED)

    assert cell.value == "Completed"
    assert cell.fill.start_color.rgb == "00146355"


def test_yes_and_no_are_words():
    assert [cell_of(value).value for value in (True, False)] == ["Yes", "No"]


def test_the_header_is_bold_frozen_and_filtered():
    sheet = opened(a_book(a_table(["x", 1], heads=("=A", "B"))))["Test rows"]

    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=A", "s")
    assert sheet["A1"].font.b
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions == "A1:B2"


def test_long_text_goes_on_in_the_next_line():
    sheet = opened(a_book(a_table(["word " * 60])))["Test rows"]

    assert sheet.column_dimensions["A"].width == 60
    assert sheet["A2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height > 60


def test_a_table_without_rows_keeps_its_header():
    assert list(opened(a_book(a_table()))["Test rows"].values) == [("A",)]


def test_the_last_sheet_says_what_it_is_of_and_lists_the_columns():
    about = opened(a_book(a_table(["x"]))).worksheets[-1]
    rows = [row for row in about.values if row[0]]

    assert about.title == "About"
    assert rows[0][0] == "Test & book"
    assert rows[1][:2] == ("Subject", "=test")
    assert about["B3"].data_type == "s"
    assert rows[-1] == ("Test rows", "A", "a", None)


def test_names_of_sheets_are_short_allowed_and_there_once():
    book = a_book(a_table(name="a/b:c"), a_table(name="x" * 40), a_table(name="X" * 40))

    assert names_of(book) == ["a b c", "x" * 31, "X" * 27 + " 2", "About"]


def test_the_same_tables_give_the_same_bytes():
    book = a_book(a_table(["x"], [1]), a_table([None]))

    assert table_book_bytes(book) == table_book_bytes(book)


def test_ten_thousand_rows_are_written_in_full():
    rows = [[f"row {number}", number] for number in range(10_000)]

    sheet = opened(a_book(a_table(*rows, heads=("A", "B"))))["Test rows"]

    assert sheet.max_row == 10_001
    assert sheet["B10001"].value == 9_999
