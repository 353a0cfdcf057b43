"""Stays: how long programs stayed in each stage, and how their passage ended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from tracker.domain.history import Turn, course_of
from tracker.domain.report import Weighed
from tracker.domain.views import View
from tracker.domain.vocabulary import Stage
from tracker.domain.words import N_, Word

FEWEST_EXITS = 5


def _moves(reports: Iterable[Weighed], view: View) -> list[Turn]:
    """The turns of one program in *view* at which its stage or its closure changed."""
    moves: list[Turn] = []
    for turn in course_of(reports, view):
        if not moves or _where(moves[-1]) != _where(turn):
            moves.append(turn)
    return moves


def _where(turn: Turn) -> tuple[object, object]:
    return (turn.state.stage, turn.state.closure)


class StayEnd(Word):
    """How a stay in a stage ended."""

    MOVED = "moved", N_("Moved to another stage")
    LEFT = "left", N_("Left the plan from there")
    STILL = "still", N_("Still there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The days one program stayed in one stage, from when that was first reported.

    Only a move to another stage is an exit; a stay that still lasts, or that a closure
    cut short, tells no more than that it lasted so long (it is *censored*).
    """

    program: str
    stage: Stage
    since: date
    until: date
    end: StayEnd

    @property
    def days(self) -> int:
        """How long the stay lasted, or has lasted so far."""
        return (self.until - self.since).days

    @property
    def is_exit(self) -> bool:
        """Whether the program moved on."""
        return self.end is StayEnd.MOVED


def stage_stays(program: str, reports: Iterable[Weighed], view: View) -> list[Stay]:
    """The stays of one program up to the day of *view*, in order.

    There is none in "completed", where nothing more is to come, and none while closed.
    """
    moves = _moves(reports, view)
    return [
        _stay(program, turn, later, view.as_of)
        for turn, later in zip_longest(moves, moves[1:])
        if turn.state.is_open
    ]


def _stay(program: str, start: Turn, later: Turn | None, as_of: date) -> Stay:
    stage = start.state.stage
    assert stage is not None  # every turn has a report, every report a stage
    if later is None:
        end = StayEnd.STILL
    elif later.state.stage is stage:
        end = StayEnd.LEFT
    else:
        end = StayEnd.MOVED
    return Stay(
        program=program,
        stage=stage,
        since=start.day,
        until=later.day if later else as_of,
        end=end,
    )


@dataclass(frozen=True, slots=True)
class TypicalStay:
    """How long programs stayed in one stage; the median is that of Kaplan and Meier.

    ``median_days`` is None while more than half of them are still there.
    """

    stage: Stage
    median_days: int | None
    exit_count: int
    stay_count: int

    @property
    def usable_median(self) -> int | None:
        """The median where at least 5 exits are known, else None."""
        return self.median_days if self.exit_count >= FEWEST_EXITS else None


class PassageEnd(Word):
    """How the passage of an approved program ended."""

    COMPLETED = "completed", N_("Completed")
    LEFT = "left", N_("Left the plan otherwise")
    OPEN = "open", N_("Still open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One program from its approval to its completion, its closure, or today."""

    program: str
    since: date
    until: date
    end: PassageEnd

    @property
    def days(self) -> int:
        """How long the passage took, or has taken so far."""
        return (self.until - self.since).days


def passage_of(program: str, reports: Iterable[Weighed], view: View) -> Passage | None:
    """The passage of one program from approval on, or None if it was never approved.

    What ends it is how the program stands on the day of *view*: one that was called
    completed and then carried over left on the day it was carried over.
    """
    moves = _moves(reports, view)
    approved = _unbroken(moves, [is_approved(turn.state.stage) for turn in moves])
    if approved is None:
        return None
    completed = _unbroken(moves, [turn.state.is_completed for turn in moves])
    left = _unbroken(moves, [turn.state.closure is not None for turn in moves])
    if completed:
        end, until = PassageEnd.COMPLETED, completed.day
    elif left:
        end, until = PassageEnd.LEFT, left.day
    else:
        end, until = PassageEnd.OPEN, view.as_of
    since = min(approved.day, until)
    return Passage(program=program, since=since, until=until, end=end)


def is_approved(stage: Stage | None) -> bool:
    """Whether a stage lies at approval or beyond."""
    return stage is not None and stage.rank >= Stage.APPROVED.rank


def _unbroken(moves: Sequence[Turn], holds: Sequence[bool]) -> Turn | None:
    """The turn since which something holds without a break to the end, or None."""
    found: Turn | None = None
    for turn, is_so in zip(moves, holds, strict=True):
        if not is_so:
            found = None
        elif found is None:
            found = turn
    return found
