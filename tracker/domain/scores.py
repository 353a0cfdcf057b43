"""Completion rules: pure functions with an id, never edited, only succeeded."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.state import State
from tracker.domain.vocabulary import Closure, Stage
from tracker.domain.words import N_

ONE = Fraction(1)
Weights = Mapping[Stage, Fraction]


@dataclass(frozen=True, slots=True)
class Score:
    """A completion figure: ``done`` of ``of`` programs, with its bounds as shares.

    ``value`` counts unknown programs as not begun and silent ones as last reported, so
    it is also the lower bound; the upper counts every unknown or silent open program as
    done. ``value`` is None for a plan without programs.
    """

    done: Fraction
    of: int
    high_done: Fraction

    @property
    def value(self) -> Fraction | None:
        """The share done, from 0 to 1."""
        return self.done / self.of if self.of else None

    @property
    def low(self) -> Fraction | None:
        """The lower bound of the share."""
        return self.value

    @property
    def high(self) -> Fraction | None:
        """The upper bound of the share."""
        return self.high_done / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A completion rule: its id, its name for people, its source, and the function."""

    id: str
    label: str
    source: str
    score: Callable[[Iterable[State]], Score]


def _score(states: Iterable[State], weights: Weights) -> Score:
    """Add up what each state counts for; equal ones at once, for fractions are slow."""
    alike = Counter((s.stage, s.closure, _may_be_done(s)) for s in states)
    reached = possible = Fraction()
    for (stage, closure, may_be_done), count in alike.items():
        credit = _credit(stage, closure, weights) * count
        reached += credit
        possible += count if may_be_done else credit
    return Score(reached, alike.total(), possible)


def _credit(stage: Stage | None, closure: Closure | None, weights: Weights) -> Fraction:
    if stage is None:
        return Fraction()
    if stage is Stage.COMPLETED and closure is Closure.CARRIED_OVER:
        return weights.get(Stage.PARTLY_DONE, Fraction())
    return weights.get(stage, Fraction())


def _may_be_done(state: State) -> bool:
    return state.is_open and (state.stage is None or state.is_silent)


STRICT = {Stage.COMPLETED: ONE}
HALF = {Stage.PARTLY_DONE: Fraction(1, 2), Stage.COMPLETED: ONE}
THIRDS = {
    Stage.IN_PROGRESS: Fraction(1, 3),
    Stage.PARTLY_DONE: Fraction(2, 3),
    Stage.COMPLETED: ONE,
}
AGREEMENT = {
    Stage.NEGOTIATING: Fraction(1, 3),
    Stage.AGREED: Fraction(2, 3),
    Stage.APPROVED: ONE,
    Stage.IN_PROGRESS: ONE,
    Stage.PARTLY_DONE: ONE,
    Stage.COMPLETED: ONE,
}


def strict_v1(states: Iterable[State]) -> Score:
    """Completed programs of all programs of the plan; nothing else counts."""
    return _score(states, STRICT)


def half_v1(states: Iterable[State]) -> Score:
    """Partly done counts a half, completed one, as EPIC reads the Draghi report."""
    return _score(states, HALF)


def thirds_v1(states: Iterable[State]) -> Score:
    """In progress a third, partly done two, completed three thirds; the mean.

    The 0 to 3 scale of the Kroc Institute's reports on peace accords.
    """
    return _score(states, THIRDS)


def agreement_v1(states: Iterable[State]) -> Score:
    """Negotiating a third, agreed two, approved and beyond three thirds; the mean.

    For road maps and drafts, whose purpose is a text agreed and adopted.
    """
    return _score(states, AGREEMENT)


RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("strict.v1", N_("Completed programs"), "", strict_v1),
        Rule(
            "thirds.v1",
            N_("Mean progress in thirds"),
            N_("the Kroc Institute's 0 to 3 scale"),
            thirds_v1,
        ),
        Rule("agreement.v1", N_("Mean progress towards agreement"), "", agreement_v1),
        Rule(
            "half.v1",
            N_("Completed, and half of the partly done"),
            N_("as EPIC reads the Draghi report"),
            half_v1,
        ),
    )
}


def stage_counts(states: Iterable[State]) -> dict[Stage | None, int]:
    """How many programs stand at each stage, every stage named; None is the unknown."""
    counted = Counter(state.stage for state in states)
    ladder: Sequence[Stage | None] = (*Stage, None)
    return {stage: counted.get(stage, 0) for stage in ladder}
