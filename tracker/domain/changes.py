"""Changes: what one revision did to the record, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TypeAlias

from tracker.domain.dates import PartialDate
from tracker.domain.program import Title
from tracker.domain.record import BOOKKEEPING, Fact, Kind, key_of, kind_of
from tracker.domain.words import N_, Word

Cell: TypeAlias = (
    str
    | int
    | bool
    | Decimal
    | date
    | PartialDate
    | Title
    | tuple[str, ...]
    | Word
    | None
)

OWN_KEYS = frozenset({"key", "id", "code"})


class Action(Word):
    """What a change did."""

    ADDED = "added", N_("Added")
    CHANGED = "changed", N_("Changed")
    RETIRED = "retired", N_("Retired")


class Origin(Word):
    """The door a revision came through."""

    SEED = "seed", N_("First filling")
    FORM = "form", N_("Form")
    WORKBOOK = "workbook", N_("Workbook")
    COMMAND = "command", N_("Command line")
    API = "api", N_("API")
    REVERT = "revert", N_("Undo")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text the record can be searched by."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one fact; ``replaces`` is the key of the row it corrects."""

    kind: Kind
    key: str
    action: Action
    fields: tuple[FieldChange, ...] = ()
    replaces: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One accepted change set: number, time (UTC), who, from where, why."""

    number: int
    made_at: datetime
    who: str
    origin: Origin
    summary: str
    change_count: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Add:
    """Enter *fact*; its key is empty where the record gives one out."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a fact by *fact*, whose ``version`` is the one the editor saw.

    For history (reports, deadlines, claims) this retires the row and adds the right
    one under a new key, which names the row it corrects.
    """

    fact: Fact


@dataclass(frozen=True, slots=True)
class Retire:
    """Take the fact of this *kind* and *key* out of the record; it stays readable."""

    kind: Kind
    key: str
    version: int


Step: TypeAlias = Add | Edit | Retire


def content_fields(fact: Fact) -> tuple[str, ...]:
    """The names of the fields that people fill in."""
    return tuple(f.name for f in fields(fact) if f.name not in BOOKKEEPING)


def as_text(value: Cell) -> str:
    """A field's value as plain text: codes for words, ``;`` between list items."""
    match value:
        case None | False:
            text = ""
        case True:
            text = "yes"
        case Title():
            text = " | ".join((value.en, value.ru, value.be))
        case tuple():
            text = ";".join(value)
        case Decimal():
            text = plain_number(value)
        case _:
            text = str(value)
    return text


def plain_number(value: Decimal) -> str:
    """A number without exponent or trailing zeros: 80, 90.2, 3000000000."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def differences(before: Fact, after: Fact) -> tuple[FieldChange, ...]:
    """The fields that differ between two facts of a kind, the key left out."""
    found = []
    for name in content_fields(before):
        old, new = as_text(getattr(before, name)), as_text(getattr(after, name))
        if old != new and name not in OWN_KEYS:
            found.append(FieldChange(name, old, new))
    return tuple(found)


def content_of(fact: Fact) -> tuple[str, ...]:
    """What a fact says, its key left out; alike where there are no differences."""
    names = (name for name in content_fields(fact) if name not in OWN_KEYS)
    return tuple(as_text(getattr(fact, name)) for name in names)


def addition(fact: Fact, *, replaces: str = "") -> Change:
    """The change that adds *fact*, with every field it fills."""
    filled = (
        FieldChange(name, "", as_text(getattr(fact, name)))
        for name in content_fields(fact)
    )
    return Change(
        kind_of(fact),
        key_of(fact),
        Action.ADDED,
        tuple(change for change in filled if change.after),
        replaces,
        program_of(fact),
    )


def retirement(fact: Fact) -> Change:
    """The change that retires *fact*."""
    return Change(kind_of(fact), key_of(fact), Action.RETIRED, program=program_of(fact))


def program_of(fact: Fact) -> str:
    """The code of the program that *fact* is about, or empty."""
    if kind_of(fact) is Kind.PROGRAM:
        return key_of(fact)
    return str(getattr(fact, "program", ""))


def fingerprint(changes: Iterable[Change], **context: object) -> str:
    """A digest of a set of changes in its *context*: equal sets give equal digests."""
    parts: Mapping[str, object] = dict(sorted(context.items()))
    text = repr((sorted(map(repr, changes)), parts))
    return sha256(text.encode()).hexdigest()
