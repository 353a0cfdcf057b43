"""Where each kind of fact is kept: its table, its cells and the lists beside it."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from typing import Any, Self, get_type_hints

from sqlalchemy import Column, Table

from tracker.domain.record import KINDS, Fact, Kind
from tracker.storage import models
from tracker.storage.cells import Cells, FieldCells, Reader, field_cells
from tracker.storage.database import Base

# A fact's lists of codes, which lie in tables of their own.
LISTS = ("sources", "programs")
Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the facts of one *kind* lie in the database.

    ``lists`` are the tables of the codes that a fact lists, by the field they fill.
    """

    kind: Kind
    table: Table
    lists: Mapping[str, Table]
    names: tuple[str, ...]
    parts: tuple[FieldCells, ...]
    readers: tuple[Reader, ...]
    make: Callable[..., Fact]

    @classmethod
    def of(cls, kind: Kind) -> Self:
        """Work out the layout of a *kind* from its dataclass and the tables."""
        table = Base.metadata.tables[kind.value]
        value = KINDS[kind].value
        hints = get_type_hints(value)
        names = tuple(f.name for f in fields(value) if f.name not in LISTS)
        parts = tuple(field_cells(kind, name, hints[name]) for name in names)
        readers = _readers(parts)
        return cls(kind, table, lists_of(kind), names, parts, readers, value)

    def without(self, leaving: AbstractSet[str]) -> Self:
        """The same for reading columns, some fields left out; it makes no facts."""
        kept = [
            (name, part)
            for name, part in zip(self.names, self.parts, strict=True)
            if name not in leaving
        ]
        parts = tuple(part for _, part in kept)
        names = tuple(name for name, _ in kept)
        return replace(self, names=names, parts=parts, readers=_readers(parts))

    @property
    def key(self) -> Column[Any]:
        """The column that identifies a fact."""
        (column,) = self.table.primary_key
        return column

    @property
    def columns(self) -> list[Column[Any]]:
        """The columns that ``fact`` reads, in its order."""
        return [self.table.c[name] for part in self.parts for name in part.columns]

    def cells(self, fact: Fact) -> dict[str, Any]:
        """The cells of *fact* by column."""
        return {
            column: cell
            for name, part in zip(self.names, self.parts, strict=True)
            for column, cell in zip(
                part.columns, part.write(getattr(fact, name)), strict=True
            )
        }

    def fact(self, row: Cells, lists: Lists) -> Fact:
        """The fact whose cells begin *row*, with its lists of codes."""
        values = [read(row) for read in self.readers]
        return self.make(**dict(zip(self.names, values, strict=True)), **lists)


def _readers(parts: Sequence[FieldCells]) -> tuple[Reader, ...]:
    """What reads each of the *parts* from a row that holds their cells one by one."""
    starts = accumulate((len(part.columns) for part in parts), initial=0)
    return tuple(part.reader(at) for part, at in zip(parts, starts, strict=False))


def lists_of(kind: Kind) -> dict[str, Table]:
    """The tables of the lists that facts of a *kind* have."""
    found = {}
    if kind in models.CITATIONS:
        found["sources"] = models.CITATIONS[kind]
    if kind is Kind.ACT:
        found["programs"] = models.act_program
    if kind is Kind.EVENT:
        found["programs"] = models.event_program
    return found


LAYOUTS: dict[Kind, Layout] = {kind: Layout.of(kind) for kind in Kind}
