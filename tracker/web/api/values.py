"""How domain values read as JSON: codes for words, ISO dates, null for not known."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from tracker.domain.dates import PartialDate
from tracker.domain.program import Plan, Title
from tracker.domain.record import Fact
from tracker.domain.views import View

Json: TypeAlias = dict[str, Any]
DIGITS = 4


def day(value: date | PartialDate | None) -> str | None:
    """A date as the record has it, or null."""
    return str(value) if value else None


def title(value: Title) -> Json:
    """A title in its three languages; null where the record has none."""
    return {"en": value.en, "ru": value.ru or None, "be": value.be or None}


def number(value: Fraction | Decimal | None) -> int | float | None:
    """A figure as a plain number: whole ones stay whole, shares keep four digits."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(float(value), DIGITS)


def plain(value: object) -> object:
    """One field of a fact as JSON; empty text is null."""
    match value:
        case Title():
            return title(value)
        case Decimal():
            return number(value)
        case PartialDate() | date():
            return str(value)
        case tuple():
            return list(value)
        case _:
            return None if value == "" else value


def fact(value: Fact) -> Json:
    """A fact field by field, with its key."""
    return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}


def view_of(view: View, revision: int) -> Json:
    """The view an answer holds for, repeated in it so that it can be cited."""
    return {
        "as_of": view.as_of.isoformat(),
        "known_on": day(view.known_on),
        "reading": view.reading.code,
        "revision": revision,
    }


def plan(value: Plan) -> Json:
    """One plan."""
    return {
        "code": value.code,
        "title": title(value.title),
        "adopted_on": day(value.adopted_on),
        "starts_on": day(value.starts_on),
        "ends_on": day(value.ends_on),
        "item_count": value.item_count,
        "item_noun": value.item_noun or None,
        "summary": value.summary or None,
        "sources": list(value.sources),
    }
