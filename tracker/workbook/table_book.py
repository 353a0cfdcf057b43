"""Writes tables as a workbook to read: a sheet a table, and what it is as the last."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tracker.domain.words import N_
from tracker.workbook.package import Package
from tracker.workbook.pages import (
    PageColumn,
    Print,
    set_up_print,
    set_widths,
    write_header,
)
from tracker.workbook.table_about import fill_about
from tracker.workbook.table_rows import Looks, Sheet, looks_of, row_blocks
from tracker.workbook.tables import Table, TableBook
from tracker.workbook.template import FIXED_TIME, saved_parts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ABOUT = N_("About")
LONGEST_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']+")
WIDEST_FROZEN = 34
READABLE_WIDTH = 220  # of the columns on one printed page, in the unit of Excel
DIMENSION = re.compile(rb'(<dimension ref=")[^"]*')
END = b"</sheetData>"


def table_book_bytes(book: TableBook) -> bytes:
    """The workbook of *book*; the same tables give the same bytes."""
    blank = Workbook()
    blank.properties.creator = "Integration tracker"
    blank.properties.title = book.title
    blank.properties.created = FIXED_TIME
    looks = looks_of(blank)
    sheets = [Sheet.of(table, book.say) for table in book.tables]
    for index, (name, sheet) in enumerate(zip(names_of(book), sheets, strict=False)):
        page = blank.create_sheet(name) if index else blank.active
        page.title = name
        _prepare(page, sheet, book.title)
    fill_about(blank.create_sheet(names_of(book)[-1]), book)
    return _packed(saved_parts(blank), sheets, looks)


def names_of(book: TableBook) -> list[str]:
    """The names on the tabs, "About" last: short, allowed, and each there once."""
    names: list[str] = []
    for wanted in (*(table.name for table in book.tables), book.say(ABOUT)):
        plain = NOT_IN_NAMES.sub(" ", wanted).strip()[:LONGEST_NAME] or "Sheet"
        taken = {name.casefold() for name in names}
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain[: LONGEST_NAME - 4]} {count}"
        names.append(name)
    return names


def _prepare(page: "Worksheet", sheet: Sheet, title: str) -> None:
    """Write the header, and set up everything that does not hang on the rows."""
    columns = [
        PageColumn(column.header, width)
        for column, width in zip(sheet.table.columns, sheet.widths, strict=True)
    ]
    write_header(page, 1, columns)
    set_widths(page, columns)
    is_narrow = len(columns) > 1 and columns[0].width <= WIDEST_FROZEN
    page.freeze_panes = "B2" if is_narrow else "A2"
    page.auto_filter.ref = area_of(sheet.table)
    footer = f"{title} · {page.title}"
    set_up_print(page, Print(area_of(sheet.table), footer, "1:1"))
    page.page_setup.fitToWidth = max(1, round(sum(sheet.widths) / READABLE_WIDTH))


def area_of(table: Table) -> str:
    """Where the header and the rows of *table* stand."""
    letter = get_column_letter(max(len(table.columns), 1))
    return f"A1:{letter}{max(len(table.rows), 1) + 1}"


def _packed(parts: dict[str, bytes], sheets: Sequence[Sheet], looks: Looks) -> bytes:
    """Zip the *parts*, the rows streamed into their sheets."""
    names = [f"xl/worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    blank = [parts.pop(name) for name in names]
    buffer = io.BytesIO()
    with Package(buffer) as package:
        package.add_all(parts)
        for name, xml, sheet in zip(names, blank, sheets, strict=True):
            package.add(name, _filled(xml, sheet, looks))
    return buffer.getvalue()


def _filled(xml: bytes, sheet: Sheet, looks: Looks) -> Iterator[bytes]:
    head, end, tail = xml.partition(END)
    yield DIMENSION.sub(rb"\g<1>" + area_of(sheet.table).encode(), head)
    yield from row_blocks(sheet, looks)
    yield end + tail
