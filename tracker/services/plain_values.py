"""Plain values: how figures and views read in JSON, from the API and ``--json`` alike.

Codes for words, ISO dates, shares from 0 to 1 with four digits, null for not known.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from tracker.domain.dates import PartialDate
from tracker.domain.hedges import Span
from tracker.domain.program import Title
from tracker.domain.views import View

Values: TypeAlias = dict[str, Any]
DIGITS = 4


def number(value: Fraction | Decimal | float | None) -> int | float | None:
    """A figure as a plain number; whole ones stay whole."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(float(value), DIGITS)


def day(value: date | PartialDate | None) -> str | None:
    """A date as written, or null."""
    return str(value) if value else None


def title(value: Title) -> Values:
    """A title in its three languages; null where the record has none."""
    return {"en": value.en, "ru": value.ru or None, "be": value.be or None}


def view_values(view: View, revision: int) -> Values:
    """The view an answer holds for, so that it can be cited."""
    return {
        "as_of": view.as_of.isoformat(),
        "known_on": day(view.known_on),
        "reading": view.reading.code,
        "revision": revision,
    }


def span(value: Span | None) -> Values | None:
    """A span, or null."""
    if value is None:
        return None
    return {"low": number(value.low), "high": number(value.high)}
