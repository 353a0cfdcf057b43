"""The looks of cells: header, body, the record's own grey columns."""

from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from tracker.workbook.cells import Form
from tracker.workbook.columns import Column
from tracker.workbook.palette import (
    GREY_FILL,
    GREY_HEADER,
    GREY_TEXT,
    HEADER,
    INK,
    LINE,
    PAPER,
    Fill,
)

FORMATS = {Form.TEXT: "@", Form.NUMBER: "General", Form.DATE: "yyyy-mm-dd"}
FONT = "Calibri"


def solid(colour: str) -> PatternFill:
    """A plain fill."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def font(colour: str = INK, *, size: float = 11, bold: bool = False) -> Font:
    """The one typeface."""
    return Font(name=FONT, size=size, bold=bold, color=colour)


def hairline() -> Border:
    """A thin line below a cell."""
    return Border(bottom=Side(style="hair", color=LINE))


# Cells and columns take the same styles, but share no type in openpyxl.
def style_header(cell: Any, column: Column) -> None:
    """Style the header of a column."""
    cell.font = font(PAPER, bold=True)
    cell.fill = solid(GREY_HEADER if column.is_own else HEADER)
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def style_body(cell: Any, column: Column, form: Form) -> None:
    """Style the cells of a column that hold something of this form."""
    cell.font = font(GREY_TEXT if column.is_own else INK)
    if column.is_own:
        cell.fill = solid(GREY_FILL)
    cell.border = hairline()
    cell.number_format = FORMATS[form]
    is_number = column.codec.form is Form.NUMBER
    cell.alignment = Alignment(
        horizontal="right" if is_number else "left",
        vertical="top",
        wrap_text=column.wraps,
        indent=int(is_number),  # else a number runs into the word beside it
    )


def style_word(cell: Any, fill: Fill) -> None:
    """Style a cell that holds a word of the palette."""
    cell.fill = solid(fill.face)
    cell.font = font(fill.ink)
