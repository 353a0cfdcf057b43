"""The last sheet of a workbook of tables: what it is of, and what its columns tell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.words import N_
from tracker.workbook.pages import (
    PageColumn,
    Print,
    set_up_print,
    set_widths,
    write_header,
    write_heading,
    write_row,
)
from tracker.workbook.tables import TableBook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_ROW = 3
COLUMNS = (
    (N_("Sheet"), 26),
    (N_("Column"), 40),
    (N_("In JSON and CSV"), 34),
    (N_("What it tells"), 70),
)


def fill_about(page: "Worksheet", book: TableBook) -> None:
    """Say what the workbook is of, then list its columns."""
    headers = [PageColumn(book.say(words), width) for words, width in COLUMNS]
    set_widths(page, headers)
    write_heading(page, 1, book.title, 14)
    for row, (label, value) in enumerate(book.about, start=FIRST_ROW):
        # An address runs on over the empty cells beside it.
        write_row(
            page, row, [label, value], [headers[0], PageColumn("", 40, wraps=False)]
        )
    first = FIRST_ROW + len(book.about) + 1
    write_header(page, first, headers)
    rows = column_rows(book)
    for row, values in enumerate(rows, start=first + 1):
        write_row(page, row, values, headers)
    page.sheet_view.showGridLines = False
    set_up_print(page, Print(f"A1:D{first + max(len(rows), 1)}", book.title))


def column_rows(book: TableBook) -> Sequence[Sequence[str | None]]:
    """A row for every column of every table."""
    return [
        (table.name, column.header, column.field or None, column.meaning or None)
        for table in book.tables
        for column in table.columns
    ]
