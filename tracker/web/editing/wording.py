"""Facts in words: what a preview shows of a form, and two versions side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext

from tracker.domain.claims import Claim
from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import SourceGrade
from tracker.domain.words import Word
from tracker.services.entries import Settled
from tracker.web.claim_words import figure_words
from tracker.web.editing.offers import words_of_codes
from tracker.web.filters import day, number
from tracker.web.forms.fact import FactForm

NOTHING = "–"
# What a claim says in one figure, on its form as on its page.
FIGURE = ("low", "high", "unit", "qualifier")


@dataclass(frozen=True, slots=True)
class Row:
    """A field with its label, as it was and as it is now, in words."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a form brings: its fact in words, what differs from the one it changes.

    ``replaces`` is the key of the row of history that gives way; ``effect`` is what
    else is moved, or None.
    """

    rows: Sequence[tuple[str, str]]
    changes: Sequence[Row]
    settled: Settled
    effect: object
    replaces: str = ""


def in_words(value: object) -> str:
    """A value as people read it; nothing given is a dash."""
    match value:
        case None | "" | () | []:
            text = NOTHING
        case True:
            text = gettext("yes")
        case SourceGrade():  # people know the letters
            text = gettext(
                "%(code)s: %(words)s", code=value.value, words=gettext(value.label)
            )
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


def said_of(name: str, value: Any) -> str:
    """The value of the field of this *name*; codes with the words people know."""
    codes = (value,) if isinstance(value, str) else value
    if not value or name not in {"plan", "sector", "programs", "sources"}:
        return in_words(value)
    known = words_of_codes(name, codes)
    named = (f"{known[code]} ({code})" if code in known else code for code in codes)
    return "; ".join(named)


def rows_of(form: FactForm, fact: object) -> list[tuple[str, str]]:
    """The fields that hold something: their labels in *form*, and *fact* in words."""
    said = figure_words(fact) if isinstance(fact, Claim) else ""
    rows = []
    for name, value in form.values_of(fact).items():
        words = said_of(name, value)
        if isinstance(fact, Claim) and name in FIGURE:
            if name == FIGURE[0]:
                rows.append((gettext("Claimed"), said or gettext("no figure")))
        elif words != NOTHING and name != "reverses":  # that has a sentence of its own
            rows.append((str(form[name].label.text), words))
    return rows


def compared(
    form: FactForm, before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[Row]:
    """The fields that differ between two versions, in words, as *form* orders them."""
    rows = [
        Row(
            name,
            str(form[name].label.text),
            said_of(name, before[name]),
            said_of(name, value),
        )
        for name, value in after.items()
    ]
    place = {field.name: index for index, field in enumerate(form)}
    differing = [row for row in rows if row.before != row.after]
    return sorted(differing, key=lambda row: place[row.name])
