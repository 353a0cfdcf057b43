"""Hedges: how near a claimed figure is meant to be, and the span it covers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.claims import Claim
from tracker.domain.words import N_, Word


class Hedge(Word):
    """What a speaker's qualifier does to a figure."""

    EXACT = "exact", N_("as it stands")
    ABOUT = "about", N_("about")
    ALMOST = "almost", N_("almost")
    MORE_THAN = "more_than", N_("more than")
    LESS_THAN = "less_than", N_("less than")
    AT_LEAST = "at_least", N_("at least")
    AT_MOST = "at_most", N_("at most")


# In points of a hundred, below and above the figure (design, section 4). "Less than" is
# the mirror of "more than"; "at least" and "at most" leave one side open altogether.
WIDENING: Mapping[Hedge, tuple[int, int]] = {
    Hedge.EXACT: (0, 0),
    Hedge.ABOUT: (5, 5),
    Hedge.ALMOST: (5, 0),
    Hedge.MORE_THAN: (0, 10),
    Hedge.LESS_THAN: (10, 0),
    Hedge.AT_LEAST: (0, 100),
    Hedge.AT_MOST: (100, 0),
}

# A qualifier is known by how it begins. "Close to" and "practically" are said from
# below, like "almost"; "some 40" is about 40; "over" is "more than". All other words
# hedge nothing: "of 31" names the whole, "fully", "all" and "ready for signing" the
# state, "only" the speaker's opinion, "headline" and "reported" the place, "one sixth"
# and "three quarters" the figure itself.
BEGINNINGS: Mapping[Hedge, str] = {
    Hedge.ABOUT: "about|around|approximately|roughly|circa|some|an estimated",
    Hedge.ALMOST: "almost|nearly|close to|practically|just under|not quite",
    Hedge.MORE_THAN: "more than|over|above|upwards of",
    Hedge.LESS_THAN: "less than|fewer than|under|below|up to",
    Hedge.AT_LEAST: "at least|no less than|no fewer than",
    Hedge.AT_MOST: "at most|no more than",
}
PATTERNS = {
    hedge: re.compile(rf"(?:{words})\b", re.IGNORECASE)
    for hedge, words in BEGINNINGS.items()
}


def hedge_of(claim: Claim) -> Hedge:
    """The hedge of a claim, from its qualifier or else from a missing figure.

    "More than 50" has no higher figure, "less than 50" no lower one.
    """
    hedge = hedge_said(claim.qualifier)
    if hedge is not None:
        return hedge
    if claim.high is None and claim.low is not None:
        return Hedge.MORE_THAN
    if claim.low is None and claim.high is not None:
        return Hedge.LESS_THAN
    return Hedge.EXACT


def hedge_said(qualifier: str) -> Hedge | None:
    """The hedge that a *qualifier* begins with, if it is one."""
    text = qualifier.strip()
    found = (hedge for hedge, words in PATTERNS.items() if words.match(text))
    return next(found, None)


@dataclass(frozen=True, slots=True)
class Span:
    """From a lower to a higher figure, both included."""

    low: Fraction
    high: Fraction

    def meets(self, other: "Span") -> bool:
        """Whether the two have a figure in common."""
        return self.low <= other.high and other.low <= self.high


def stated_span(claim: Claim) -> Span | None:
    """The figures of a claim as stated, or None where it gives none."""
    given = [Fraction(f) for f in (claim.low, claim.high) if f is not None]
    return Span(min(given), max(given)) if given else None


def claimed_span(claim: Claim, whole: int) -> Span | None:
    """What a claim covers once its hedge is allowed for, or None without a figure.

    *whole* is what a hundred points are: 100 for a percentage, else the number of all
    items. "Almost" is measured from the higher figure and "more than" from the lower
    one; nothing falls below zero, and no widening passes the whole.
    """
    stated = stated_span(claim)
    if stated is None:
        return None
    hedge = hedge_of(claim)
    below, above = (Fraction(points * whole, 100) for points in WIDENING[hedge])
    low, high = stated.low - below, stated.high + above
    if below and not above:
        low = min(stated.low, stated.high - below)
    if above and not below:
        high = max(stated.high, stated.low + above)
    return Span(max(low, Fraction()), max(stated.high, min(high, Fraction(whole))))
