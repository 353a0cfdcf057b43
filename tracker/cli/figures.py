"""Figures as a terminal shows them."""

from fractions import Fraction

from tracker.domain.scores import Score

NOTHING = "–"


def percent(value: Fraction | None, digits: int = 1) -> str:
    """A share from 0 to 1 in percent."""
    return NOTHING if value is None else f"{float(100 * value):.{digits}f} %"


def share_of(score: Score) -> str:
    """A completion figure: "8 of 28, 28.6 %", and its upper bound if it has another."""
    done = f"{float(score.done):.1f}".removesuffix(".0")
    bound = "" if score.high == score.value else f" (up to {percent(score.high)})"
    return f"{done} of {score.of}, {percent(score.value)}{bound}"


def days(value: Fraction | int | None) -> str:
    """A number of days."""
    return NOTHING if value is None else f"{float(value):,.0f} d"
