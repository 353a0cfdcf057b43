"""Looks at every cell of one sheet before the reader does.

The reader gives values only; the gate also sees what stands behind them: formulas,
error values, merged cells, percent formats. It refuses what readers disagree about:
rows out of order, a cell that stands twice, a text number that points nowhere, a
number with a comment in its middle.
"""

import math
import re
import string
from collections.abc import Callable, Mapping
from functools import lru_cache

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.addresses import area_of, column_number
from tracker.workbook.gate_xml import (
    BETWEEN,
    FEW,
    MAIN,
    Attributes,
    OnBytes,
    Walker,
    local,
    whole,
)
from tracker.workbook.gate_zip import unsafe
from tracker.workbook.limits import Limits
from tracker.workbook.problems import letters
from tracker.workbook.sheet_look import Behind, SheetLook

NUMBER = re.compile(
    r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*", re.ASCII
)
ROW, CELL, VALUE, FORMULA, INLINE, TEXT, DATA, MERGE, ROOT = (
    f"{MAIN}{BETWEEN}{name}"
    for name in ("row", "c", "v", "f", "is", "t", "sheetData", "mergeCell", "worksheet")
)
ANY_DEPTH, DATA_DEPTH, ROW_DEPTH, CELL_DEPTH, VALUE_DEPTH = 0, 2, 3, 4, 5
COUNTED = {
    f"{MAIN}{BETWEEN}{name}"
    for name in ("mergeCell", "dataValidation", "conditionalFormatting", "hyperlink")
}
IN_PIECES = "a value in pieces"
TWO_VALUES = "a cell with two values"
TYPES = {"b", "d", "e", "inlineStr", "n", "s", "str"}


