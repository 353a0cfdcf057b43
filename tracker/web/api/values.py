"""Facts as JSON, field by field: codes for words, null for what is not known."""

from datetime import date
from decimal import Decimal

from tracker.domain.dates import PartialDate
from tracker.domain.program import Plan, Title
from tracker.domain.record import Fact
from tracker.services.plain_values import Values, day, number, title


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


def fact(value: Fact) -> Values:
    """A fact field by field, with its key."""
    return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}


def plan(value: Plan) -> Values:
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
