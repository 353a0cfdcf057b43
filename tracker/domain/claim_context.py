"""What stands around a claim: others on the matter, its speaker, its arithmetic."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from tracker.domain.claims import Claim
from tracker.domain.hedges import Hedge, Span, hedge_of, stated_span
from tracker.domain.report import day_of, known_on_of
from tracker.domain.source import Source
from tracker.domain.views import View
from tracker.domain.vocabulary import Metric, Unit

NEARBY_DAYS = 30
# A share may be rounded either way, or cut off: less than one point is no difference.
ROUNDING = 1


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim with the day it counts from and the day it was public."""

    claim: Claim
    day: date
    known_on: date

    @property
    def order(self) -> tuple[date, int, str]:
        """Sorts claims by day, then key."""
        return (self.day, len(self.claim.key), self.claim.key)

    @property
    def matter(self) -> tuple[str, Metric, Unit | None]:
        """What the claim counts of which plan; only like stands beside like."""
        return (self.claim.plan, self.claim.metric, self.claim.unit)


def place_claim(claim: Claim, sources: Mapping[str, Source]) -> PlacedClaim:
    """Place a claim in time by those of *sources* that it cites."""
    cited = [sources[key] for key in claim.sources if key in sources]
    known_on = known_on_of(claim.dated, claim.known_on, cited)
    return PlacedClaim(claim, day_of(claim.dated, known_on), known_on)


def claims_in(claims: Iterable[PlacedClaim], view: View) -> list[PlacedClaim]:
    """The claims made and known in *view*, in order."""
    counting = (
        placed
        for placed in claims
        if view.dates_in(placed.day, placed.known_on) and view.holds(placed.claim)
    )
    return sorted(counting, key=lambda placed: placed.order)


def speakers_of(claim: Claim) -> frozenset[str]:
    """Who speaks: "A. Tester (as relayed by B) and C. Tester" are two people."""
    return _speakers_in(claim.claimant)


@lru_cache(maxsize=4096)
def _speakers_in(claimant: str) -> frozenset[str]:
    """Read once: whoever looks for the claims of a speaker asks of each, again."""
    names = re.sub(r"\([^)]*\)?", " ", claimant)
    parts = re.split(r"\s+and\s+|[;,]", names)
    return frozenset(
        " ".join(part.split()).casefold() for part in parts if part.strip()
    )


def nearby_claims(
    placed: PlacedClaim, others: Iterable[PlacedClaim]
) -> tuple[PlacedClaim, ...]:
    """Other claims on the same plan, metric and unit within 30 days, in order.

    Words without a unit have none in common with others.
    """
    if placed.claim.unit is None:
        return ()
    matter = placed.matter
    found = [
        other
        for other in others
        if other.claim.key != placed.claim.key
        and other.matter == matter
        and abs((other.day - placed.day).days) <= NEARBY_DAYS
    ]
    return tuple(sorted(found, key=lambda other: other.order))


def earlier_claims(
    placed: PlacedClaim, others: Iterable[PlacedClaim]
) -> tuple[PlacedClaim, ...]:
    """What the speaker said before on the same metric of the plan, in order.

    In any unit: who moves from programs to measures should be seen to.
    """
    claim, order, speakers = placed.claim, placed.order, speakers_of(placed.claim)
    found = [
        other
        for other in others
        if other.claim.plan == claim.plan
        and other.claim.metric is claim.metric
        and other.claim.key != claim.key
        and other.order < order
        and speakers & speakers_of(other.claim)
    ]
    return tuple(sorted(found, key=lambda other: other.order))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic:
    """The share that the speaker's own counts give: 115 of 310 is 37.1 percent.

    ``stated`` is the share the same speaker named on the same day, if any;
    ``of_claim`` the claim that gives the whole, None where the record's own list does.
    """

    done: Fraction
    of: Fraction
    unit: Unit
    done_claim: Claim
    of_claim: Claim | None
    stated: Span | None

    @property
    def share(self) -> Fraction:
        """The share in percent."""
        return 100 * self.done / self.of

    @property
    def agrees(self) -> bool | None:
        """Whether the stated share is that of the counts; None where none was."""
        if self.stated is None:
            return None
        low, high = self.stated.low - ROUNDING, self.stated.high + ROUNDING
        return low < self.share < high


