"""Reads a workbook back into facts, or lists every problem in it at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from tracker.domain.checks import REFERENCES, check_fact
from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.record import KINDS, Fact, Kind, key_of, number_of, numbered_key
from tracker.domain.words import N_
from tracker.workbook.cells import show
from tracker.workbook.child import read_values_apart
from tracker.workbook.columns import Column, Sheet
from tracker.workbook.headers import folded
from tracker.workbook.limits import LIMITS, Limits
from tracker.workbook.lookalikes import as_latin, strange_characters
from tracker.workbook.marks import content_of
from tracker.workbook.problems import Problem, cell_name
from tracker.workbook.readme import LABELS, WHOLE
from tracker.workbook.sheet_reader import (
    OnRow,
    Row,
    read_sheet,
    tell_nobody,
    told,
    too_many,
)
from tracker.workbook.sheets import README, SHEETS, STATES
from tracker.workbook.values import SheetValues, read_values

NO_KEY = N_(
    "“%(key)s” is no key of this sheet; they look like %(example)s. Leave it empty for "
    "a new row."
)
TWICE = N_(
    "%(key)s stands twice, also in row %(row)s. Give one of them another code; a new "
    "row of a sheet with keys has none."
)
NOT_READ = frozenset(map(folded, (README, STATES)))
NOT_CHECKED_ON = N_(
    "From here on no rule was checked, for there are %(count)s problems above. Mend "
    "those first."
)
REPEATED = N_("This row says the same as row %(row)s. Delete one of them.")

Known = Mapping[Kind, AbstractSet[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a workbook says: its rows as facts, or what is wrong with it.

    ``ignored`` names sheets and columns that are not the record's. Only a workbook
    that is not ``is_part`` says something by what it leaves out; ``holds`` is what it
    says of that. ``keys`` are those of all rows, also of rows with problems; of the
    kinds in ``unread`` some rows were not read, or none.
    """

    rows: tuple[Row, ...] = ()
    keys: Known = field(default_factory=dict)
    unread: frozenset[Kind] = frozenset()
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    revision: int = 0
    is_part: bool = True
    holds: str = ""


def read_stranger(data: bytes, limits: Limits = LIMITS) -> Reading:
    """Read a workbook that anybody may have sent, in a process of its own."""
    return understand(read_values_apart(data, limits))


def read_workbook(data: bytes, limits: Limits = LIMITS) -> Reading:
    """Read a workbook by itself; what the record says of it is for ``check_rows``.

    Raises BadInput for a file that is no workbook to be trusted; every problem inside
    one is listed in the reading instead.
    """
    return understand(read_values(data, limits))


def understand(found: Sequence[SheetValues], on_row: OnRow = tell_nobody) -> Reading:
    """What the values of the sheets say; *on_row* is told of each row that is read."""
    named, problems, ignored = _match_sheets(found)
    parts = {
        sheet.kind: read_sheet(sheet, named[sheet.kind], on_row)
        for sheet in SHEETS
        if sheet.kind in named
    }
    rows = [row for part in parts.values() for row in part.rows]
    problems += [problem for part in parts.values() for problem in part.problems]
    ignored += [name for part in parts.values() for name in part.ignored]
    problems += _wrong_keys(rows)
    revision, holds = _about(found)
    return Reading(
        rows=tuple(rows),
        keys={kind: part.keys for kind, part in parts.items()},
        unread=frozenset(
            kind for kind in Kind if kind not in parts or not parts[kind].is_whole
        ),
        problems=in_order(problems),
        ignored=tuple(ignored),
        revision=revision,
        is_part=folded(holds) != folded(WHOLE) or not revision,
        holds=holds,
    )


def _match_sheets(
    found: Sequence[SheetValues],
) -> tuple[dict[Kind, SheetValues], list[Problem], list[str]]:
    known = {folded(sheet.name): sheet for sheet in SHEETS}
    named: dict[Kind, SheetValues] = {}
    problems: list[Problem] = []
    ignored: list[str] = []
    for values in found:
        sheet = known.get(folded(values.name))
        twin = known.get(folded(as_latin(values.name)))
        if sheet is not None and sheet.kind in named:
            problems.append(_again(values.name, sheet))
        elif sheet is not None:
            named[sheet.kind] = values
        elif twin is not None:
            problems.append(_twin(values.name, twin))
        elif folded(values.name) not in NOT_READ:
            ignored.append(show(values.name))
    mistyped = {problem.sheet for problem in problems}
    for sheet in SHEETS:
        if sheet.kind not in named and sheet.name not in mistyped:
            error = BadInput(
                N_("The sheet “%(sheet)s” is missing. Add it, with its headers."),
                sheet=sheet.name,
            )
            problems.append(Problem(sheet=sheet.name, error=error))
    return named, problems, ignored


