"""Threads: one matter followed through the plans, from road map to its latest heir.

A program holds the thread from the first word on it until it leaves its plan; before
that its origins hold it, after that its heirs.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from tracker.domain.history import Turn
from tracker.domain.lineage import Lineage
from tracker.domain.program import Program

Course: TypeAlias = Sequence[Turn]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days for which one program holds a thread.

    From ``starts`` up to but not including ``ends``; where several programs hold it at
    once (three road maps that became one program), each has a lane of its own.
    """

    program: Program
    starts: date
    ends: date
    lane: int = 0
    lane_count: int = 1


@dataclass(frozen=True, slots=True)
class Threads:
    """Who became whom, and since when each program is spoken of."""

    programs: Mapping[str, Program]
    lineage: tuple[Lineage, ...]
    courses: Mapping[str, Course]

    def origins(self, code: str) -> list[str]:
        """The programs that became this one, by code."""
        return sorted({row.origin for row in self.lineage if row.heir == code})

    def heirs(self, code: str) -> list[str]:
        """The programs that this one became, by code; a plan as a whole is none."""
        found = {row.heir for row in self.lineage if row.origin == code}
        return sorted(found & self.programs.keys())

    def first_word(self, code: str) -> date | None:
        """The day of the first report that counts."""
        course = self.courses.get(code)
        return course[0].day if course else None

    def left_on(self, code: str) -> date | None:
        """The day from which the program is out of its plan, if it is."""
        left = None
        for turn in reversed(self.courses.get(code, ())):
            if turn.state.closure is None:
                break
            left = turn.day
        return left


def stretches_of(
    code: str, threads: Threads, window: tuple[date, date]
) -> tuple[Stretch, ...]:
    """Who holds the thread of *code* when, within *window* (its end left out).

    A program of which nothing is known holds its thread for the whole window.
    """
    starts, ends = window
    first, left = threads.first_word(code), threads.left_on(code)
    origins = [o for o in threads.origins(code) if o in threads.programs]
    before = (starts, min(first, ends)) if first and origins else None
    heirs = threads.heirs(code)
    after = (max(left, starts), ends) if left and heirs else None
    own = Stretch(
        program=threads.programs[code],
        starts=before[1] if before else starts,
        ends=after[0] if after else ends,
    )
    return (
        *_side(origins, threads, before, _back),
        *([own] if own.starts < own.ends else []),
        *_side(heirs, threads, after, _onward),
    )


Follow: TypeAlias = Callable[[str, Threads, tuple[date, date]], tuple[Stretch, ...]]


def _side(
    codes: Sequence[str],
    threads: Threads,
    window: tuple[date, date] | None,
    follow: Follow,
) -> Iterable[Stretch]:
    """The stretches of *codes*, a lane each, followed on by *follow*."""
    if window is None or window[0] >= window[1]:
        return
    for lane, code in enumerate(codes):
        for stretch in follow(code, threads, window):
            yield Stretch(
                program=stretch.program,
                starts=stretch.starts,
                ends=stretch.ends,
                lane=lane,
                lane_count=len(codes),
            )


def _back(
    code: str, threads: Threads, window: tuple[date, date]
) -> tuple[Stretch, ...]:
    """*code* and, before the first word on it, its first origin."""
    program = threads.programs[code]
    first = threads.first_word(code)
    origins = [o for o in threads.origins(code) if o in threads.programs]
    if not (first and origins and window[0] < first < window[1]):
        return (Stretch(program=program, starts=window[0], ends=window[1]),)
    return (
        *_back(origins[0], threads, (window[0], first)),
        Stretch(program=program, starts=first, ends=window[1]),
    )


def _onward(
    code: str, threads: Threads, window: tuple[date, date]
) -> tuple[Stretch, ...]:
    """*code* and, once it has left its plan, its first heir."""
    program = threads.programs[code]
    left, heirs = threads.left_on(code), threads.heirs(code)
    if not (left and heirs and window[0] < left < window[1]):
        return (Stretch(program=program, starts=window[0], ends=window[1]),)
    return (
        Stretch(program=program, starts=window[0], ends=left),
        *_onward(heirs[0], threads, (left, window[1])),
    )


def matters_of(threads: Threads) -> list[tuple[str, ...]]:
    """The programs that are one matter under several names, each matter by code.

    Who is joined by the lineage, directly or not, is one matter; so is who is alone.
    """
    matter_of: dict[str, set[str]] = {code: {code} for code in threads.programs}
    for row in threads.lineage:
        if row.origin in matter_of and row.heir in matter_of:
            joined = matter_of[row.origin] | matter_of[row.heir]
            matter_of.update(dict.fromkeys(joined, joined))
    found = {tuple(sorted(codes)) for codes in matter_of.values()}
    return sorted(found)
