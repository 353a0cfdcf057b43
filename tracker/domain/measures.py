"""Measures: the share done by whoever counts measures last (rule ``measures.v1``).

The record follows programs; single measures are known from claims alone, so this
figure is always *said*, never shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.claim_context import (
    PlacedClaim,
    claims_in,
    is_number_in_all,
    speakers_of,
)
from tracker.domain.hedges import Span, claimed_span, stated_span
from tracker.domain.views import View
from tracker.domain.vocabulary import Metric, Unit

RULE = "measures.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresScore:
    """The latest word on measures: a count and its whole, or a share alone.

    ``claim`` says who and when. ``value`` is the share as stated (the middle of a
    range), ``span`` what it covers with its hedge; all are shares from 0 to 1.
    """

    claim: PlacedClaim
    total: PlacedClaim | None
    done: Fraction | None
    of: Fraction | None
    value: Fraction
    span: Span


def measures_v1(claims: Iterable[PlacedClaim], view: View) -> MeasuresScore | None:
    """The latest share of measures done that was claimed of a plan in *view*, if any.

    *claims* are those on one plan. Of a count and a share named on one day the count
    is taken, for it tells more. A count without any known whole gives nothing. A claim
    dated by its year or month alone stands in the middle of it: it counts from the last
    day, but must not displace a word of the autumn that may well be later.
    """
    counting = claims_in(claims, view)
    scores = (_score(placed, counting) for placed in reversed(counting))
    found = [score for score in scores if score is not None]
    return max(found, key=_weight, default=None)


def _weight(score: MeasuresScore) -> tuple[object, ...]:
    said_on = _likely_day(score.claim)
    return (said_on, score.done is not None, *score.claim.order[1:])


def _likely_day(placed: PlacedClaim) -> date:
    """The day a claim was made, or the middle of a partial date nobody narrows down."""
    dated = placed.claim.dated
    if placed.day < dated.last:
        return placed.day
    return dated.first + (dated.last - dated.first) // 2


def _score(
    placed: PlacedClaim, counting: Sequence[PlacedClaim]
) -> MeasuresScore | None:
    claim = placed.claim
    if claim.metric is Metric.MEASURES_COMPLETED and claim.unit is Unit.MEASURES:
        return _from_count(placed, counting)
    is_share = claim.metric is Metric.SHARE_COMPLETED
    if is_share and claim.unit is Unit.PERCENT_OF_MEASURES:
        return _scaled(placed, None, 100)
    return None


def _from_count(
    placed: PlacedClaim, counting: Sequence[PlacedClaim]
) -> MeasuresScore | None:
    """A count over its whole: the speaker's of that day, else the latest by then."""
    wholes = [
        other
        for other in counting
        if is_number_in_all(other.claim) and other.day <= placed.day
    ]
    own = [
        other
        for other in wholes
        if other.day == placed.day
        and speakers_of(other.claim) & speakers_of(placed.claim)
    ]
    total = max(own or wholes, key=lambda other: other.order, default=None)
    stated = stated_span(total.claim) if total else None
    if stated is None:
        return None
    return _scaled(placed, total, int(stated.low))


def _scaled(
    placed: PlacedClaim, total: PlacedClaim | None, whole: int
) -> MeasuresScore | None:
    stated, claimed = stated_span(placed.claim), claimed_span(placed.claim, whole)
    if stated is None or claimed is None:
        return None
    middle = (stated.low + stated.high) / 2
    return MeasuresScore(
        claim=placed,
        total=total,
        done=middle if total else None,
        of=Fraction(whole) if total else None,
        value=middle / whole,
        span=Span(claimed.low / whole, claimed.high / whole),
    )
