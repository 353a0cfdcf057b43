"""Facts of every kind: by key, all of them, and as they stood in a past revision."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, String, cast, func, literal, null, select, union_all

from tracker.domain.record import FIELD_OF, KINDS, Fact, Kind, Record, key_of
from tracker.storage.cells import shown_key, stored_key
from tracker.storage.layout import LAYOUTS
from tracker.storage.queries.past import undone_since
from tracker.storage.queries.revisions import revision_number
from tracker.storage.reading import read_facts, read_rows, standing, standing_in
from tracker.storage.transactions import connection

AT_ONCE = 1_000
# Typed, because PostgreSQL must know what the columns of a union hold.
NO_NUMBER = cast(null(), Integer)
NO_CODE = cast(null(), String)


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that the record holds, and whether it stands or was retired."""

    fact: Fact
    stands: bool


def known_keys() -> dict[Kind, frozenset[str]]:
    """The keys of everything that stands, by kind; one statement."""
    parts = []
    for kind, layout in LAYOUTS.items():
        is_number = bool(KINDS[kind].prefix)
        number, code = (layout.key, NO_CODE) if is_number else (NO_NUMBER, layout.key)
        parts.append(select(literal(kind.value), number, code).where(standing(kind)))
    found: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for name, number, code in connection().execute(union_all(*parts)):
        kind = Kind(name)
        found[kind].add(shown_key(kind, number if code is None else code))
    return {kind: frozenset(keys) for kind, keys in found.items()}


def facts_by_key(kind: Kind, keys: Iterable[str]) -> dict[str, Held]:
    """What the record holds under these *keys*, retired facts too.

    Up to three statements for each thousand keys.
    """
    layout = LAYOUTS[kind]
    stored = [stored_key(kind, key) for key in keys]
    found: dict[str, Held] = {}
    for start in range(0, len(stored), AT_ONCE):
        rows = read_rows(
            kind,
            [layout.key.in_(stored[start : start + AT_ONCE])],
            [layout.table.c.retired_in],
        )
        found |= {key_of(fact): Held(fact, gone is None) for fact, (gone,) in rows}
    return found


def highest_number(kind: Kind) -> int:
    """The highest number given out to a *kind*, retired facts too; one seek."""
    return int(connection().scalar(select(func.max(LAYOUTS[kind].key))) or 0)


def record(
    revision: int | None = None, leaving: AbstractSet[Kind] = frozenset()
) -> Record:
    """Everything that stands, now or in a past *revision*, each kind by key.

    22 statements, whatever the record holds, and one more for a past revision. Of now,
    the kinds in *leaving* can be left out.
    """
    newest = revision_number()
    asked = newest if revision is None else revision
    if asked >= newest:
        facts: dict[Kind, list[Any]] = {
            kind: [] if kind in leaving else read_facts(kind, standing(kind))
            for kind in Kind
        }
    else:
        facts = _past_facts(asked)
    fields = {FIELD_OF[kind]: tuple(facts[kind]) for kind in Kind}
    return Record(**fields, revision=min(asked, newest))


def _past_facts(revision: int) -> dict[Kind, list[Any]]:
    """What stood in *revision*: history by its marks, the rest by undoing the log."""
    undone = undone_since(revision)
    facts: dict[Kind, list[Any]] = {}
    for kind in Kind:
        if KINDS[kind].is_history:
            facts[kind] = read_facts(kind, standing_in(kind, revision))
        else:
            now = {key_of(fact): fact for fact in read_facts(kind, standing(kind))}
            then = {key: fact for key, fact in (now | undone[kind]).items() if fact}
            facts[kind] = [then[key] for key in sorted(then, key=_by_number(kind))]
    return facts


def _by_number(kind: Kind) -> Any:
    return lambda key: stored_key(kind, key)
