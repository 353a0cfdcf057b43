"""Progress over time: a plan's figure by one rule, as said and as shown, by month."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.program import Plan
from tracker.domain.scores import Rule, Score
from tracker.domain.series import Point, largest_jumps
from tracker.domain.words import N_
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language

JUMP_COUNT = 3
NO_PROGRAMS = N_("No program is in this plan yet.")
NOT_KNOWN = N_("Not known: nobody has reported on a program of this plan by then.")
TITLES = {
    "strict.v1": N_("%(said)s completed as said, %(shown)s as shown"),
    "thirds.v1": N_("%(said)s done as said, %(shown)s as shown, in thirds"),
    "agreement.v1": N_("%(said)s of the way to agreement as said, %(shown)s as shown"),
    "half.v1": N_("%(said)s done as said, %(shown)s as shown, with halves"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that mattered, and what happened on it."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The figure of *plan* by *rule* at the end of each month, and what happened.

    Of a plan that *is_not_known* nobody has said anything yet, so it has no figure.
    """

    plan: Plan
    rule: Rule
    points: tuple[Point, ...]
    marks: tuple[Mark, ...] = ()
    is_not_known: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.is_not_known or not self.points or not self.points[-1].said.of


def described_marks(progress: Progress, language: Language) -> list[Mark]:
    """The marks in sight, and the months in which the figure as said moved most."""
    jumps = [
        Mark(
            jump.day,
            language.say(
                "%(month)s: from %(before)s to %(after)s, as said",
                month=language.month(jump.day),
                before=language.percent(jump.before),
                after=language.percent(jump.after),
            ),
        )
        for jump in largest_jumps(progress.points, JUMP_COUNT)
    ]
    given = [
        Mark(mark.day, f"{language.day(mark.day)}: {language.say(mark.text)}")
        for mark in progress.marks
        if progress.points[0].day.replace(day=1) <= mark.day <= progress.points[-1].day
    ]
    return sorted([*given, *jumps], key=lambda mark: (mark.day, mark.text))


def describe_progress(progress: Progress, language: Language) -> Finding:
    """Say how far the plan has come at the end of the series, said and shown."""
    if progress.is_empty:
        none = language.say(NOT_KNOWN if progress.is_not_known else NO_PROGRAMS)
        return Finding(none, none)
    last = progress.points[-1]
    title = language.say(
        TITLES[progress.rule.id],
        said=_share(last.said, language),
        shown=_share(last.shown, language),
    )
    peak, when = _widest_gap(progress)
    sentence = language.say(
        "On %(day)s the figure by the rule “%(rule)s” is %(said)s as said, at most "
        "%(high)s if silence hides success, and %(shown)s as shown; the widest gap was "
        "%(gap)s points (%(month)s).",
        day=language.day(last.day),
        rule=language.say(progress.rule.label),
        said=_share(last.said, language),
        high=language.percent(last.said.high or 0),
        shown=_share(last.shown, language),
        month=language.month(when),
        gap=language.number(round(float(peak) * 100, 1)),
    )
    return Finding(title, sentence)


def _share(score: Score, language: Language) -> str:
    return language.percent(score.value or 0)


def _widest_gap(progress: Progress) -> tuple[Fraction, date]:
    """The widest gap between said and shown, and the first day it was so wide."""
    gaps = [
        ((point.said.value or 0) - (point.shown.value or 0), point.day)
        for point in progress.points
    ]
    gap, day = max(gaps, key=lambda pair: (pair[0], -pair[1].toordinal()))
    return Fraction(gap), day


def table_of_progress(progress: Progress, language: Language) -> Table:
    """One row a month: said and shown in percent, each with its upper bound."""
    header = (
        language.say("Day"),
        language.say("Said"),
        language.say("Said, at most"),
        language.say("Shown"),
        language.say("Shown, at most"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            point.day.isoformat(),
            *(
                language.percent(share or 0)
                for score in (point.said, point.shown)
                for share in (score.value, score.high)
            ),
        )
        for point in progress.points
    )
    caption = language.say("The figure at the end of each month, said and shown")
    return Table(caption, header, rows if not progress.is_empty else ())