class SheetWalker(Walker):
    """Walks through one worksheet."""

    def __init__(
        self,
        look: SheetLook,
        limits: Limits,
        strings: int,
        styles: Mapping[int, Behind],
    ) -> None:
        super().__init__(limits)
        self.look = look
        self._string_count = strings
        self._styles = styles
        self._row = self._column = 0
        self._row_text = "0"
        self._type = ""
        self._style = 0
        self._value: list[str] | None = None
        self._has_value = self._is_real = self._in_data = self._had_data = False
        self._part, self._value_at = b"", 0
        self._last_row = self._last_column = 0
        self._lowest, self._widest = limits.rows + 1, limits.columns
        self._counts: dict[str, int] = {}
        self._inside: dict[str, tuple[Callable[[Attributes], None], int]] = {
            CELL: (self._open_cell, CELL_DEPTH),
            VALUE: (self._open_value, VALUE_DEPTH),
            ROW: (self._open_row, ROW_DEPTH),
            FORMULA: (self._open_formula, VALUE_DEPTH),
            INLINE: (self._open_inline, VALUE_DEPTH),
            TEXT: (self._open_text, ANY_DEPTH),
        }

    def walk(self, part: bytes, on_bytes: OnBytes = lambda _size: None) -> None:
        # The reader stops at a digit written as &#52;, which is looked for if need be.
        self._part = part if b"&#" in part else b""
        super().walk(part, on_bytes)
        self._part = b""

    # These two replace the walker's own: one call less for each of so many elements.
    def _start(self, name: str, attributes: Attributes) -> None:
        known = self._inside.get(name) if self._in_data else None
        if known is None:
            super()._start(name, attributes)
            return
        self.element_count += 1
        depth = self.depth = self.depth + 1
        look_at, its_depth = known
        if depth != its_depth and its_depth:
            raise unsafe("cells inside each other")
        if depth > self._deepest or len(attributes) > FEW:
            self._check(depth, attributes)
        look_at(attributes)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if name == VALUE and self._value is not None:
            self._close_value("".join(self._value))
        elif name == DATA:
            self._in_data = False
            self._check_amount()

    def opened(self, name: str, attributes: Attributes) -> None:
        if self._in_data:
            self._check_inside(name)
        elif self.depth == 1 and name != ROOT:
            raise unsafe("a sheet that is none")
        elif local(name) == local(DATA):
            # The reader takes the first one, whoever's it is and wherever it stands.
            if name != DATA or self.depth != DATA_DEPTH or self._had_data:
                raise unsafe("two tables of cells")
            self._in_data = self._had_data = True
        elif name in COUNTED:
            self._count(name, attributes)

    def _check_inside(self, name: str) -> None:
        if not name.startswith(MAIN) or name == DATA:
            raise unsafe("foreign elements among the cells")
        if self._value is not None:
            raise unsafe(IN_PIECES)

    def cut(self, *_what: str) -> None:
        if self._value is not None:
            raise unsafe(IN_PIECES)

    def text(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)

    def _open_row(self, attributes: Attributes) -> None:
        self._check_amount()
        row = whole(attributes.get("r"), self._row + 1)
        if row <= self._row:
            raise unsafe("rows out of order or twice")
        self._row, self._column, self._row_text = row, 0, str(row)

    def _open_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        column = self._column + 1 if address is None else self._column_of(address)
        if column <= self._column:
            raise unsafe("cells out of order or twice")
        self._column = column
        self._type = attributes.get("t", "n")
        if self._type not in TYPES:
            raise unsafe("a cell of an unknown type")
        self._style = style_number(attributes.get("s"))
        self._has_value = self._is_real = False

    def _column_of(self, address: str) -> int:
        name = address.rstrip(string.digits)
        column = column_number(name)
        if not column or address[len(name) :] != self._row_text:
            raise unsafe("a cell with a wrong address")
        return column

    def _open_value(self, _attributes: Attributes) -> None:
        if self._has_value:
            raise unsafe(TWO_VALUES)
        self._has_value = True
        self._value = []
        if self._part:
            self._value_at = self.byte_at()
        self._fill()

    def _open_inline(self, _attributes: Attributes) -> None:
        if self._has_value:
            raise unsafe(TWO_VALUES)
        self._has_value = True
        self._fill()

    def _open_text(self, _attributes: Attributes) -> None:
        if self._value is not None:
            raise unsafe(IN_PIECES)

    def _fill(self) -> None:
        """Count a cell that holds something; empty ones may go on for ever."""
        if self._is_real:
            return
        self._is_real = True
        self.look.cell_count += 1
        self._last_row = self._row
        column = self._column
        if column > self._last_column:
            self._last_column = column
        if self._row > self._lowest or column > self._widest:
            raise self._too_far_out()

    def _too_far_out(self) -> BadInput:
        return BadInput(
            N_(
                "Sheet “%(sheet)s” has something in row %(row)s, column %(column)s. "
                "The limit is %(rows)s rows and %(columns)s columns. Delete what lies "
                "beyond and save again."
            ),
            sheet=self.look.name,
            row=self._row,
            column=letters(self._column),
            rows=f"{self.limits.rows:,}",
            columns=self.limits.columns,
        )

    def _check_amount(self) -> None:
        """Refuse too many cells, or few that span too wide an area; once a row."""
        area = self._last_row * self._last_column
        if self.look.cell_count > self.limits.cells or area > self.limits.area:
            raise BadInput(
                N_(
                    "Sheet “%(sheet)s” holds too many cells. Delete columns that are "
                    "not needed, or send the workbook in smaller parts."
                ),
                sheet=self.look.name,
            )

    def _open_formula(self, attributes: Attributes) -> None:
        self._fill()
        self.look.behind[self._row, self._column] = Behind.FORMULA
        area = attributes.get("ref", "")
        if attributes.get("t") == "array" and ":" in area:
            self._count(FORMULA, attributes)
            self.look.filled_areas.append(area_of(area))

    def _close_value(self, text: str) -> None:
        self._value = None
        place = (self._row, self._column)
        if self._type == "s":
            if whole(text.strip(), -1) >= self._string_count:
                raise unsafe("a text that is missing")
        elif self._type == "e":
            self.look.behind.setdefault(place, Behind.ERROR)
        elif self._type == "n":
            self._check_number(text)
            if text and self._style in self._styles:
                self.look.behind.setdefault(place, self._styles[self._style])
        elif self._type == "inlineStr" and text:
            raise unsafe("a text where its number should be")
        if self._part and self._type != "str" and self._is_by_reference():
            raise unsafe(IN_PIECES)

    def _is_by_reference(self) -> bool:
        return b"&#" in self._part[self._value_at : self.byte_at()]

    def _check_number(self, text: str) -> None:
        if text and not (NUMBER.fullmatch(text) and math.isfinite(float(text))):
            raise unsafe("a number that is none")

    def _count(self, name: str, attributes: Attributes) -> None:
        self._counts[name] = self._counts.get(name, 0) + 1
        if self._counts[name] > self.limits.extras:
            raise unsafe("too many merged cells, lists or coloured ranges")
        if name == MERGE:
            self.look.merged.append(attributes.get("ref", ""))


@lru_cache(maxsize=4_096)
def style_number(text: str | None) -> int:
    """The number of a style; most cells of a sheet share a few."""
    return whole(text, 0)
