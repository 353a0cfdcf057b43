"""The history of one program as its course from state to state, for any day at once.

``state_of`` answers for one day; a picture or a series asks about hundreds. Here the
reports are read once, in order, and give the same answers.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.domain.report import Weighed
from tracker.domain.state import SILENCE_DAYS, UNKNOWN, State
from tracker.domain.views import View
from tracker.domain.vocabulary import Closure, Condition, Stage

ONE_DAY = timedelta(days=1)
UNTIL_SILENT = timedelta(days=SILENCE_DAYS + 1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which something was reported, and the state at its end."""

    day: date
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days from ``starts`` up to but not including ``ends`` with nothing changed.

    ``is_silent`` is marked only while the program is open: nobody expects news of one
    that is done.
    """

    starts: date
    ends: date
    stage: Stage
    condition: Condition
    closure: Closure | None
    is_completed: bool
    is_silent: bool

    @property
    def is_held_up(self) -> bool:
        """Open, and reported as stalled or blocked."""
        is_open = not self.is_completed and self.closure is None
        return is_open and self.condition is not Condition.NORMAL


def course_of(reports: Iterable[Weighed], view: View) -> tuple[Turn, ...]:
    """The turns of the program that *reports* (in any order) are about, in *view*."""
    turns: list[Turn] = []
    state = UNKNOWN
    for weighed in sorted(
        (r for r in reports if view.counts(r)), key=lambda r: r.order
    ):
        state = _after(state, weighed)
        if turns and turns[-1].day == weighed.day:
            turns.pop()
        turns.append(Turn(weighed.day, state))
    return tuple(turns)


def _after(state: State, weighed: Weighed) -> State:
    """The state once *weighed* is reported: the ratchet of ``state_of``, one step."""
    report = weighed.report
    reached = UNKNOWN if report.reverses else state
    stage, since, grade = reached.stage, reached.stage_since, reached.grade
    if stage is None or grade is None or report.stage.rank > stage.rank:
        stage, since, grade = report.stage, weighed.day, weighed.grade
    elif report.stage is stage and weighed.grade.value > grade.value:
        grade = weighed.grade
    return State(
        stage=stage,
        stage_since=since,
        grade=grade,
        condition=report.condition,
        closure=report.closure or reached.closure,
        last_report=report.key,
        last_report_on=weighed.day,
        silent_days=0,
        report_count=state.report_count + 1,
    )


def state_on(course: Sequence[Turn], day: date) -> State:
    """The state on *day*: what ``state_of`` says of it."""
    index = bisect_right(course, day, key=lambda turn: turn.day)
    if not index:
        return UNKNOWN
    turn = course[index - 1]
    return replace(turn.state, silent_days=(day - turn.day).days)


def spells_of(course: Sequence[Turn], until: date) -> tuple[Spell, ...]:
    """The spells of a *course* up to *until* and that day itself."""
    spells: list[Spell] = []
    ends = [turn.day for turn in course[1:]] + [until + ONE_DAY]
    for turn, end in zip(course, ends, strict=False):
        for spell in _spells_after(turn, end):
            if spells and _is_same(spells[-1], spell):
                spell = replace(spell, starts=spells.pop().starts)
            spells.append(spell)
    return tuple(spells)


def _spells_after(turn: Turn, ends: date) -> list[Spell]:
    """One spell, or two where silence sets in before anything else is said."""
    state = turn.state
    falls_silent = turn.day + UNTIL_SILENT
    if state.is_open and falls_silent < ends:
        return [
            _spell(state, (turn.day, falls_silent), is_silent=False),
            _spell(state, (falls_silent, ends), is_silent=True),
        ]
    return [_spell(state, (turn.day, ends), is_silent=False)]


def _spell(state: State, days: tuple[date, date], *, is_silent: bool) -> Spell:
    assert state.stage is not None  # every turn has a report, every report a stage
    return Spell(
        starts=days[0],
        ends=days[1],
        stage=state.stage,
        condition=state.condition or Condition.NORMAL,
        closure=state.closure,
        is_completed=state.is_completed,
        is_silent=is_silent,
    )


def _is_same(before: Spell, after: Spell) -> bool:
    return replace(before, starts=after.starts, ends=after.ends) == after


def clipped(spells: Iterable[Spell], starts: date, ends: date) -> tuple[Spell, ...]:
    """The parts of *spells* from *starts* up to but not including *ends*."""
    return tuple(
        replace(spell, starts=max(spell.starts, starts), ends=min(spell.ends, ends))
        for spell in spells
        if spell.starts < ends and spell.ends > starts
    )
