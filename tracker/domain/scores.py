"""Completion rules: pure functions with an id, never edited, only succeeded."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.state import State
from tracker.domain.vocabulary import Closure, Stage
from tracker.domain.words import N_

# A weight is so many sixths of a program: sums of whole numbers are fast.
WHOLE = 6
Weights = Mapping[Stage, int]
Standings = Mapping[tuple[Stage | None, Closure | None, bool], int]


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
    weigh: Callable[[Standings], Score]

    def score(self, states: Iterable[State]) -> Score:
        """What the rule gives for *states*."""
        return self.weigh(standings_of(states))


def standings_of(states: Iterable[State]) -> Standings:
    """How many of *states* stand alike, in all that a rule looks at."""
    return Counter((s.stage, s.closure, _may_be_done(s)) for s in states)


def _may_be_done(state: State) -> bool:
    return state.is_open and (state.stage is None or state.is_silent)


def _score(standings: Standings, weights: Weights) -> Score:
    """Add up what each program counts for."""
    of = reached = possible = 0
    for (stage, closure, may_be_done), count in standings.items():
        credit = _credit(stage, closure, weights) * count
        of += count
        reached += credit
        possible += WHOLE * count if may_be_done else credit
    return Score(Fraction(reached, WHOLE), of, Fraction(possible, WHOLE))


def _credit(stage: Stage | None, closure: Closure | None, weights: Weights) -> int:
    if stage is None:
        return 0
    if stage is Stage.COMPLETED and closure is Closure.CARRIED_OVER:
        return weights.get(Stage.PARTLY_DONE, 0)
    return weights.get(stage, 0)


STRICT = {Stage.COMPLETED: WHOLE}
HALF = {Stage.PARTLY_DONE: WHOLE // 2, Stage.COMPLETED: WHOLE}
THIRDS = {
    Stage.IN_PROGRESS: WHOLE // 3,
    Stage.PARTLY_DONE: WHOLE * 2 // 3,
    Stage.COMPLETED: WHOLE,
}
AGREEMENT = {
    Stage.NEGOTIATING: WHOLE // 3,
    Stage.AGREED: WHOLE * 2 // 3,
    Stage.APPROVED: WHOLE,
    Stage.IN_PROGRESS: WHOLE,
    Stage.PARTLY_DONE: WHOLE,
    Stage.COMPLETED: WHOLE,
}


def strict_v1(standings: Standings) -> Score:
    """Completed programs of all programs of the plan; nothing else counts."""
    return _score(standings, STRICT)


def half_v1(standings: Standings) -> Score:
    """Partly done counts a half, completed one, as EPIC reads the Draghi report."""
    return _score(standings, HALF)


def thirds_v1(standings: Standings) -> Score:
    """In progress a third, partly done two, completed three thirds; the mean.

    The 0 to 3 scale of the Kroc Institute's reports on peace accords.
    """
    return _score(standings, THIRDS)


def agreement_v1(standings: Standings) -> Score:
    """Negotiating a third, agreed two, approved and beyond three thirds; the mean.

    For road maps and drafts, whose purpose is a text agreed and adopted.
    """
    return _score(standings, AGREEMENT)


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


def scores_by_rule(states: Iterable[State]) -> dict[str, Score]:
    """What every rule gives for *states*, which are looked at once."""
    standings = standings_of(states)
    return {rule.id: rule.weigh(standings) for rule in RULES.values()}


def stage_counts(states: Iterable[State]) -> dict[Stage | None, int]:
    """How many programs stand at each stage, every stage named; None is the unknown."""
    counted = Counter(state.stage for state in states)
    ladder: Sequence[Stage | None] = (*Stage, None)
    return {stage: counted.get(stage, 0) for stage in ladder}