def _again(name: str, sheet: Sheet) -> Problem:
    error = BadInput(
        N_(
            "There is another sheet “%(sheet)s”, named “%(name)s”. Delete or rename "
            "one of them."
        ),
        name=show(name),
        sheet=sheet.name,
    )
    return Problem(sheet=sheet.name, error=error)


def _twin(name: str, sheet: Sheet) -> Problem:
    error = BadInput(
        N_(
            "The sheet “%(name)s” is not “%(sheet)s”: its name holds %(strange)s. Name "
            "it again in Latin letters."
        ),
        name=show(name),
        sheet=sheet.name,
        strange=strange_characters(name),
    )
    return Problem(sheet=sheet.name, error=error)


def _about(found: Sequence[SheetValues]) -> tuple[int, str]:
    """The revision a workbook was written from, and what it says it holds.

    Without "Read me" nothing tells, so that nothing is taken as left out on purpose.
    """
    lines = dict(_lines(found))
    revision = lines.get(folded(LABELS["revision"]), "").removesuffix(".0")
    holds = lines.get(folded(LABELS["holds"]), "")
    is_number = revision.isascii() and revision.isdigit() and len(revision) < 10
    number = int(revision) if is_number else 0
    return number, holds


def _lines(found: Sequence[SheetValues]) -> Iterator[tuple[str, str]]:
    """The labels and lines of "Read me", the last first."""
    rows = [v.rows for v in found if folded(v.name) == folded(README)]
    for row in reversed(rows[0] if rows else []):
        if len(row) > 1 and isinstance(row[0], str):
            yield folded(row[0]), str(row[1]).strip()


def _wrong_keys(rows: Sequence[Row]) -> Iterator[Problem]:
    """Keys that stand twice or that the record never gives.

    Then rows without a key that only repeat another row.
    """
    first: dict[object, Row] = {}
    for row in rows:
        kind, key = row.sheet.kind, key_of(row.fact)
        if KINDS[kind].prefix and key and number_of(kind, key) is None:
            error = BadInput(NO_KEY, key=show(key), example=numbered_key(kind, 7))
            yield _at(row, row.sheet.key_column, error)
        earlier = first.setdefault((kind, key), row) if key else row
        if earlier is not row:
            error = BadInput(TWICE, key=key, row=earlier.number)
            yield _at(row, row.sheet.key_column, error)
    yield from _repeats(rows)


def _repeats(rows: Sequence[Row]) -> Iterator[Problem]:
    kinds = {row.sheet.kind for row in rows if not key_of(row.fact)}
    first: dict[object, Row] = {}
    for row in sorted(rows, key=lambda row: not key_of(row.fact)):
        if row.sheet.kind in kinds:
            content = (row.sheet.kind, content_of(row.fact))
            earlier = first.setdefault(content, row)
            if earlier is not row and not key_of(row.fact):
                error = BadInput(REPEATED, row=earlier.number)
                yield _at(row, row.sheet.key_column, error)


def check_rows(
    reading: Reading, known: Known, today: date, on_row: OnRow = tell_nobody
) -> tuple[Problem, ...]:
    """What the rules of the record say of each row, at the cell it is about.

    *known* holds the keys that the record knows besides those of the workbook. What
    refers to a sheet that could not be read is left for when it can; a sheet is checked
    up to its limit of problems. *on_row* is told of each row.
    """
    named = {kind: {*known.get(kind, ()), *reading.keys.get(kind, ())} for kind in Kind}
    found: dict[Kind, list[Problem]] = {kind: [] for kind in Kind}
    for row in told(reading.rows, on_row):
        problems = found[row.sheet.kind]
        if len(problems) < LIMITS.problems:
            broken = (
                _at(row, row.sheet.column_about(error.field), error)
                for error in check_fact(row.fact, named, today)
                if reading.unread.isdisjoint(REFERENCES.get(error.field or "", ()))
            )
            problems.extend(islice(broken, LIMITS.problems - len(problems)))
        elif len(problems) == LIMITS.problems:
            problems.append(too_many(NOT_CHECKED_ON, row.sheet, row.number))
    return in_order(chain(*found.values()))


def _at(row: Row, column: Column, error: TrackerError) -> Problem:
    return Problem(
        sheet=row.sheet.name,
        row=row.number,
        column=column.header,
        cell=cell_name(row.number, row.places.get(column.field, 1)),
        error=error,
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order in which a person goes through the workbook."""
    return tuple(sorted(problems, key=_order))


def _order(problem: Problem) -> tuple[int, int, int, str]:
    names = [sheet.name for sheet in SHEETS]
    return (names.index(problem.sheet), problem.row, len(problem.cell), problem.cell)


def facts_of(reading: Reading) -> tuple[Fact, ...]:
    """The facts of a reading, in the order of the workbook."""
    return tuple(row.fact for row in reading.rows)
