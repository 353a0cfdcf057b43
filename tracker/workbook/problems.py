"""A problem of an import: which sheet, which cell, what is wrong, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.errors import TrackerError


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend. ``row`` is 0 and ``cell`` empty where a whole sheet is meant.

    ``error`` carries the sentence and what fills it, so that edges can translate it.
    """

    sheet: str
    row: int = 0
    column: str = ""
    cell: str = ""
    error: TrackerError

    @property
    def place(self) -> str:
        """Where to look, in words that need no translation: Reports!D14."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def __str__(self) -> str:
        column = f" ({self.column})" if self.column else ""
        return f"{self.place}{column}: {self.error}"


def letters(column: int) -> str:
    """The letters of a column from its number: 1 is A, 27 is AA."""
    return "".join(reversed(list(_letters(column))))


def _letters(column: int) -> Iterator[str]:
    while column:
        column, rest = divmod(column - 1, 26)
        yield chr(65 + rest)


def cell_name(row: int, column: int) -> str:
    """The name of a cell: row 14 of column 4 is D14."""
    return f"{letters(column)}{row}"
