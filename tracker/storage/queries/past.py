"""Facts as they stood in a past revision: by the log, and by the marks of history."""

from collections.abc import Collection

from sqlalchemy import select

from tracker.domain.record import KINDS, Fact, Kind, key_of
from tracker.storage.cells import stored_key
from tracker.storage.layout import LAYOUTS
from tracker.storage.models import ChangeRow
from tracker.storage.reading import Where, read_facts, standing, standing_in
from tracker.storage.snapshots import unpacked
from tracker.storage.transactions import connection

AT_ONCE = 1_000


def facts_then(kind: Kind, keys: Collection[str], revision: int) -> dict[str, Fact]:
    """Those of the facts under these *keys* that stood in a *revision*.

    Up to four statements for each thousand keys, by index.
    """
    found: dict[str, Fact] = {}
    ordered = sorted(keys)
    for start in range(0, len(ordered), AT_ONCE):
        found |= _facts_then(kind, ordered[start : start + AT_ONCE], revision)
    return found


def _facts_then(kind: Kind, keys: list[str], revision: int) -> dict[str, Fact]:
    asked = LAYOUTS[kind].key.in_([stored_key(kind, key) for key in keys])
    if KINDS[kind].is_history:
        then = read_facts(kind, asked, standing_in(kind, revision))
        return {key_of(fact): fact for fact in then}
    now = {key_of(fact): fact for fact in read_facts(kind, asked, standing(kind))}
    of_these = (ChangeRow.kind == kind.value) & ChangeRow.key.in_(keys)
    changed = undone_since(revision, of_these)[kind]
    return {key: fact for key, fact in (now | changed).items() if fact}


def undone_since(
    revision: int, *conditions: Where
) -> dict[Kind, dict[str, Fact | None]]:
    """What each editable fact touched since *revision* was then; None for nothing."""
    statement = (
        select(ChangeRow.kind, ChangeRow.key, ChangeRow.earlier)
        .where(ChangeRow.revision > revision, *conditions)
        .order_by(ChangeRow.revision.desc(), ChangeRow.position.desc())
    )
    undone: dict[Kind, dict[str, Fact | None]] = {kind: {} for kind in Kind}
    for name, key, earlier in connection().execute(statement):
        kind = Kind(name)
        if not KINDS[kind].is_history:
            undone[kind][key] = unpacked(kind, earlier) if earlier else None
    return undone
