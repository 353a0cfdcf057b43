"""Writes into the record; only the one door calls them, inside its transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from tracker.domain.changes import Change, Revision
from tracker.domain.record import Fact, Kind, key_of
from tracker.storage import derived
from tracker.storage.cells import stored_key
from tracker.storage.layout import LAYOUTS, Layout
from tracker.storage.models import ChangeRow, RevisionRow
from tracker.storage.snapshots import packed
from tracker.storage.transactions import connection


@dataclass(frozen=True, slots=True)
class Logged:
    """A change for the log; ``earlier`` is the fact whose row it wrote over, if any."""

    change: Change
    earlier: Fact | None = None


def start_revision(revision: Revision, token: str) -> None:
    """Write the revision that everything else of this transaction belongs to."""
    connection().execute(
        insert(RevisionRow).values(
            number=revision.number,
            made_at=revision.made_at,
            who=revision.who,
            origin=revision.origin.value,
            summary=revision.summary,
            change_count=revision.change_count,
            token=token or None,
        )
    )


def insert_facts(kind: Kind, facts: Sequence[Fact], revision: int) -> None:
    """Add facts of one *kind*, their keys given; a fixed number of statements.

    The sources they cite must be there already: their grades and dates are read.
    """
    if not facts:
        return
    layout = LAYOUTS[kind]
    sources = {}
    if kind in derived.DERIVED_KINDS:
        sources = derived.sources_cited_by(facts)
    rows = [
        layout.cells(fact)
        | derived.derived_cells(fact, sources)
        | {"added_in": revision, "retired_in": None}
        for fact in facts
    ]
    connection().execute(insert(layout.table), rows)
    _insert_lists(layout, facts)


def update_facts(kind: Kind, facts: Sequence[Fact]) -> None:
    """Write *facts* of an editable *kind* over their rows; retired ones stand again.

    Where a source changed, what follows from it is written anew. A fixed number of
    statements.
    """
    if not facts:
        return
    layout = LAYOUTS[kind]
    rows = [
        layout.cells(fact) | {"retired_in": None, "stored": stored_key(kind, key)}
        for fact in facts
        if (key := key_of(fact))
    ]
    statement = update(layout.table).where(layout.key == bindparam("stored"))
    connection().execute(statement, rows)
    keys = [row["stored"] for row in rows]
    for table in layout.lists.values():
        connection().execute(delete(table).where(table.c.owner.in_(keys)))
    _insert_lists(layout, facts)
    if kind is Kind.SOURCE:
        derived.refresh(keys)


def retire_facts(kind: Kind, keys: Iterable[str], revision: int) -> None:
    """Take facts of one *kind* out of the record; their rows stay. One statement."""
    rows = [{"stored": stored_key(kind, key)} for key in keys]
    if not rows:
        return
    layout = LAYOUTS[kind]
    statement = (
        update(layout.table)
        .where(layout.key == bindparam("stored"))
        .values(retired_in=revision, version=layout.table.c.version + 1)
    )
    connection().execute(statement, rows)


def log(revision: int, entries: Sequence[Logged]) -> None:
    """Write the change log of a *revision*; one statement."""
    rows = [
        {
            "revision": revision,
            "position": position,
            "kind": entry.change.kind.value,
            "key": entry.change.key,
            "action": entry.change.action.value,
            "replaces": entry.change.replaces,
            "program": entry.change.program,
            "fields": [[f.field, f.before, f.after] for f in entry.change.fields],
            "earlier": entry.earlier and packed(entry.earlier),
        }
        for position, entry in enumerate(entries)
    ]
    connection().execute(insert(ChangeRow), rows)


def _insert_lists(layout: Layout, facts: Sequence[Fact]) -> None:
    for name, table in layout.lists.items():
        member = table.c[2].name
        rows: list[dict[str, Any]] = [
            {
                "owner": stored_key(layout.kind, key_of(fact)),
                "position": position,
                member: code,
            }
            for fact in facts
            for position, code in enumerate(getattr(fact, name))
        ]
        if rows:
            connection().execute(insert(table), rows)
