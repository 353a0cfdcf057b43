"""Finds the columns of a sheet by their headers, however they were moved about."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.cells import SPACES, show
from tracker.workbook.columns import Column, Sheet
from tracker.workbook.lookalikes import as_latin, strange_characters
from tracker.workbook.problems import Problem, cell_name
from tracker.workbook.values import Found

LOOKED_AT = 10  # rows at the top among which headers may hide


@dataclass(slots=True)
class Headers:
    """Where the columns of a sheet stand (from 1), and what is wrong with them."""

    row: int = 1
    places: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def folded(text: str) -> str:
    """A header for comparing: no blanks at its ends, no case, one form of letters."""
    plain = unicodedata.normalize("NFKC", text).replace("_", " ")
    return SPACES.sub(" ", plain).strip().casefold()


def is_filled(found: Found) -> bool:
    """Whether a cell holds more than blanks."""
    return found.strip() != "" if isinstance(found, str) else found is not None


def find_headers(sheet: Sheet, rows: Sequence[Sequence[Found]]) -> Headers:
    """Match the first filled row with the columns of *sheet*."""
    known = {folded(c.name): c for c in sheet.columns}
    known |= {folded(c.header): c for c in sheet.columns}
    found = Headers(row=_header_row(rows, known))
    cells = rows[found.row - 1] if rows else []
    for index, cell in enumerate(cells, start=1):
        if isinstance(cell, str) and cell.strip():
            _place(sheet, found, index, cell, known)
    _name_missing(sheet, found)
    _check_row(sheet, found, rows, known)
    return found


def _header_row(rows: Sequence[Sequence[Found]], known: dict[str, Column]) -> int:
    """The first row that holds anything."""
    for number, row in enumerate(rows, start=1):
        if any(is_filled(cell) for cell in row):
            return number
    return 1


def _place(
    sheet: Sheet, found: Headers, index: int, text: str, known: dict[str, Column]
) -> None:
    column = known.get(folded(text))
    if column is None:
        twin = known.get(folded(as_latin(unicodedata.normalize("NFKC", text))))
        if twin is None:
            found.ignored.append(f"{sheet.name}: {show(text.strip())}")
            return
        error = BadInput(
            N_(
                "The header “%(text)s” is not “%(header)s”: it holds %(strange)s. Type "
                "it again in Latin letters."
            ),
            text=show(text),
            header=twin.header,
            strange=strange_characters(text),
        )
        found.places.setdefault(twin.field, 0)
        found.problems.append(_problem(sheet, found, index, twin, error))
    elif found.places.get(column.field):
        error = BadInput(
            N_("The column “%(header)s” stands twice. Delete or rename one of them."),
            header=column.header,
        )
        found.problems.append(_problem(sheet, found, index, column, error))
    else:
        found.places[column.field] = index


def _problem(
    sheet: Sheet, found: Headers, index: int, column: Column, error: BadInput
) -> Problem:
    return Problem(
        sheet=sheet.name,
        row=found.row,
        column=column.header,
        cell=cell_name(found.row, index),
        error=error,
    )


def _name_missing(sheet: Sheet, found: Headers) -> None:
    for column in sheet.columns:
        if column.field not in found.places and not column.may_be_missing:
            error = BadInput(
                N_(
                    "The column “%(header)s” is missing. Add it with this header in the"
                    " first row."
                ),
                header=column.header,
            )
            found.problems.append(
                Problem(sheet=sheet.name, column=column.header, error=error)
            )


def _check_row(
    sheet: Sheet,
    found: Headers,
    rows: Sequence[Sequence[Found]],
    known: dict[str, Column],
) -> None:
    """Where the headers stand lower down, say that instead of listing them all."""
    if any(found.places.values()):
        return
    for number, row in enumerate(rows[:LOOKED_AT], start=1):
        matches = sum(isinstance(c, str) and folded(c) in known for c in row)
        if matches > len(sheet.columns) // 2:
            error = BadInput(
                N_(
                    "The headers stand in row %(row)s. Delete the rows above them, so "
                    "that they come first."
                ),
                row=number,
            )
            found.problems = [Problem(sheet=sheet.name, row=number, error=error)]
            return
