"""Claims: what somebody said about a whole plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import Metric, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One aggregate claim. "More than 50" has ``low`` 50 and no ``high``.

    ``qualifier`` is the speaker's own hedge ("almost", "over") in English.
    """

    key: str = ""
    dated: PartialDate
    claimant: str
    role: str = ""
    plan: str
    metric: Metric
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    qualifier: str = ""
    known_on: date | None = None
    note: str = ""
    sources: tuple[str, ...] = ()
    corrects: str = ""
    added_in: int = 0
    retired_in: int | None = None
    version: int = 1
