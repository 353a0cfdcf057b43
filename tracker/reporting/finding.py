"""What stands beside every picture: its finding in words and its numbers as a table."""

from dataclasses import dataclass
from typing import TypeAlias

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
