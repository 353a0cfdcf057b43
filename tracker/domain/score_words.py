"""The figure of a score in words: the same on pages and on terminals."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.due_scores import RULE as DUE
from tracker.domain.scores import Score
from tracker.domain.words import N_

# The rules whose figure is a number of programs; "13 of 33" of any other would be taken
# for one, so those lead with the share.
COUNTING = frozenset({"strict.v1", DUE})


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a reader is spoken to: words looked up, numbers and shares written."""

    say: Callable[[str], str]
    number: Callable[[Fraction], str]
    share: Callable[[Fraction | None], str]


def counted(score: Score, tongue: Tongue) -> str:
    """A score as “x of N”."""
    places = {
        "done": tongue.number(score.done),
        "of": tongue.number(Fraction(score.of)),
    }
    return tongue.say(N_("%(done)s of %(of)s")) % places


def bounds(score: Score, tongue: Tongue) -> str:
    """A score as a percentage, and how high it may be where not everything is known."""
    return _with_highest(tongue.share(score.low), score, tongue)


def figure(score: Score, rule: str, tongue: Tongue) -> str:
    """The figure of a *rule* in short: programs where it counts them, else a share."""
    return counted(score, tongue) if rule in COUNTING else tongue.share(score.value)


def beside(score: Score, rule: str, tongue: Tongue) -> str:
    """What stands beside that figure: its other form, and how high it may be."""
    if rule in COUNTING:
        return bounds(score, tongue)
    return _with_highest(counted(score, tongue), score, tongue)


def _with_highest(words: str, score: Score, tongue: Tongue) -> str:
    if score.high is None or score.high == score.low:
        return words
    places = {"figure": words, "high": tongue.share(score.high)}
    return tongue.say(N_("%(figure)s, at most %(high)s")) % places
