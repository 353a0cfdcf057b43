"""Reads facts of any kind: a statement for the rows and one for each list of codes."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select

from tracker.domain.record import Kind
from tracker.storage.cells import Cells
from tracker.storage.layout import LAYOUTS, Layout
from tracker.storage.transactions import connection

Where = ColumnElement[bool]


def standing(kind: Kind) -> Where:
    """The condition that a fact of this *kind* stands now."""
    return LAYOUTS[kind].table.c.retired_in.is_(None)


def standing_in(kind: Kind, revision: int) -> Where:
    """The condition that a row of this *kind* of history stands in a *revision*."""
    columns = LAYOUTS[kind].table.c
    is_there_still = columns.retired_in.is_(None) | (columns.retired_in > revision)
    return (columns.added_in <= revision) & is_there_still


def read_facts(kind: Kind, *conditions: Where) -> list[Any]:
    """The facts of a *kind* that meet the *conditions*, by key."""
    return [fact for fact, _ in read_rows(kind, conditions)]


def read_columns(
    kind: Kind, conditions: Sequence[Where], leaving: AbstractSet[str] = frozenset()
) -> dict[str, list[Any]]:
    """The same facts as their fields, each in the order of the keys.

    For very many: to make a fact of each takes longer than to read them. Fields in
    *leaving* are left out.
    """
    layout = LAYOUTS[kind].without(leaving)
    rows = _rows(layout.columns, conditions)
    columns = {
        name: list(map(read, rows))
        for name, read in zip(layout.names, layout.readers, strict=True)
    }
    for name, members in _lists(layout, conditions).items():
        columns[name] = [members.get(row[0], ()) for row in rows]
    return columns


def read_rows(
    kind: Kind,
    conditions: Sequence[Where],
    more: Sequence[ColumnElement[Any]] = (),
) -> list[tuple[Any, Cells]]:
    """The facts that meet the *conditions*, by key, each with the cells of *more*."""
    layout = LAYOUTS[kind]
    columns = layout.columns
    rows = _rows([*columns, *more], conditions)
    lists = _lists(layout, conditions)
    width = len(columns)
    return [
        (
            layout.fact(row, {name: lists[name].get(row[0], ()) for name in lists}),
            row[width:],
        )
        for row in rows
    ]


def _rows(
    columns: Sequence[ColumnElement[Any]], conditions: Sequence[Where]
) -> list[Cells]:
    """Cells by the first of the *columns*."""
    found = connection().execute(select(*columns).where(*conditions)).all()
    return sorted(found, key=itemgetter(0))


def _lists(
    layout: Layout, conditions: Sequence[Where]
) -> dict[str, dict[Any, tuple[str, ...]]]:
    """The lists of codes by field, each by the stored key of its fact."""
    owners = _owners(layout, conditions)
    return {name: _members(table, owners) for name, table in layout.lists.items()}


def _owners(layout: Layout, conditions: Sequence[Where]) -> Select[Any] | None:
    """Whose lists to read: None for all, where only retired facts would be left out."""
    is_every_standing = len(conditions) == 1 and conditions[0].compare(
        standing(layout.kind)
    )
    if not conditions or is_every_standing:
        return None
    return select(layout.key).where(*conditions)


def _members(table: Table, owners: Select[Any] | None) -> dict[Any, tuple[str, ...]]:
    """The codes in a list table by owner, in the order of their positions."""
    owner, position, member = table.c
    statement = select(owner, member).order_by(owner, position)
    if owners is not None:
        statement = statement.where(owner.in_(owners))
    found: dict[Any, tuple[str, ...]] = {}
    for key, code in connection().execute(statement).all():
        found[key] = (*found[key], code) if key in found else (code,)
    return found
