"""Entering facts by form: the steps of an entry, its rules, and the one door."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.domain.changes import Add, Edit, Revision, Step
from tracker.domain.record import Fact, Kind, key_of, kind_of
from tracker.domain.source import Source
from tracker.services import door
from tracker.services.door import Author, RecordRefused
from tracker.services.new_sources import picked_source, settle
from tracker.services.proposal import propose
from tracker.storage import queries

__all__ = ["Author", "Entry", "RecordRefused", "Settled", "Signature"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as an editor typed it, and the new sources it rests on, not yet named."""

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

    @property
    def sources(self) -> dict[str, Source]:
        """The sources that the record does not show yet or that were found in it."""
        return {source.id: source for source in (*self.added, *self.reused)}


def settle_entry(entry: Entry) -> Settled:
    """Name the new sources of *entry* and let its fact cite them.

    A source may be picked by its address too; the sources are read where need be.
    """
    fact: Any = entry.fact  # one of the kinds that cite sources
    if not entry.new_sources and not any("://" in code for code in fact.sources):
        return Settled(fact)
    held = {source.id: source for source in queries.sources()}
    added, reused = settle(entry.new_sources, held)
    picked = (picked_source(text, held) for text in fact.sources)
    cited = (*picked, *(source.id for source in (*reused, *added)))
    return Settled(replace(fact, sources=tuple(dict.fromkeys(cited))), added, reused)


def check(settled: Settled, today: date) -> None:
    """Hold the facts of an entry to the rules; raises RecordRefused naming each."""
    drafts = propose(steps_of(settled), today)
    broken = tuple((draft.step, draft.problems) for draft in drafts if draft.problems)
    if broken:
        raise RecordRefused(broken)


def preview(entry: Entry, today: date) -> Settled:
    """What *entry* will bring into the record; raises RecordRefused like the door."""
    settled = settle_entry(entry)
    check(settled, today)
    return settled


def steps_of(settled: Settled) -> tuple[Step, ...]:
    """The steps of an entry: its sources, then the fact, added or put in place."""
    fact = settled.fact
    replaces = bool(key_of(fact)) and kind_of(fact) is not Kind.SOURCE
    own: Step = Edit(fact) if replaces else Add(fact)
    return (*(Add(source) for source in settled.added), own)


def enter(entry: Entry, signature: Signature) -> Revision:
    """Write *entry* as one revision, once however often it is sent.

    Raises RecordRefused with every broken rule, Conflict when the row changed since.
    """
    return enter_steps(steps_of(settle_entry(entry)), signature)


def enter_steps(steps: Sequence[Step], signature: Signature) -> Revision:
    """Hand *steps* to the door under one *signature*."""
    return door.enter(
        steps,
        signature.author,
        signature.summary,
        signature.today,
        token=signature.token,
    )
