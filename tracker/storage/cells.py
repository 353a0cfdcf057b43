"""How the fields of facts lie in cells, and how cells become fields again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import NoneType
from typing import Any, get_args

from tracker.domain.dates import PartialDate
from tracker.domain.kind_checks import PROGRAM_CODE
from tracker.domain.program import Title
from tracker.domain.record import KINDS, Kind, number_of, numbered_key
from tracker.domain.words import Word

Cells = Sequence[Any]
Reader = Callable[[Cells], Any]


@dataclass(frozen=True, slots=True)
class FieldCells:
    """One field of a fact: its columns, how it is written and read.

    ``reader`` takes the place of the first of the columns in a row and gives the
    function that reads the field from such rows.
    """

    columns: tuple[str, ...]
    write: Callable[[Any], Cells]
    reader: Callable[[int], Reader]


def field_cells(kind: Kind, name: str, hint: Any) -> FieldCells:
    """The cells of the field *name*, whose type is *hint*, of facts of a *kind*."""
    special = SPECIAL.get((kind, name))
    if special:
        return special(name)
    if name in {"key", "corrects"}:
        return _numbered(kind, "number" if name == "key" else name)
    types = [each for each in get_args(hint) or (hint,) if each is not NoneType]
    if types[0] is PartialDate:
        return _partial_date(name)
    if types[0] is Title:
        return _title(name)
    if isinstance(types[0], type) and issubclass(types[0], Word):
        return _word(name, types[0])
    return FieldCells((name,), lambda value: (value,), itemgetter)


def stored_key(kind: Kind, key: str) -> str | int:
    """A key as its column holds it; no number is -1, which no row has."""
    if not KINDS[kind].prefix:
        return key
    return number_of(kind, key) or -1


def shown_key(kind: Kind, stored: str | int | None) -> str:
    """A key as people see it; empty for none."""
    if stored is None:
        return ""
    return stored if isinstance(stored, str) else numbered_key(kind, stored)


def _numbered(kind: Kind, column: str) -> FieldCells:
    def write(key: str) -> Cells:
        return (number_of(kind, key),)

    def reader(at: int) -> Reader:
        # Most rows correct no other.
        return lambda row: "" if row[at] is None else shown_key(kind, row[at])

    return FieldCells((column,), write, reader)


def _partial_date(name: str) -> FieldCells:
    def write(value: PartialDate | None) -> Cells:
        if value is None:
            return (None, None, None)
        return (value.text, value.first, value.last)

    def reader(at: int) -> Reader:
        def read(row: Cells) -> PartialDate | None:
            text = row[at]
            return text and PartialDate(text, row[at + 1], row[at + 2])

        return read

    return FieldCells((name, f"{name}_first", f"{name}_last"), write, reader)


def _title(name: str) -> FieldCells:
    def write(value: Title) -> Cells:
        return (value.en, value.ru, value.be)

    def reader(at: int) -> Reader:
        return lambda row: Title(row[at], row[at + 1], row[at + 2])

    return FieldCells((f"{name}_en", f"{name}_ru", f"{name}_be"), write, reader)


def _word(name: str, words: type[Word]) -> FieldCells:
    known: dict[str | None, Word | None] = {word.value: word for word in words}
    known[None] = None

    def write(value: Word | None) -> Cells:
        return (value and value.value,)

    def reader(at: int) -> Reader:
        return lambda row: known[row[at]]

    return FieldCells((name,), write, reader)


def _words(name: str) -> FieldCells:
    def reader(at: int) -> Reader:
        return lambda row: tuple(row[at].split(";")) if row[at] else ()

    return FieldCells((name,), lambda value: (";".join(value),), reader)


def _code_or_nothing(name: str) -> FieldCells:
    def reader(at: int) -> Reader:
        return lambda row: row[at] or ""

    return FieldCells((name,), lambda value: (value or None,), reader)


def _program_or_plan(name: str) -> FieldCells:
    """An end of a lineage row: codes shaped like those of programs are programs."""

    def write(code: str) -> Cells:
        if not code:
            return (None, None)
        return (code, None) if PROGRAM_CODE.fullmatch(code) else (None, code)

    def reader(at: int) -> Reader:
        return lambda row: row[at] or row[at + 1] or ""

    return FieldCells((f"{name}_program", f"{name}_plan"), write, reader)


SPECIAL: dict[tuple[Kind, str], Callable[[str], FieldCells]] = {
    (Kind.PROGRAM, "title_translated"): _words,
    (Kind.ACT, "plan"): _code_or_nothing,
    (Kind.LINEAGE, "origin"): _program_or_plan,
    (Kind.LINEAGE, "heir"): _program_or_plan,
}
