"""A table on a sheet of a progress report, under the lines that say what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from tracker.workbook.pages import (
    PageColumn,
    Print,
    Value,
    set_up_print,
    set_widths,
    write_header,
    write_heading,
    write_note,
    write_row,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# Bold letters are wider than Excel's unit, the digit nought.
BOLD_SPREAD = 1.2
POINTS = "+0.0;−0.0;0.0"
NOT_KNOWN = "Not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A sheet that is one table: lines above it, and words where it is empty."""

    columns: Sequence[PageColumn]
    rows: Sequence[Sequence[Value]]
    sentences: Sequence[str] = ()
    notes: Sequence[str] = ()
    empty: str = ""


def fill_listing(page: "Worksheet", listing: Listing, footer: str) -> None:
    """Write *listing*; its header stays in sight, and stands on every printed page."""
    columns = listing.columns
    header = write_words(page, 1, listing.sentences, columns)
    for note in listing.notes:
        write_note(page, header, note)
        header += 1
    last = write_table(page, header, columns, listing.rows, listing.empty)
    set_widths(page, columns)
    width = get_column_letter(len(columns))
    page.freeze_panes = f"B{header + 1}"
    page.auto_filter.ref = f"A{header}:{width}{last}"
    printed = f"A1:{width}{last}"
    set_up_print(page, Print(printed, footer, f"{header}:{header}"))


def write_words(
    page: "Worksheet", row: int, sentences: Sequence[str], columns: Sequence[PageColumn]
) -> int:
    """Write *sentences* from *row* on, as wide as the *columns*; gives the next row."""
    width = int(sum(column.width for column in columns) / BOLD_SPREAD)
    for sentence in sentences:
        for line in wrap(sentence, width):
            write_heading(page, row, line)
            row += 1
    return row


def write_table(
    page: "Worksheet",
    header: int,
    columns: Sequence[PageColumn],
    rows: Sequence[Sequence[Value]],
    empty: str = "",
) -> int:
    """Write a table with its *header*, or the words that say why it is empty.

    Gives its last row.
    """
    write_header(page, header, columns)
    for number, values in enumerate(rows, start=header + 1):
        write_row(page, number, values, columns)
    if not rows and empty:
        write_note(page, header + 1, empty)
    return header + max(len(rows), 1)


def in_points(part: Fraction | None) -> Fraction | None:
    """A part of a share in points of a hundred."""
    return None if part is None else 100 * part


def rounded(value: Fraction | None) -> Fraction | int | None:
    """A count with at most one decimal; whole ones stay whole."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(value, 1)
