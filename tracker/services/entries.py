"""Entering facts by form: the steps of an entry, its rules, and the one door."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.domain.changes import Add, Edit, Retire, Revision, Step, program_of
from tracker.domain.errors import NotFound, RuleBroken
from tracker.domain.record import Fact, Kind, key_of, kind_of
from tracker.domain.source import Source
from tracker.domain.words import N_
from tracker.services import door
from tracker.services.door import Author, RecordRefused
from tracker.services.new_sources import own_source, picked_source, settle
from tracker.services.proposal import NOT_THERE
from tracker.storage import queries

__all__ = ["Author", "Entry", "RecordRefused", "Settled", "Signature"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as an editor typed it, and the new sources it rests on, not yet named.

    One that has its key already takes the place of the fact of that key.
    """

    fact: Fact
    new_sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who enters something, when and why; ``token`` makes a repetition harmless."""

    author: Author
    today: date
    token: str
    summary: str


@dataclass(frozen=True, slots=True)
class Settled:
    """An entry ready for the door: the fact with all its sources, and those to add.

    ``reused`` are sources typed anew whose address the record has already.
    """

    fact: Fact
    added: tuple[Source, ...] = ()
    reused: tuple[Source, ...] = ()
    replaces: bool = False

    @property
    def sources(self) -> dict[str, Source]:
        """The sources that the record does not show yet or that were found in it."""
        return {source.id: source for source in (*self.added, *self.reused)}

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its sources, then the fact: added, or put in the place of the one it has."""
        own: Step = Edit(self.fact) if self.replaces else Add(self.fact)
        return (*(Add(source) for source in self.added), own)


def fact_held(kind: Kind, key: str, program: str = "") -> Fact:
    """The fact of this *key* (about this *program*), whether it stands or not.

    Raises NotFound where there is none.
    """
    found = queries.facts_by_key(kind, [key]).get(key)
    if found is None or (program and program_of(found.fact) != program):
        raise NotFound(NOT_THERE, field="key", key=key[:40])
    return found.fact


def heir_of(fact: Fact) -> Fact | None:
    """What stands where *fact* was read: itself, what corrects it, or nothing."""
    return door.standing_instead(fact)


def settle_entry(entry: Entry) -> Settled:
    """Name the new sources of *entry* and let its fact cite them.

    A source may be picked by its address or its words too; all of them are read where
    need be. Raises RuleBroken where several have these words.
    """
    fact: Any = entry.fact
    replaces = bool(key_of(fact))
    if kind_of(fact) is Kind.SOURCE:
        return Settled(own_source(fact, _sources()), replaces=replaces)
    named = {source.id for source in queries.sources(fact.sources)}
    if not entry.new_sources and named.issuperset(fact.sources):
        return Settled(fact, replaces=replaces)
    held = _sources()
    added, reused = settle(entry.new_sources, held)
    picked = (picked_source(text, held) for text in fact.sources)
    cited = (*picked, *(source.id for source in (*reused, *added)))
    fact = replace(fact, sources=tuple(dict.fromkeys(cited)))
    return Settled(fact, added, reused, replaces)


def _sources() -> dict[str, Source]:
    return {source.id: source for source in queries.sources()}


def preview(entry: Entry, today: date) -> Settled:
    """What *entry* will bring into the record; writes nothing.

    Raises RecordRefused and Overtaken like the door, RuleBroken where nothing differs.
    """
    settled = settle_entry(entry)
    if not door.look(settled.steps, today):
        raise RuleBroken(
            N_("Nothing differs from the record. Change a field, or leave the page.")
        )
    return settled


def enter(entry: Entry, signature: Signature) -> Revision:
    """Write *entry* as one revision, once however often it is sent.

    Raises RecordRefused with every broken rule, Overtaken when the row changed since.
    """
    made = queries.revision_of_token(signature.token)
    if made is not None:  # its sources have their names by now
        return queries.revision(made.number)
    return _enter(settle_entry(entry).steps, signature)


def preview_retirement(fact: Fact, today: date) -> None:
    """Raise Overtaken where *fact* changed since it was read, or stands no more."""
    door.look(_out(fact), today)


def retire(fact: Fact, signature: Signature) -> Revision:
    """Take *fact* out of the record; it stays readable in the history."""
    return _enter(_out(fact), signature)


def _out(fact: Fact) -> tuple[Step, ...]:
    return (Retire(kind_of(fact), key_of(fact), fact.version),)


def _enter(steps: Sequence[Step], signature: Signature) -> Revision:
    return door.enter(
        steps,
        signature.author,
        signature.summary,
        signature.today,
        token=signature.token,
    )
