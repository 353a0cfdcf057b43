"""The empty workbook: headers, styles, drop-downs and "Read me", made by openpyxl once.

The rows are streamed into it afterwards (see writer), which openpyxl is slow at.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tracker.workbook.cells import Form
from tracker.workbook.columns import Column, Sheet
from tracker.workbook.dropdowns import add_colours, add_dropdowns
from tracker.workbook.readme_sheet import fill_readme
from tracker.workbook.sheets import README, SHEETS
from tracker.workbook.states_sheet import StatesTemplate, add_states
from tracker.workbook.styles import style_body, style_header

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl wants it without a zone
HEADER_HEIGHT = 32
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """One sheet without rows: its XML up to the first fact and from the last on.

    ``styles`` gives the number of the style of each column's cells by their form,
    and under None that of an empty cell.
    """

    sheet: Sheet
    part: str
    head: bytes
    tail: bytes
    styles: tuple[dict[Form | None, int], ...]


@dataclass(frozen=True, slots=True)
class Template:
    """The parts of the empty workbook by name, its sheets of facts, and the states."""

    parts: dict[str, bytes]
    sheets: tuple[SheetTemplate, ...]
    states: StatesTemplate | None = None


@cache
def template(*, with_states: bool = False) -> Template:
    """The empty workbook; made on first use and kept."""
    book = Workbook()
    book.properties.creator = "Integration tracker"
    book.properties.created = FIXED_TIME
    readme = book.active
    readme.title = README
    fill_readme(readme)
    styles = [_prepare(book.create_sheet(sheet.name), sheet) for sheet in SHEETS]
    looks = add_states(book) if with_states else None
    parts = saved_parts(book)
    sheets = tuple(
        _split(parts, f"xl/worksheets/sheet{number}.xml", sheet, styles[number - 2])
        for number, sheet in enumerate(SHEETS, start=2)
    )
    states = StatesTemplate.cut_from(parts, looks) if looks else None
    return Template(parts, sheets, states)


def _prepare(page: "Worksheet", sheet: Sheet) -> tuple[dict[Form | None, int], ...]:
    """Set up the sheet of one kind; gives the style numbers of its columns."""
    styles = []
    for index, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(index)].width = column.width
        header = page.cell(1, index, column.header)
        style_header(header, column)
        styles.append(_body_styles(page, index, column))
    page.row_dimensions[1].height = HEADER_HEIGHT
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}2"
    add_dropdowns(page, sheet)
    add_colours(page, sheet)
    _set_up_print(page)
    return tuple(styles)


def _body_styles(
    page: "Worksheet", index: int, column: Column
) -> dict[Form | None, int]:
    """Style a cell of the column in each form it may have; gives the style numbers."""
    styles: dict[Form | None, int] = {}
    for form in dict.fromkeys((Form.TEXT, column.codec.form)):
        cell = page.cell(2, index)
        style_body(cell, column, form)
        styles[form] = cell.style_id
    # A date typed into an empty cell of text stays what was typed: 2023, 2023-04.
    empty = Form.NUMBER if column.codec.form is Form.NUMBER else Form.TEXT
    style_body(page.column_dimensions[get_column_letter(index)], column, empty)
    return styles | {None: styles[empty]}


def _set_up_print(page: "Worksheet") -> None:
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.left.text = "&A"
    page.oddFooter.right.text = "&P / &N"


def saved_parts(book: Workbook) -> dict[str, bytes]:
    """The parts of *book* by name; nothing in them tells when it was saved."""
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in sorted(archive.namelist())}
    core = "docProps/core.xml"
    fixed = FIXED_TIME.isoformat().encode() + b"Z"
    parts[core] = MODIFIED.sub(rb"\g<1>" + fixed, parts[core])
    return parts


def _split(
    parts: dict[str, bytes],
    name: str,
    sheet: Sheet,
    styles: tuple[dict[Form | None, int], ...],
) -> SheetTemplate:
    """Take the sheet out of *parts* and cut it where the facts go."""
    xml = parts.pop(name)
    cut = xml.index(b'<row r="2"')
    end = xml.index(b"</sheetData>")
    return SheetTemplate(sheet, name, xml[:cut], xml[end:], styles)
