"""Events: meetings, visits, contracts and the weekly trend lines around the plans."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import EventKind, Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event; ``amount`` is a plain number in ``currency`` (ISO 4217)."""

    key: str = ""
    dated: PartialDate
    kind: EventKind
    region: str = ""
    title: str
    amount: Decimal | None = None
    currency: str = ""
    trend: Trend | None = None
    programs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    version: int = 1
