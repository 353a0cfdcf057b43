"""The workbook as people and other programs see it."""

import io
import re
from dataclasses import replace
from datetime import datetime
from zipfile import ZipFile

import openpyxl
import pytest

from tests.factories import a_report
from tests.workbook.books import a_record, column_of
from tracker.domain.errors import BadInput
from tracker.domain.record import Kind, numbered_key
from tracker.domain.vocabulary import Stage
from tracker.workbook import package, stream
from tracker.workbook.limits import EXCEL_ROWS
from tracker.workbook.palette import FILLS
from tracker.workbook.reader import facts_of, read_workbook
from tracker.workbook.readme import About
from tracker.workbook.sheets import SHEETS
from tracker.workbook.stream import Stream
from tracker.workbook.writer import workbook_bytes, write_workbook

# What a spreadsheet would run, or trip over.
NASTY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org","x")',
    "\t=1",
    "#N/A",
    "TRUE",
    "007",
    "1e5",
    "2023-04-05",
    "_x000D_",
    "_x005F_x0041_",
    'a & b < c > "d"',
    "]]>",
    "line\nbreak",
    "'quoted",
    "Ўзаемадзеянне — Взаимодействие",
    "😀",
]


def opened(record=None, about=None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(
        io.BytesIO(workbook_bytes(record or a_record(), about))
    )


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_the_text_it_is(text):
    record = a_record(reports=(a_report(note=text),))

    cell = opened(record)["Reports"].cell(2, 11)
    back = read_workbook(workbook_bytes(record))

    assert cell.data_type == "s" or cell.data_type == "inlineStr"
    assert [f.note for f in facts_of(back) if hasattr(f, "stage")] == [text.strip()]


def test_no_cell_of_the_workbook_is_a_formula():
    record = a_record(
        reports=tuple(a_report(f"R{n:04}", note=t) for n, t in enumerate(NASTY, 1))
    )

    with ZipFile(io.BytesIO(workbook_bytes(record))) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        assert not any(re.search(rb"<f[ >/]", archive.read(name)) for name in sheets)


def test_characters_that_no_file_can_hold_become_visible():
    record = a_record(reports=(a_report(note="a\x00b\x1fc\ud800d\uffff"),))

    assert opened(record)["Reports"].cell(2, 11).value == "a\ufffdb\ufffdc\ufffdd\ufffd"


def test_the_same_record_gives_the_same_bytes_in_whatever_order_it_comes():
    record = a_record()
    turned = replace(
        record,
        reports=record.reports[::-1],
        programs=record.programs[::-1],
        sources=record.sources[::-1],
    )

    assert workbook_bytes(record) == workbook_bytes(record) == workbook_bytes(turned)


def test_nothing_in_the_file_tells_when_it_was_written():
    with ZipFile(io.BytesIO(workbook_bytes(a_record()))) as archive:
        assert {info.date_time for info in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_headers_are_frozen_filtered_and_repeated_in_print():
    book = opened()

    for sheet in SHEETS:
        page = book[sheet.name]
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref.startswith("A1:")
        assert page.auto_filter.ref.endswith(str(page.max_row))
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        assert page["A1"].font.bold


def test_whole_dates_are_dates_and_partial_ones_are_text():
    page = opened()["Reports"]

    assert page["B2"].value == datetime(2022, 5, 1)  # noqa: DTZ001 - Excel knows no zones
    assert page["B2"].number_format == "yyyy-mm-dd"
    assert [page["B3"].value, page["B4"].value] == ["2022-06", "2023"]


def test_a_year_typed_into_an_empty_date_cell_stays_a_year():
    page = opened()["Programs"]

    assert page.cell(2, column_of(page, "Due on")).number_format == "@"


def test_every_vocabulary_drops_down_from_read_me():
    book = opened()
    rules = {
        str(rule.sqref): rule.formula1
        for rule in book["Reports"].data_validations.dataValidation
    }

    first, last = re.findall(r"\$A\$([0-9]+)", rules[f"D2:D{EXCEL_ROWS}"])
    words = [
        book["Read me"].cell(row, 1).value for row in range(int(first), int(last) + 1)
    ]
    assert words == [stage.value for stage in Stage]
    assert rules[f"A2:A{EXCEL_ROWS}"].startswith("OFFSET(Programs!$A$2")
    assert rules[f"L2:L{EXCEL_ROWS}"].startswith("OFFSET(Sources!$A$2")


def test_lists_and_colours_reach_every_row_of_a_record_of_any_size():
    for page in opened().worksheets[1:]:
        rules = page.data_validations.dataValidation
        areas = [str(rule.sqref) for rule in (*rules, *page.conditional_formatting)]
        assert all(area.endswith(str(EXCEL_ROWS)) for area in areas)
        ranges = [rule.formula1 for rule in rules if "COUNTA" in rule.formula1]
        assert all(f"$A${EXCEL_ROWS}" in codes for codes in ranges)


def test_stages_are_coloured_with_the_word_beside():
    page = opened()["Reports"]
    colours = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:]
        for area in page.conditional_formatting
        for rule in area.rules
        if str(area.sqref) == f"D2:D{EXCEL_ROWS}"
    }

    assert colours == {f'"{stage.value}"': FILLS[stage].face for stage in Stage}


