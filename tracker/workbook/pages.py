"""Sheets to read: headers, cells of every kind, and how they are printed."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakKeyDictionary

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from tracker.domain.dates import PartialDate
from tracker.domain.words import Word
from tracker.workbook.cell_xml import plain_text
from tracker.workbook.heights import height_of, lines_of
from tracker.workbook.palette import FILLS, GREY_TEXT, HEADER, PAPER, Fill
from tracker.workbook.styles import font, hairline, solid, style_word

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | int | Decimal | Fraction | date | PartialDate | Word | None
NUMBERS = (int, Decimal, Fraction)
DAY_FORMAT = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column of a sheet to read: its header, how wide it is, how its numbers look."""

    header: str
    width: float
    is_share: bool = False
    wraps: bool = True
    number_format: str = ""


def write_header(page: "Worksheet", row: int, columns: Sequence[PageColumn]) -> None:
    """Write the header of a table into *row*."""
    for index, column in enumerate(columns, start=1):
        cell = page.cell(row, index)
        write_text(cell, column.header)
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
    known = _styles.setdefault(page.parent, {})
    for index, (value, column) in enumerate(zip(values, columns, strict=True), start=1):
        cell = page.cell(row, index)
        write_value(cell, value)
        look = look_of(value, column)
        if look not in known:
            style_cell(cell, look)
            known[look] = cell._style
        cell._style = copy(known[look])
    page.row_dimensions[row].height = row_height(values, columns)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: its fill if it has a word of the palette, and its format."""

    fill: Fill | None
    number_format: str
    is_number: bool
    wraps: bool


# The styles of every open workbook by their looks: to work one out takes openpyxl
# longer than all else about a cell.
_styles: WeakKeyDictionary[Any, dict[Look, Any]] = WeakKeyDictionary()


def look_of(value: Value, column: PageColumn) -> Look:
    """How a cell with *value* looks in *column*."""
    is_number = isinstance(value, NUMBERS)
    fill = FILLS.get(value) if isinstance(value, Word) else None
    return Look(fill, _format_of(value, column), is_number, column.wraps)


def _format_of(value: Value, column: PageColumn) -> str:
    if isinstance(value, NUMBERS):
        return column.number_format or ("0.0%" if column.is_share else "")
    is_partial = isinstance(value, PartialDate) and not value.is_whole
    is_day = isinstance(value, date | PartialDate) and not is_partial
    return DAY_FORMAT if is_day else ""


# A cell of openpyxl has no type that can be named here.
def style_cell(cell: Any, look: Look) -> None:
    """Give *cell* its look."""
    cell.font = font()
    cell.border = hairline()
    if look.fill:
        style_word(cell, look.fill)
    if look.number_format:
        cell.number_format = look.number_format
    cell.alignment = Alignment(
        horizontal="right" if look.is_number else "left",
        vertical="top",
        indent=int(look.is_number),  # else a number runs into the word beside it
        wrap_text=look.wraps,
    )


def write_value(cell: Any, value: Value) -> None:
    """Write one value: dates as dates, text never a formula."""
    match value:
        case Word():
            write_text(cell, value.label)
        case PartialDate() if value.is_whole:
            cell.value = value.first
        case Fraction():
            cell.value = float(value)
        case int() | Decimal() | date():
            cell.value = value
        case None:
            pass
        case _:
            write_text(cell, str(value))


def write_text(cell: Any, text: str) -> None:
    """Write *text* as text, whatever it begins with."""
    cell.value = plain_text(text)
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
    page.page_margins.top, page.page_margins.bottom = 0.5, 0.6
    page.page_margins.footer = 0.3
    # An ampersand begins a code in a footer.
    page.oddFooter.left.text = wanted.footer.replace("&", "&&")
    page.oddFooter.left.size = 8
    page.oddFooter.right.text = "&P / &N"
    page.oddFooter.right.size = 8