# Which count belongs to which whole; None is the number of items in the record.
COUNTS: Mapping[Metric, tuple[Unit, Metric | None]] = {
    Metric.MEASURES_COMPLETED: (Unit.MEASURES, Metric.MEASURES_TOTAL),
    Metric.COUNT_LATE: (Unit.MEASURES, Metric.MEASURES_TOTAL),
    Metric.COUNT_COMPLETED: (Unit.PROGRAMS, None),
}
# Which shares a count can be the working of: never programs of a share of measures.
SHARES_OF: Mapping[Metric, frozenset[Unit]] = {
    Metric.MEASURES_COMPLETED: frozenset(
        {Unit.PERCENT_OF_MEASURES, Unit.PERCENT_UNSPECIFIED}
    ),
    Metric.COUNT_COMPLETED: frozenset(
        {Unit.PERCENT_OF_PROGRAMS, Unit.PERCENT_UNSPECIFIED}
    ),
    Metric.COUNT_LATE: frozenset(),
}


def arithmetic_of(
    placed: PlacedClaim, others: Sequence[PlacedClaim], item_count: int | None
) -> tuple[Arithmetic, ...]:
    """The sums behind a claim, from counts its speaker gave on the same day.

    Where the speaker named no number of measures in all, the latest named by then
    serves. *item_count* is the number of items of the plan, if its list is complete.
    """
    breath = [other for other in (placed, *others) if _is_same_breath(placed, other)]
    by_key = {other.claim.key: other for other in breath}
    sums = []
    for other in sorted(by_key.values(), key=lambda row: row.order):
        if _belongs(placed.claim, other.claim):
            found = _sum(other, list(by_key.values()), others, item_count)
            sums += [found] if found else []
    return tuple(sums)


def _is_same_breath(placed: PlacedClaim, other: PlacedClaim) -> bool:
    same_day = other.claim.dated.text == placed.claim.dated.text
    same_plan = other.claim.plan == placed.claim.plan
    return (
        same_day
        and same_plan
        and bool(speakers_of(other.claim) & speakers_of(placed.claim))
    )


def _belongs(claim: Claim, count: Claim) -> bool:
    """Whether a count is the claim's own, or the working of its share."""
    if count.metric not in COUNTS or count.low is None:
        return False
    return count.key == claim.key or _is_share_of(claim, count)


def _is_share_of(claim: Claim, count: Claim) -> bool:
    is_share = claim.metric is Metric.SHARE_COMPLETED
    return is_share and claim.unit in SHARES_OF[count.metric]


def _sum(
    count: PlacedClaim,
    breath: Sequence[PlacedClaim],
    others: Sequence[PlacedClaim],
    item_count: int | None,
) -> Arithmetic | None:
    unit, whole_metric = COUNTS[count.claim.metric]
    of_claim = _whole(count, whole_metric, breath) or _whole(
        count, whole_metric, others
    )
    if whole_metric is None:
        of = Fraction(item_count) if item_count else None
    else:
        of = Fraction(of_claim.low) if of_claim and of_claim.low else None
    if of is None or count.claim.unit is not unit or count.claim.low is None:
        return None
    return Arithmetic(
        done=Fraction(count.claim.low),
        of=of,
        unit=unit,
        done_claim=count.claim,
        of_claim=of_claim,
        stated=_stated_share(count, breath),
    )


def _whole(
    count: PlacedClaim, metric: Metric | None, claims: Iterable[PlacedClaim]
) -> Claim | None:
    """The latest claim of the whole by the day of *count*."""
    found = [
        other
        for other in claims
        if other.claim.metric is metric
        and is_number_in_all(other.claim)
        and other.claim.plan == count.claim.plan
        and other.day <= count.day
    ]
    return max(found, key=lambda other: other.order).claim if found else None


def is_number_in_all(claim: Claim) -> bool:
    """Whether a claim tells how many measures there are, so that a share can be had."""
    is_total = claim.metric is Metric.MEASURES_TOTAL and claim.unit is Unit.MEASURES
    return is_total and claim.low is not None and claim.low >= 1


def _stated_share(count: PlacedClaim, breath: Iterable[PlacedClaim]) -> Span | None:
    """The share named beside a count of what is done; hedges do not bend a sum."""
    shares = [o.claim for o in breath if _is_share_of(o.claim, count.claim)]
    stated = stated_span(shares[0]) if shares else None
    if stated is None:
        return None
    hedge = hedge_of(shares[0])
    if hedge is Hedge.ALMOST:
        return Span(stated.high, stated.high)
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Span(stated.low, Fraction(100))
    return stated