def test_notes_are_wrapped_and_their_rows_high_enough():
    long = "A long note about a test program. " * 20
    page = opened(a_record(reports=(a_report(note=long),)))["Reports"]

    assert page["K2"].alignment.wrap_text
    assert page.row_dimensions[2].height >= 12 * 15


def test_the_records_own_columns_are_grey_and_last():
    page = opened()["Reports"]

    assert [cell.value for cell in page[1]][-3:] == ["Key", "Version", "Mark"]
    assert page["M2"].fill.fgColor.rgb[-6:] == "F3F4F5"


def test_read_me_says_what_the_workbook_holds():
    about = About(revision=7, part="plan TEST2021", as_of="2023-12-31", reading="said")

    page = opened(about=about)["Read me"]

    lines = {row[0].value: row[1].value for row in page.iter_rows(min_row=3, max_row=7)}
    assert lines["Revision"] == "7"
    assert lines["Holds"] == "part of the record: plan TEST2021"
    assert lines["As of"] == "2023-12-31"
    assert lines["Known on"] == "every date"
    assert book_order(opened()) == ["Read me", *(sheet.name for sheet in SHEETS)]


def book_order(book: openpyxl.Workbook) -> list[str]:
    return book.sheetnames


def test_a_text_too_long_for_a_cell_is_refused_with_a_sentence():
    record = a_record(reports=(a_report(note="x" * 40_000),))

    with pytest.raises(Exception, match="A cell of a workbook holds 32,767 characters"):
        workbook_bytes(record)


def test_an_empty_record_gives_a_workbook_to_begin_with():
    from tracker.domain.record import Record

    book = opened(Record())

    assert all(book[sheet.name].max_row <= 2 for sheet in SHEETS)


@pytest.mark.parametrize("count", [stream.BLOCK, 2 * stream.BLOCK + 1])
def test_no_row_is_left_out_where_a_block_ends(count):
    reports = [a_report(numbered_key(Kind.REPORT, n + 1)) for n in range(count)]
    record = a_record(reports=tuple(reports))

    sheet = ZipFile(io.BytesIO(workbook_bytes(record))).read("xl/worksheets/sheet5.xml")

    rows = re.findall(rb'<row r="([0-9]+)"', sheet)
    assert list(map(int, rows)) == list(range(1, count + 2))
    assert re.search(rb'<autoFilter ref="A1:O([0-9]+)"', sheet)[1] == rows[-1]


def test_pieces_are_cut_anew_whatever_chunks_they_come_in(monkeypatch):
    monkeypatch.setattr(package, "PIECE", 4)

    pieces = package._pieces([b"ab", b"", b"cdefghij", b"k"])

    assert list(pieces) == [b"abcd", b"efgh", b"ijk"]


def test_more_rows_than_a_sheet_can_hold_are_refused_with_a_sentence():
    too_many = Stream(EXCEL_ROWS, [])

    with pytest.raises(BadInput, match="at most 1,048,575 rows"):
        write_workbook(a_record(), io.BytesIO(), streams={Kind.REPORT: too_many})
