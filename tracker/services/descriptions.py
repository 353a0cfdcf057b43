"""The description of a program: edited, with two editors kept from overwriting."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.changes import FieldChange, Revision, differences
from tracker.domain.errors import Conflict, RuleBroken
from tracker.domain.program import Program
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.entries import (
    Entry,
    Settled,
    Signature,
    check,
    enter,
    settle_entry,
)
from tracker.services.program_detail import program_in


@dataclass(frozen=True, slots=True)
class DescriptionPreview:
    """What an edit will change, field by field."""

    changes: tuple[FieldChange, ...]
    settled: Settled


def described(code: str) -> tuple[Program, Catalogue]:
    """A program as the record has it, and the catalogue it stands in.

    Raises NotFound for an unknown code.
    """
    held = catalogue()
    return program_in(held, code), held


def preview_description(entry: Entry, today: date) -> DescriptionPreview:
    """What the edited program of *entry* will change.

    Raises Conflict when the row changed since the editor began, RecordRefused with
    every broken rule, RuleBroken when nothing differs.
    """
    settled = settle_entry(entry)
    edited = settled.fact
    assert isinstance(edited, Program)
    current, _ = described(edited.code)
    if current.version != edited.version:
        raise Conflict(
            N_("Somebody else changed this program while you were editing it.")
        )
    check(settled, today)
    changes = differences(current, edited)
    if not changes:
        raise RuleBroken(
            N_("Nothing differs from the record. Change a field, or leave the page.")
        )
    return DescriptionPreview(changes, settled)


def edit_description(entry: Entry, signature: Signature) -> Revision:
    """Write the edited program; raises Conflict when the row changed since."""
    return enter(entry, signature)
