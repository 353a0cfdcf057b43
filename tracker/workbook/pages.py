"""Sheets to read: headers, cells of every kind, and how they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from tracker.domain.dates import PartialDate
from tracker.domain.words import Word
from tracker.workbook.cell_xml import FORBIDDEN
from tracker.workbook.heights import height_of, lines_of
from tracker.workbook.palette import FILLS, GREY_TEXT, HEADER, PAPER
from tracker.workbook.styles import font, hairline, solid, style_word

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | int | Decimal | Fraction | date | PartialDate | Word | None
NUMBERS = (int, Decimal, Fraction)


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column of a sheet to read: its header, and how wide it is."""

    header: str
    width: float
    is_share: bool = False
    wraps: bool = True


def write_header(page: "Worksheet", row: int, columns: Sequence[PageColumn]) -> None:
    """Write the header of a table into *row*."""
    for index, column in enumerate(columns, start=1):
        cell = page.cell(row, index, column.header)
        cell.font = font(PAPER, bold=True)
        cell.fill = solid(HEADER)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    headers = [column.header for column in columns]
    page.row_dimensions[row].height = row_height(headers, columns) + 4


def write_row(
    page: "Worksheet",
    row: int,
    values: Sequence[Value],
    columns: Sequence[PageColumn],
) -> None:
    """Write *values* into *row*, each as what it is."""
    for index, (value, column) in enumerate(zip(values, columns, strict=True), start=1):
        cell = page.cell(row, index)
        write_value(cell, value)
        is_number = isinstance(value, NUMBERS)
        if column.is_share and is_number:
            cell.number_format = "0.0%"
        cell.alignment = Alignment(
            horizontal="right" if is_number else "left",
            vertical="top",
            indent=int(is_number),  # else a number runs into the word beside it
            wrap_text=column.wraps,
        )
    page.row_dimensions[row].height = row_height(values, columns)


# A cell of openpyxl has no type that can be named here.
def write_value(cell: Any, value: Value) -> None:
    """Write one value: words in their colours, dates as dates, text never a formula."""
    cell.font = font()
    cell.border = hairline()
    match value:
        case Word():
            write_text(cell, value.label)
            if value in FILLS:
                style_word(cell, FILLS[value])
        case PartialDate() if value.is_whole:
            write_day(cell, value.first)
        case date():
            write_day(cell, value)
        case Fraction():
            cell.value = float(value)
        case int() | Decimal():
            cell.value = value
        case None:
            pass
        case _:
            write_text(cell, str(value))


def write_day(cell: Any, day: date) -> None:
    """Write a whole date as one that can be reckoned with."""
    cell.value = day
    cell.number_format = "yyyy-mm-dd"


def write_text(cell: Any, text: str) -> None:
    """Write *text* as text, whatever it begins with."""
    cell.value = FORBIDDEN.sub("\ufffd", text)
    cell.data_type = "s"


def write_heading(page: "Worksheet", row: int, text: str, size: float = 11) -> None:
    """Write a line above a table."""
    cell = page.cell(row, 1)
    write_text(cell, text)
    cell.font = font(size=size, bold=True)


def write_note(page: "Worksheet", row: int, text: str) -> None:
    """Write a grey line."""
    cell = page.cell(row, 1)
    write_text(cell, text)
    cell.font = font(GREY_TEXT, size=10)


def row_height(values: Sequence[Value], columns: Sequence[PageColumn]) -> int:
    """The height in which the longest of *values* finds room in its column."""
    lines = [
        lines_of(value, int(column.width))
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str) and column.wraps
    ]
    return height_of(max(lines, default=1))


def set_widths(page: "Worksheet", columns: Sequence[PageColumn]) -> None:
    """Give the columns their widths."""
    for index, column in enumerate(columns, start=1):
        page.column_dimensions[get_column_letter(index)].width = column.width


@dataclass(frozen=True, slots=True)
class Print:
    """How a sheet is printed: the area, the rows on every page, the line below."""

    area: str
    footer: str
    repeated: str = ""


def set_up_print(page: "Worksheet", wanted: Print) -> None:
    """Print on A4 across, one page wide, with view and page number on every page."""
    page.print_area = wanted.area
    if wanted.repeated:
        page.print_title_rows = wanted.repeated
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    # An ampersand begins a code in a footer.
    page.oddFooter.left.text = wanted.footer.replace("&", "&&")
    page.oddFooter.left.size = 8
    page.oddFooter.right.text = "&P / &N"
    page.oddFooter.right.size = 8
