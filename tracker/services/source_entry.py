"""A source entered on its own, before any fact rests on it."""

from dataclasses import replace
from datetime import date

from tracker.domain.changes import Add, Revision
from tracker.domain.errors import RuleBroken
from tracker.domain.source import Source
from tracker.domain.words import N_
from tracker.services.entries import Settled, Signature, check, enter_steps
from tracker.services.new_sources import name_of, settle
from tracker.storage import queries


def preview_source(source: Source, today: date) -> Source:
    """The source as it will be named; raises RuleBroken where the record has it."""
    held = {known.id: known for known in queries.sources()}
    _, reused = settle((source,), held)
    if reused:
        raise RuleBroken(
            N_("The record has this address already, as the source “%(id)s”."),
            field="url",
            id=reused[0].id,
        )
    named = replace(source, id=name_of(source, set(held)))
    check(Settled(named), today)
    return named


def add_source(source: Source, signature: Signature) -> Revision:
    """Enter *source* under a name that is free."""
    taken = {known.id for known in queries.sources()}
    named = replace(source, id=name_of(source, taken))
    return enter_steps((Add(named),), signature)
