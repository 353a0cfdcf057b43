"""Figures as a terminal shows them."""

from fractions import Fraction

from tracker.domain.score_words import Tongue, beside, bounds, figure
from tracker.domain.scores import Score

NOTHING = "–"


def percent(value: Fraction | None) -> str:
    """A share from 0 to 1 in percent."""
    return NOTHING if value is None else f"{_short(100 * value)} %"


def score_text(score: Score, rule: str) -> str:
    """A completion figure as the pages say it: "8 of 28, 28.6 %, at most 46.4 %"."""
    return f"{figure(score, rule, TONGUE)}, {beside(score, rule, TONGUE)}"


def share_text(score: Score) -> str:
    """The share alone: "28.6 %, at most 46.4 %"."""
    return bounds(score, TONGUE)


def _short(value: Fraction) -> str:
    return f"{float(value):.1f}".removesuffix(".0")


TONGUE = Tongue(str, _short, percent)


def days(value: Fraction | int | None) -> str:
    """A number of days."""
    return NOTHING if value is None else f"{float(value):,.0f} d"
