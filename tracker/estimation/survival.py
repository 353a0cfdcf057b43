"""Survival: how long things last when some of them still last (Kaplan and Meier).

Durations are whole days. scipy is loaded on first use.
"""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isnan

from tracker.domain.stays import Stay, TypicalStay
from tracker.domain.vocabulary import Stage

CONFIDENCE = 0.95
HALF = 0.5
# Shares are products of fractions kept as floating-point numbers.
CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class Step:
    """From this day on: the share, and the interval it lies in."""

    day: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Median:
    """The day by which half are over, and its interval; None is "not so far"."""

    day: int | None
    low: int | None
    high: int | None


def lasting(days: Sequence[int], has_ended: Sequence[bool]) -> tuple[Step, ...]:
    """The share that lasts longer than each day on which something ended.

    The product-limit estimate of Kaplan and Meier (1958) with log-log intervals of 95
    percent; what has not ended yet is censored. Nothing ended: no step.
    """
    ended = [day for day, is_over in zip(days, has_ended, strict=True) if is_over]
    if not ended:
        return ()
    from scipy import stats

    going_on = [d for d, is_over in zip(days, has_ended, strict=True) if not is_over]
    sample = stats.CensoredData(uncensored=ended, right=going_on)
    estimate = stats.ecdf(sample).sf
    with warnings.catch_warnings():
        # Where nobody is left the interval cannot be formed; scipy warns, we know.
        warnings.simplefilter("ignore", RuntimeWarning)
        interval = estimate.confidence_interval(CONFIDENCE, method="log-log")
    highs = accumulate(map(float, interval.high.probabilities), _or_as_before)
    rows = zip(
        map(int, estimate.quantiles),
        map(float, estimate.probabilities),
        map(float, interval.low.probabilities),
        highs,
        strict=True,
    )
    over = set(ended)
    return tuple(
        Step(day, share, 0.0 if isnan(low) else low, 1.0 if isnan(high) else high)
        for day, share, low, high in rows
        if day in over
    )


def _or_as_before(before: float, now: float) -> float:
    return before if isnan(now) else now


def median_of(steps: Iterable[Step]) -> Median:
    """The first day on which at most half last, and the interval of Brookmeyer-Crowley.

    The interval holds the days on which the interval of the share holds one half.
    """
    rows = list(steps)
    return Median(
        day=next((s.day for s in rows if s.share <= HALF + CLOSE), None),
        low=next((s.day for s in rows if s.low <= HALF + CLOSE), None),
        high=next((s.day for s in rows if s.high <= HALF + CLOSE), None),
    )


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long programs stay in one stage: the curve, its median, and the counts."""

    stay: TypicalStay
    median: Median
    steps: tuple[Step, ...]


def stage_times(stays: Iterable[Stay]) -> dict[Stage, StageTime]:
    """How long programs stay in each stage that *stays* tell of, in stage order.

    Stays that still last, or that ended when the program left its plan, are censored.
    """
    found = list(stays)
    return {
        stage: _stage_time(stage, [s for s in found if s.stage is stage])
        for stage in Stage
        if any(s.stage is stage for s in found)
    }


def _stage_time(stage: Stage, stays: Sequence[Stay]) -> StageTime:
    steps = lasting([s.days for s in stays], [s.is_exit for s in stays])
    median = median_of(steps)
    exit_count = sum(stay.is_exit for stay in stays)
    return StageTime(
        TypicalStay(stage, median.day, exit_count, len(stays)), median, steps
    )
