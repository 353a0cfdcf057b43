"""Facts in words: what a preview shows of a form, and two versions side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext
from wtforms import Form

from tracker.domain.dates import PartialDate
from tracker.domain.words import Word
from tracker.services.entries import Settled
from tracker.web.filters import day, number

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A field with its label, as it was and as it is now, in words."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entered:
    """What a form brings into the record: labels with words, and its sources."""

    rows: Sequence[tuple[str, str]]
    settled: Settled


def in_words(value: object) -> str:
    """A value as people read it; nothing given is a dash."""
    match value:
        case None | "" | () | []:
            text = NOTHING
        case True:
            text = gettext("yes")
        case Word():
            text = gettext(value.label)
        case PartialDate() | date():
            text = day(value)
        case Decimal():
            text = number(value)
        case tuple() | list():
            text = ", ".join(str(item) for item in value)
        case _:
            text = str(value)
    return text


def entered(form: Form, settled: Settled, names: Sequence[str]) -> Entered:
    """What is entered, in words: the fields of *names* that hold something."""
    return Entered(rows_of(form, settled.fact, names), settled)


def rows_of(form: Form, fact: object, names: Sequence[str]) -> list[tuple[str, str]]:
    """The fields of *names* that hold something: their labels in *form*, and words."""
    values = [(name, in_words(getattr(fact, name))) for name in names]
    return [
        (str(form[name].label.text), words)
        for name, words in values
        if words != NOTHING
    ]


def compared(
    form: Form, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[Row]:
    """The fields that differ between two versions, in words, as *form* orders them."""
    rows = [
        Row(name, str(form[name].label.text), in_words(before[name]), in_words(value))
        for name, value in after.items()
    ]
    place = {field.name: index for index, field in enumerate(form)}
    differing = [row for row in rows if row.before != row.after]
    return sorted(differing, key=lambda row: place[row.name])
