"""How a sheet names its columns and areas: C7 is row 7 of column 3."""

import re
from functools import lru_cache

from tracker.workbook.gate_zip import unsafe

ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
COLUMN_NAME = re.compile(r"[A-Z]{1,3}", re.ASCII)
LAST_COLUMN = 16_384

Area = tuple[int, int, int, int]  # top, left, bottom, right


@lru_cache(maxsize=1_024)
def column_number(name: str) -> int:
    """The number of a column: A is 1, XFD is 16,384; 0 if a sheet has no such column.

    Computed when a cell asks, for a table of them all would be 2 MiB in every process.
    """
    if not COLUMN_NAME.fullmatch(name):
        return 0
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if number <= LAST_COLUMN else 0


def area_of(text: str) -> Area:
    """The rows and columns of an area such as A1:B7."""
    first, _, last = text.partition(":")
    ends = [ADDRESS.fullmatch(end) for end in (first, last or first)]
    (top, left), (bottom, right) = (
        (int(end[2]), column_number(end[1])) if end else (0, 0) for end in ends
    )
    if not left or not right:
        raise unsafe("an area with a wrong address")
    return top, left, bottom, right
