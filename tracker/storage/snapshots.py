"""A whole fact as JSON: how the change log keeps what a row held before an edit."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Date

from tracker.domain.record import Fact, Kind, kind_of
from tracker.storage.layout import LAYOUTS
from tracker.storage.types import Figure

Snapshot = dict[str, Any]


def packed(fact: Fact) -> Snapshot:
    """Every cell and list of *fact* as JSON can hold it."""
    layout = LAYOUTS[kind_of(fact)]
    cells = {name: _plain(cell) for name, cell in layout.cells(fact).items()}
    lists = {name: list(getattr(fact, name)) for name in layout.lists}
    return {"cells": cells, "lists": lists}


def unpacked(kind: Kind, snapshot: Snapshot) -> Fact:
    """The fact of this *kind* that was packed into *snapshot*."""
    layout = LAYOUTS[kind]
    cells = [
        _restored(column, snapshot["cells"][column.name]) for column in layout.columns
    ]
    lists = {name: tuple(snapshot["lists"][name]) for name in layout.lists}
    return layout.fact(cells, lists)


def _plain(cell: Any) -> Any:
    return str(cell) if isinstance(cell, date | Decimal) else cell


def _restored(column: Column[Any], cell: Any) -> Any:
    if cell is None:
        return None
    if isinstance(column.type, Date):
        return date.fromisoformat(cell)
    return Decimal(cell) if isinstance(column.type, Figure) else cell
