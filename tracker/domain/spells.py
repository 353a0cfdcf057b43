"""Spells: how long programs stayed in each stage, and how their course ended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from tracker.domain.report import Weighed
from tracker.domain.views import View
from tracker.domain.vocabulary import Closure, Stage
from tracker.domain.words import N_, Word

FEWEST_EXITS = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a program stood at the end of a day on which stage or closure changed."""

    day: date
    stage: Stage
    closure: Closure | None

    @property
    def is_completed(self) -> bool:
        """Done, and not carried over (as in ``State.is_completed``)."""
        is_last = self.stage is Stage.COMPLETED
        return is_last and self.closure is not Closure.CARRIED_OVER

    @property
    def is_open(self) -> bool:
        """Neither completed nor closed."""
        return not self.is_completed and self.closure is None


def turns_of(reports: Iterable[Weighed], view: View) -> list[Turn]:
    """The turns in the story of one program up to the day of *view*.

    Each equals ``state_of`` on its day: several reports of a day make one turn at most.
    """
    counting = sorted((r for r in reports if view.counts(r)), key=lambda r: r.order)
    found: list[Turn] = []
    turn: Turn | None = None
    for day, rows in groupby(counting, key=lambda r: r.day):
        for row in rows:
            turn = _after(turn, row, day)
        if turn and (not found or _differ(found[-1], turn)):
            found.append(turn)
    return found


def _after(turn: Turn | None, row: Weighed, day: date) -> Turn:
    report = row.report
    if turn is None or report.reverses:
        return Turn(day, report.stage, report.closure)
    stage = max(turn.stage, report.stage, key=lambda s: s.rank)
    return Turn(day, stage, report.closure or turn.closure)


def _differ(one: Turn, other: Turn) -> bool:
    return (one.stage, one.closure) != (other.stage, other.closure)


class SpellEnd(Word):
    """How a spell in a stage ended."""

    MOVED = "moved", N_("Moved to another stage")
    LEFT = "left", N_("Left the plan from there")
    STILL = "still", N_("Still there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The days one program stayed in one stage, from when that was first reported.

    Only a move to another stage is an exit; a spell that still lasts, or that a closure
    cut short, tells no more than that it lasted so long (it is *censored*).
    """

    program: str
    stage: Stage
    since: date
    until: date
    end: SpellEnd

    @property
    def days(self) -> int:
        """How long the spell lasted, or has lasted so far."""
        return (self.until - self.since).days

    @property
    def is_exit(self) -> bool:
        """Whether the program moved on."""
        return self.end is SpellEnd.MOVED


def stage_spells(program: str, reports: Iterable[Weighed], view: View) -> list[Spell]:
    """The spells of one program up to the day of *view*, in order.

    There is none in "completed", where nothing more is to come, and none while closed.
    """
    stops: list[Turn | None] = [*turns_of(reports, view), None]
    return [
        _spell(program, turn, following, view.as_of)
        for turn, following in pairwise(stops)
        if turn is not None and turn.is_open
    ]


def _spell(program: str, start: Turn, following: Turn | None, as_of: date) -> Spell:
    if following is None:
        end = SpellEnd.STILL
    elif following.stage is start.stage:
        end = SpellEnd.LEFT
    else:
        end = SpellEnd.MOVED
    return Spell(
        program=program,
        stage=start.stage,
        since=start.day,
        until=following.day if following else as_of,
        end=end,
    )


@dataclass(frozen=True, slots=True)
class Stay:
    """How long programs stayed in one stage; the median is that of Kaplan and Meier.

    ``median_days`` is None while more than half of them are still there.
    """

    stage: Stage
    median_days: int | None
    exit_count: int
    spell_count: int

    @property
    def usable_median(self) -> int | None:
        """The median where at least 5 exits are known, else None."""
        return self.median_days if self.exit_count >= FEWEST_EXITS else None


class CourseEnd(Word):
    """How the course of an approved program ended."""

    COMPLETED = "completed", N_("Completed")
    LEFT = "left", N_("Left the plan otherwise")
    OPEN = "open", N_("Still open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One program from its approval to its completion, its closure, or today."""

    program: str
    since: date
    until: date
    end: CourseEnd

    @property
    def days(self) -> int:
        """How long the course took, or has taken so far."""
        return (self.until - self.since).days


def course_of(program: str, reports: Iterable[Weighed], view: View) -> Course | None:
    """The course of one program from approval on, or None if it was never approved.

    What ends it is how the program stands on the day of *view*: one that was called
    completed and then carried over left on the day it was carried over.
    """
    turns = turns_of(reports, view)
    approved = _unbroken(turns, [t.stage.rank >= Stage.APPROVED.rank for t in turns])
    if approved is None:
        return None
    completed = _unbroken(turns, [t.is_completed for t in turns])
    left = _unbroken(turns, [t.closure is not None for t in turns])
    if completed:
        end, until = CourseEnd.COMPLETED, completed.day
    elif left:
        end, until = CourseEnd.LEFT, left.day
    else:
        end, until = CourseEnd.OPEN, view.as_of
    since = min(approved.day, until)
    return Course(program=program, since=since, until=until, end=end)


def _unbroken(turns: Sequence[Turn], holds: Sequence[bool]) -> Turn | None:
    """The turn since which something holds without a break to the end, or None."""
    found: Turn | None = None
    for turn, is_so in zip(turns, holds, strict=True):
        if not is_so:
            found = None
        elif found is None:
            found = turn
    return found
