"""Ordinary workbooks of one record, as five programs write them."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pandas
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from tests.factories import a_claim, a_report, an_event
from tests.workbook.books import a_record, edited
from tracker.domain.record import Record
from tracker.domain.vocabulary import EventKind
from tracker.workbook.cells import Form
from tracker.workbook.columns import MARK, VERSION, Column
from tracker.workbook.readme import About
from tracker.workbook.sheets import SHEETS
from tracker.workbook.writer import ordered, workbook_bytes

NOTE = "Ўзаемадзеянне — «Взаимодействие» & <b>, =1+1\nsecond line"
Table_ = dict[str, list[list[Any]]]
SOFFICE = shutil.which("soffice")


def the_record() -> Record:
    """A record with every form of cell in it."""
    return a_record(
        reports=(
            a_report(note=NOTE, percent=Decimal("90.2"), known_on="2022-05-03"),
            a_report(
                "R0002", dated="2022-06", stage="approved", closure="carried_over"
            ),
            a_report("R0003", dated="2023", stage="completed", reverses=True),
        ),
        claims=(
            a_claim(
                metric="share_completed",
                unit="percent_unspecified",
                low=Decimal("80"),
                high=Decimal("80"),
                qualifier="almost",
            ),
        ),
        events=(
            an_event(
                kind=EventKind.CONTRACT, amount=Decimal("3000000000"), currency="USD"
            ),
        ),
    )


def table() -> Table_:
    """Every sheet as rows of plain values, headers first; no marks."""
    record, found = the_record(), {}
    for sheet in SHEETS:
        columns = [c for c in sheet.columns if c.field not in (MARK, VERSION)]
        rows = [
            [plain(c, attrgetter(c.field)(fact)) for c in columns]
            for fact in ordered(record, sheet.kind)
        ]
        found[sheet.name] = [[c.header for c in columns], *rows]
    return found


def plain(column: Column, value: object) -> Any:
    """A value as people's programs hold it."""
    text = column.codec.write(value)
    if not text:
        return None
    if column.codec.form is Form.NUMBER:
        return float(text)
    if column.codec.form is Form.DATE and len(text) == 10:
        return date.fromisoformat(text)
    return text


def by_us() -> bytes:
    return workbook_bytes(the_record())


def by_us_as_a_part() -> bytes:
    return workbook_bytes(the_record(), About(revision=1, part="plan TEST2021"))


def by_us_with_blank_rows_to_fill_in() -> bytes:
    def style(book):
        for row in range(5, 200):
            for column in range(1, 16):
                book["Reports"].cell(row, column).number_format = "@"

    return edited(by_us(), style)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def filled(book: openpyxl.Workbook) -> openpyxl.Workbook:
    for name, rows in table().items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
            for cell in page[page.max_row] if not book.write_only else ():
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    return book


def by_openpyxl() -> bytes:
    return saved(filled(openpyxl.Workbook()))


def by_openpyxl_opened_and_saved() -> bytes:
    return edited(by_us())


def by_openpyxl_with_tables() -> bytes:
    book = filled(openpyxl.Workbook())
    for number, page in enumerate(book.worksheets[1:]):
        page.add_table(Table(displayName=f"T{number}", ref=page.dimensions))
    return saved(book)


def by_openpyxl_with_comments_and_links() -> bytes:
    book = filled(openpyxl.Workbook())
    cell = book["Sources"]["B2"]
    cell.hyperlink = "https://example.org/elsewhere"
    cell.value = "https://example.org/other-source"
    cell.comment = Comment("See there.", "Colleague")
    return saved(book)


def by_openpyxl_with_pictures_of_the_rows() -> bytes:
    book = filled(openpyxl.Workbook())
    chart = BarChart()
    chart.add_data(Reference(book["Sectors"], min_col=5, min_row=1, max_row=2))
    book["Sectors"].add_chart(chart, "H2")
    return saved(book)


def xlsxwritten(**options: Any) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False} | options
    )
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for name, rows in table().items():
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            write_row(page, number, row, day)
        page.autofilter(0, 0, len(rows), len(rows[0]) - 1)
        page.freeze_panes(1, 0)
    book.close()
    return buffer.getvalue()


def write_row(page: Any, number: int, row: list[Any], day: Any) -> None:
    for column, value in enumerate(row):
        if isinstance(value, date):
            moment = datetime.combine(value, datetime.min.time())
            page.write_datetime(number, column, moment, day)
        else:
            page.write(number, column, value)


def by_xlsxwriter() -> bytes:
    return xlsxwritten()


def by_xlsxwriter_row_by_row() -> bytes:
    return xlsxwritten(constant_memory=True)


def by_xlsxwriter_without_links() -> bytes:
    return xlsxwritten(strings_to_urls=False)


def by_xlsxwriter_in_large_files_mode() -> bytes:
    return xlsxwritten(use_zip64=True)


def framed(engine: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    with pandas.ExcelWriter(buffer, engine=engine, **options) as writer:
        for name, rows in table().items():
            frame = pandas.DataFrame(rows[1:], columns=rows[0], dtype=object)
            frame.to_excel(writer, sheet_name=name, index=False)
    return buffer.getvalue()


def by_pandas_with_openpyxl() -> bytes:
    return framed("openpyxl")


def by_pandas_with_xlsxwriter() -> bytes:
    return framed("xlsxwriter")


def by_pandas_with_an_index() -> bytes:
    buffer = io.BytesIO()
    with pandas.ExcelWriter(buffer, engine="xlsxwriter") as writer:
        for name, rows in table().items():
            frame = pandas.DataFrame(rows[1:], columns=rows[0], dtype=object)
            frame.to_excel(writer, sheet_name=name)
    return buffer.getvalue()


def converted(data: bytes, *formats: str) -> bytes:
    """What LibreOffice makes of a workbook, through one format after another."""
    with TemporaryDirectory() as folder:
        here = Path(folder)
        file = here / "in.xlsx"
        file.write_bytes(data)
        for number, form in enumerate(formats):
            out = here / str(number)
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{here / 'profile'}",
                    *("--headless", "--convert-to", form),
                    *("--outdir", str(out), str(file)),
                ],
                check=True,
                capture_output=True,
                timeout=120,
            )
            file = next(out.iterdir())
        return file.read_bytes()


def by_libreoffice() -> bytes:
    return converted(by_us(), "xlsx")


def by_libreoffice_through_opendocument() -> bytes:
    return converted(by_us(), "ods", "xlsx")


def by_libreoffice_from_pandas() -> bytes:
    return converted(by_pandas_with_xlsxwriter(), "xlsx")


def by_libreoffice_from_openpyxl() -> bytes:
    return converted(by_openpyxl(), "xlsx")


def by_libreoffice_twice() -> bytes:
    return converted(converted(by_us(), "xlsx"), "xlsx")


ORDINARY: tuple[Callable[[], bytes], ...] = (
    by_us,
    by_us_as_a_part,
    by_us_with_blank_rows_to_fill_in,
    by_openpyxl,
    by_openpyxl_opened_and_saved,
    by_openpyxl_with_tables,
    by_openpyxl_with_comments_and_links,
    by_openpyxl_with_pictures_of_the_rows,
    by_xlsxwriter,
    by_xlsxwriter_row_by_row,
    by_xlsxwriter_without_links,
    by_xlsxwriter_in_large_files_mode,
    by_pandas_with_openpyxl,
    by_pandas_with_xlsxwriter,
    by_pandas_with_an_index,
    by_libreoffice,
    by_libreoffice_through_opendocument,
    by_libreoffice_from_pandas,
    by_libreoffice_from_openpyxl,
    by_libreoffice_twice,
)
