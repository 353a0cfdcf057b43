"""Series: a plan's figure by one rule, month by month, as said and as shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from tracker.domain.history import Turn, state_on
from tracker.domain.scores import Rule, Score

ONE_DAY = timedelta(days=1)
# A figure that moves less in a month needs no explanation.
SMALLEST_JUMP = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Point:
    """The figure on one day, said and shown."""

    day: date
    said: Score
    shown: Score


def month_ends(first: date, last: date) -> list[date]:
    """The last day of every month from *first* on that lies before *last*, and that."""
    days = []
    day = _end_of_month(first)
    while day < last:
        days.append(day)
        day = _end_of_month(day + ONE_DAY)
    return [*days, last]


def _end_of_month(day: date) -> date:
    next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return next_month - ONE_DAY


def series_of(
    said: Iterable[Sequence[Turn]],
    shown: Iterable[Sequence[Turn]],
    rule: Rule,
    days: Iterable[date],
) -> tuple[Point, ...]:
    """The figure by *rule* on each of *days*; one course a program, empty: unknown."""
    courses = (list(said), list(shown))

    def score(number: int, day: date) -> Score:
        return rule.score(state_on(course, day) for course in courses[number])

    return tuple(Point(day, score(0, day), score(1, day)) for day in days)


@dataclass(frozen=True, slots=True)
class Jump:
    """A month in which the figure as said moved much: up to when, from and to what."""

    day: date
    before: Fraction
    after: Fraction


def largest_jumps(points: Sequence[Point], count: int) -> tuple[Jump, ...]:
    """The *count* months in which the figure as said moved most, in order of time."""
    jumps = [
        Jump(after.day, before.said.value or Fraction(), after.said.value or Fraction())
        for before, after in pairwise(points)
    ]
    large = [jump for jump in jumps if abs(jump.after - jump.before) >= SMALLEST_JUMP]
    large.sort(key=lambda jump: (-abs(jump.after - jump.before), jump.day))
    return tuple(sorted(large[:count], key=lambda jump: jump.day))
