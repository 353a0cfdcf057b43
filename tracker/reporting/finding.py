"""What stands beside every picture: its finding in words and its numbers as a table."""

import re
from dataclasses import dataclass
from typing import TypeAlias

# A number as a locale writes it, perhaps a percentage.
FIGURE = re.compile(r"-?\d[\d.,\s]*%?")
Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a chart shows: ``title`` for its head, ``sentence`` with the numbers.

    The sentence is also the alternative text of the picture.
    """

    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart: every row has as many cells as ``header``."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def numeric(self) -> frozenset[int]:
        """The columns that hold numbers or percentages, which align at their ends."""
        return frozenset(
            index
            for index in range(len(self.header))
            if index and self.rows and all(_is_figure(row[index]) for row in self.rows)
        )


def _is_figure(cell: Cell) -> bool:
    return not isinstance(cell, str) or FIGURE.fullmatch(cell) is not None
