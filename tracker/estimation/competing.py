"""Competing ends: the share completed by a day, where others left the plan instead.

The estimate of Aalen and Johansen (1978). Taking programs that left for ones that might
still be completed, as Kaplan and Meier would, makes completion look too likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt

from tracker.domain.stays import FEWEST_EXITS, Passage, PassageEnd
from tracker.estimation.survival import CLOSE, HALF, Median, Step, lasting, median_of

# The normal deviate of a two-sided interval of 95 percent.
DEVIATE = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Risk:
    """One day on which something ended: how many were at risk and what came of them.

    ``before`` is the share neither completed nor gone just before the day.
    """

    day: int
    at_risk: int
    ended: int
    counted: int
    before: Fraction


def share_ended(passages: Sequence[Passage], end: PassageEnd) -> tuple[Step, ...]:
    """The share of *passages* that came to this *end* by each day on which one did.

    Intervals of 95 percent by the variance of Marubini and Valsecchi on the scale of
    log(-log); without competing ends that variance is Greenwood's. The lower end never
    falls back: what was reached by one day is reached by the next.
    """
    risks = _risks(passages, end)
    shares: list[Fraction] = []
    reached = Fraction()
    steps: list[Step] = []
    for number, risk in enumerate(risks, start=1):
        reached += risk.before * Fraction(risk.counted, risk.at_risk)
        shares.append(reached)
        if risk.counted:
            low, high = _interval(float(reached), _variance(risks[:number], shares))
            low = max([low, *(step.low for step in steps)])
            steps.append(Step(risk.day, float(reached), low, high))
    return tuple(steps)


def _risks(passages: Sequence[Passage], end: PassageEnd) -> list[Risk]:
    risks = []
    lasting_share = Fraction(1)
    ended_days = {c.days for c in passages if c.end is not PassageEnd.OPEN}
    for day in sorted(ended_days):
        at_risk = sum(c.days >= day for c in passages)
        ending = [c.end for c in passages if c.days == day]
        ended = sum(e is not PassageEnd.OPEN for e in ending)
        counted = sum(e is end for e in ending)
        risks.append(Risk(day, at_risk, ended, counted, lasting_share))
        lasting_share *= 1 - Fraction(ended, at_risk)
    return risks


def _variance(risks: Sequence[Risk], shares: Sequence[Fraction]) -> float:
    """The variance of the last of *shares*, summed over the days up to it."""
    total = Fraction()
    for risk, share in zip(risks, shares, strict=True):
        still_to_come = shares[-1] - share
        n, staying = risk.at_risk, risk.at_risk - risk.ended
        if staying:
            total += still_to_come**2 * Fraction(risk.ended, n * staying)
        total += risk.before**2 * Fraction((n - risk.counted) * risk.counted, n**3)
        total -= 2 * still_to_come * risk.before * Fraction(risk.counted, n**2)
    return float(total)


def _interval(share: float, variance: float) -> tuple[float, float]:
    """The interval around *share*; none can be formed where all have ended."""
    if share >= 1 - CLOSE:
        return 0.0, 1.0
    spread = exp(DEVIATE * sqrt(max(variance, 0.0)) / (share * -log(share)))
    return share**spread, share ** (1 / spread)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What past passages tell of the time from approval to completion.

    ``completed`` and ``left`` are shares by day (Aalen-Johansen); ``median`` is the day
    by which half of all are completed. ``km_median`` asks the other question: how long
    completion takes those that are not taken out of the plan (Kaplan-Meier, programs
    that left censored).
    """

    completed: tuple[Step, ...]
    left: tuple[Step, ...]
    median: Median
    km_median: Median


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """How many passages there are to learn from, and the estimate if they suffice."""

    completed_count: int
    left_count: int
    open_count: int
    estimate: Estimate | None

    @property
    def count(self) -> int:
        """All approved programs."""
        return self.completed_count + self.left_count + self.open_count


def learn_from(passages: Sequence[Passage]) -> Experience:
    """Estimate the time to completion; below five completions there is no estimate."""
    ends = [passage.end for passage in passages]
    completed_count = ends.count(PassageEnd.COMPLETED)
    enough = completed_count >= FEWEST_EXITS
    return Experience(
        completed_count=completed_count,
        left_count=ends.count(PassageEnd.LEFT),
        open_count=ends.count(PassageEnd.OPEN),
        estimate=_estimate(passages) if enough else None,
    )


def _estimate(passages: Sequence[Passage]) -> Estimate:
    completed = share_ended(passages, PassageEnd.COMPLETED)
    is_done = [passage.end is PassageEnd.COMPLETED for passage in passages]
    return Estimate(
        completed=completed,
        left=share_ended(passages, PassageEnd.LEFT),
        median=_half_reached(completed),
        km_median=median_of(lasting([passage.days for passage in passages], is_done)),
    )


def _half_reached(steps: Sequence[Step]) -> Median:
    """The day by which half are reached; the upper bound reaches it first."""
    return Median(
        day=next((s.day for s in steps if s.share >= HALF - CLOSE), None),
        low=next((s.day for s in steps if s.high >= HALF - CLOSE), None),
        high=next((s.day for s in steps if s.low >= HALF - CLOSE), None),
    )
