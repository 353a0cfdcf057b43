"""Values of the API as tables: the rows a page is about, and those beside them.

Every value comes into some table: names within names make one column, rows within rows
a table of their own, and what is said once a table of names and values.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from tracker.domain.dates import PartialDate
from tracker.domain.errors import BadInput
from tracker.domain.vocabulary import EvidenceGrade, SourceGrade
from tracker.domain.words import N_, Word
from tracker.services.plain_values import Values
from tracker.web.field_words import DAYS, words_of
from tracker.workbook.tables import Value

Path: TypeAlias = tuple[str, ...]
SEPARATOR = "_"  # between the names of a column in CSV
# The view stands on the last sheet and in the name of the file.
VIEW = frozenset({"as_of", "known_on", "reading", "revision"})
# The columns of what is said once: the words for it, its name in JSON, the value.
ONCE: Sequence[Path] = (("what",), ("name",), ("told",))
REPORTS: Path = ("reports",)  # a report without a stage says nothing of it
GRADES = (EvidenceGrade, SourceGrade)
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
# Values under codes: what the codes are, and what to call a value that is no mapping.
CODED: Mapping[str, tuple[str, str]] = {
    "behind": ("program", "reports"),
    "by_floor": ("floor", "value"),
    "due": ("plan", "value"),
    "scores": ("rule", "value"),
}
# Rows within rows, and what of the outer row tells whose they are.
WITHIN: Mapping[str, tuple[str, ...]] = {
    "arithmetic": ("key",),
    "behind": ("key",),
    "fields": ("kind", "key", "action"),
    "milestones": ("code",),
    "scores": ("plan", "sector"),
    "sectors": ("plan",),
    "statements": ("matter", "milestone"),
}


class Unknown(Word):
    """What is said to people where data has nothing."""

    NOT_KNOWN = "", N_("Not known")


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows with a cell for every path; ``path`` is where the values hold them."""

    path: Path
    columns: Sequence[Path]
    rows: Sequence[Sequence[Value]]


def main_grid(values: Values, main: str) -> Grid:
    """The *main* rows of *values* alone."""
    return next(_grids((main,), values.get(main) or ()))


def grids_of(values: Values, main: str) -> list[Grid]:
    """*values* as tables, the *main* rows first, then what is said once."""
    told = {name: part for name, part in values.items() if name not in VIEW}
    once, *tables = list(_grids((), [told]))
    by_name = {table.path: table for table in tables}
    first = by_name.pop((main,), Grid((main,), (), ()))
    found = [first, *_pairs(once), *by_name.values()]
    return [found[0], *(grid for grid in found[1:] if grid.rows)]


def _grids(path: Path, rows: Sequence[Mapping[str, Any]]) -> Iterator[Grid]:
    """The table of *rows*, then the tables of the rows within them."""
    flat = [dict(_flattened(row)) for row in rows]
    paths = list(dict.fromkeys(each for row in flat for each in row))
    within = [each for each in paths if _holds_rows(each, flat)]
    leading = {each[:end] for each in paths for end in range(1, len(each))}
    apart = {*leading, *within}
    if not path:  # what an empty list would have held cannot be told
        apart |= {each for each in paths if flat[0][each] == []}
    columns = [each for each in paths if each not in apart]
    yield Grid(
        path,
        columns,
        [[_told(row, each, path) for each in columns] for row in flat],
    )
    for each in within:
        inner = [
            {**_whose(row, each[-1] if path else ""), **part}
            for row in flat
            for part in row.get(each) or ()
        ]
        yield from _grids((*path[-1:], *each), inner)


def _told(row: Mapping[Path, Any], column: Path, table: Path) -> Value:
    """One cell; where a program stands is said to be not known, never left out."""
    value = cell(row.get(column), column[-1])
    is_asked = column in row and column[-1] == "stage" and table != REPORTS
    return Unknown.NOT_KNOWN if value is None and is_asked else value


def _flattened(
    value: Mapping[str, Any], before: Path = ()
) -> Iterator[tuple[Path, Any]]:
    for name, part in value.items():
        if isinstance(part, dict) and name in CODED:
            yield (*before, name), _under_codes(part, *CODED[name])
        elif isinstance(part, dict):
            yield from _flattened(part, (*before, name))
        else:
            yield (*before, name), part


def _under_codes(part: Mapping[str, Any], of: str, value: str) -> list[Values]:
    return [
        {of: code, **(each if isinstance(each, dict) else {value: each})}
        for code, each in part.items()
    ]


def _holds_rows(path: Path, rows: Sequence[Mapping[Path, Any]]) -> bool:
    found = [row[path] for row in rows if isinstance(row.get(path), list)]
    is_known = path[-1] in WITHIN and bool(found)
    return is_known or any(part and isinstance(part[0], dict) for part in found)


def _whose(row: Mapping[Path, Any], name: str) -> Values:
    known = WITHIN.get(name, ())
    return {each: row[(each,)] for each in known if (each,) in row}


def _pairs(once: Grid) -> list[Grid]:
    """What is said once, a line a value: a row of so many columns nobody reads."""
    rows = [
        (words_of(path), SEPARATOR.join(path), value)
        for path, value in zip(once.columns, *once.rows, strict=True)
    ]
    return [Grid((), ONCE, rows)] if rows else []


def cell(value: object, name: str) -> Value:
    """One value as a cell: dates are known by the *name* of their column."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, GRADES):
        return value.value  # people know a grade by its code; its label explains it
    if isinstance(value, str) and name in DAYS:
        return _day(value)
    return value  # type: ignore[return-value] # what the API gives is plain


def date_columns(rows: Sequence[Sequence[object]]) -> frozenset[int]:
    """The columns of a chart's table that hold dates, as data has them."""
    columns = enumerate(zip(*rows, strict=True))
    return frozenset(index for index, column in columns if _are_days(column))


def _are_days(column: Iterable[object]) -> bool:
    filled = [str(value) for value in column if value not in (None, "")]
    return any("-" in text for text in filled) and all(map(DAY.fullmatch, filled))


def _day(text: str) -> str | PartialDate:
    try:
        return PartialDate.parse(text)
    except BadInput:
        return text
