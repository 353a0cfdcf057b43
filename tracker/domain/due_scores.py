"""What was due: how much of it is done, and how late (rule ``due.v1``)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.scores import RULES, Score
from tracker.domain.state import Position

RULE = "due.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueScore:
    """Completed of those due by the day of the view, and the mean delay in days.

    ``score`` has the bounds of every completion figure. The delay is averaged over
    ``delay_count`` programs: a completed one was late by the days from its due date to
    its completion (0 when it was early), an open one is late by the days so far. One
    that left its plan (``left_count``) counts as due and not done, yet has no delay:
    nobody waits for it in this plan any more.
    """

    score: Score
    delay_days: int
    delay_count: int
    left_count: int

    @property
    def mean_delay(self) -> Fraction | None:
        """The mean delay in days, or None where nothing was due."""
        return Fraction(self.delay_days, self.delay_count) if self.delay_count else None


def due_v1(positions: Iterable[Position], as_of: date) -> DueScore:
    """Score the programs whose due date is *as_of* or lies before it."""
    due = [p for p in positions if p.due is not None and p.due.last <= as_of]
    delays = [_delay(position, as_of) for position in due]
    known = [delay for delay in delays if delay is not None]
    return DueScore(
        score=RULES["strict.v1"].score(position.state for position in due),
        delay_days=sum(known),
        delay_count=len(known),
        left_count=len(delays) - len(known),
    )


def _delay(position: Position, as_of: date) -> int | None:
    """Days late, or None for a program that left its plan otherwise than done."""
    state = position.state
    if position.due is None or not (state.is_completed or state.is_open):
        return None
    until = state.completed_on or as_of
    return max((until - position.due.last).days, 0)
