"""The sheet "States": where each program stands on one day, to read only.

States are computed, so nobody types them: the import passes this sheet over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from openpyxl import Workbook

from tracker.domain.words import N_
from tracker.workbook.pages import (
    PageColumn,
    Print,
    set_up_print,
    set_widths,
    write_header,
)
from tracker.workbook.sheets import SHEETS, STATES
from tracker.workbook.table_rows import Looks, Sheet, row_blocks
from tracker.workbook.table_rows import looks_of as looks_in
from tracker.workbook.tables import Table, TableColumn, Value

COLUMNS = (
    PageColumn(N_("Program"), 13),
    PageColumn(N_("Title"), 60),
    PageColumn(N_("Said: stage"), 14),
    PageColumn(N_("Shown: stage"), 14),
    PageColumn(N_("Condition"), 12),
    PageColumn(N_("Left the plan"), 16),
    PageColumn(N_("Due"), 12),
    PageColumn(N_("Timeliness"), 20),
    PageColumn(N_("As of"), 12),
)
PART = f"xl/worksheets/sheet{len(SHEETS) + 2}.xml"
END = b"</sheetData>"
AREA = "A1:I2"


@dataclass(frozen=True, slots=True)
class StatesTemplate:
    """The sheet without rows: its XML up to the first program and from the last on."""

    head: bytes
    tail: bytes
    looks: Looks

    @classmethod
    def cut_from(cls, parts: dict[str, bytes], looks: Looks) -> Self:
        """Take the sheet out of the *parts* of a workbook."""
        head, end, tail = parts.pop(PART).partition(END)
        return cls(head, end + tail, looks)

    def rows(self, states: Sequence[Sequence[Value]]) -> Iterator[bytes]:
        """The rows of *states* as XML."""
        columns = [TableColumn(column.header) for column in COLUMNS]
        laid_out = Sheet.of(Table(STATES, columns, states), str)
        widths = [int(column.width) for column in COLUMNS]
        yield from row_blocks(replace(laid_out, widths=widths), self.looks)


def add_states(book: Workbook) -> Looks:
    """Add the empty sheet to *book*; gives the looks of its cells."""
    looks = looks_in(book)
    page = book.create_sheet(STATES)
    write_header(page, 1, COLUMNS)
    set_widths(page, COLUMNS)
    page.freeze_panes = "B2"
    page.auto_filter.ref = AREA
    set_up_print(page, Print(AREA, STATES, "1:1"))
    return looks
