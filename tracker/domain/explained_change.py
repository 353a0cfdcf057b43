"""Explained change: why a completion figure differs between two views.

The difference is split into four parts that add up to it exactly, each found by moving
one thing at a time: first what the record holds about the earlier date (corrections,
late entries, and what became known later), then the list of items, then the date, and
last the rule or the reading.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tracker.domain.scores import Rule
from tracker.domain.state import State
from tracker.domain.words import N_, Word

States = Mapping[str, State]


class Cause(Word):
    """Why a figure changed."""

    CORRECTION = "correction", N_("Correction of the record")
    ITEMS = "items", N_("Items that entered or left")
    REAL = "real", N_("Real change")
    RULE = "rule", N_("Another rule or reading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The states from which the parts are found, by program code.

    ``before`` is the earlier view; ``corrected`` the earlier date in the later record
    and by what is known now; ``after`` the later date, read as before; ``reread`` the
    later view itself (the same as ``after`` unless the reading changed). The last three
    hold the items of the later view, ``before`` those of the earlier one.
    """

    before: States
    corrected: States
    after: States
    reread: States


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One program whose state differs, and by which cause; None: not in the list."""

    program: str
    cause: Cause
    before: State | None
    after: State | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedChange:
    """A figure before and after, from 0 to 1, and the parts of the difference."""

    before: Fraction
    after: Fraction
    parts: Mapping[Cause, Fraction]
    moves: tuple[Move, ...]

    @property
    def difference(self) -> Fraction:
        """What the parts add up to."""
        return self.after - self.before


def explain_change(situation: Situation, rule: Rule, new_rule: Rule) -> ExplainedChange:
    """Split the change of a figure by *rule* to one by *new_rule* into its causes.

    A list without items counts as a share of 0.
    """
    old_items = {
        code: situation.corrected.get(code, state)
        for code, state in situation.before.items()
    }
    figures = [
        _share(rule, situation.before),
        _share(rule, old_items),
        _share(rule, situation.corrected),
        _share(rule, situation.after),
        _share(new_rule, situation.reread),
    ]
    steps = (later - earlier for earlier, later in pairwise(figures))
    return ExplainedChange(
        before=figures[0],
        after=figures[-1],
        parts=dict(zip(Cause, steps, strict=True)),
        moves=tuple(_moves(situation, old_items)),
    )


def _share(rule: Rule, states: States) -> Fraction:
    return rule.score(states.values()).value or Fraction()


def _moves(situation: Situation, old_items: States) -> Iterable[Move]:
    pairs = {
        Cause.CORRECTION: (situation.before, old_items),
        Cause.ITEMS: (old_items, situation.corrected),
        Cause.REAL: (situation.corrected, situation.after),
        Cause.RULE: (situation.after, situation.reread),
    }
    for cause, (earlier, later) in pairs.items():
        for code in sorted(earlier.keys() | later.keys()):
            before, after = earlier.get(code), later.get(code)
            if _stands(before) != _stands(after):
                yield Move(program=code, cause=cause, before=before, after=after)


def _stands(state: State | None) -> tuple[object, ...] | None:
    """What a move is a move of: silence alone and one more report are none."""
    return (state.stage, state.condition, state.closure) if state else None
