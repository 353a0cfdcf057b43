"""Stays: how many days programs spend in each stage before they move on."""

from dataclasses import dataclass

from tracker.domain.program import Title
from tracker.domain.stays import FEWEST_EXITS
from tracker.domain.views import Reading
from tracker.domain.vocabulary import Stage
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import NO_BREAK, Language


@dataclass(frozen=True, slots=True)
class StillThere:
    """A program that has not left a stage: which one, and for how many days so far."""

    code: str
    title: Title
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRow:
    """The stays in one stage: how they ended, and the median of Kaplan and Meier.

    ``median`` is None while fewer than half have moved on; ``low`` and ``high`` bound
    it, None where that side is open.
    """

    stage: Stage
    moved_count: int
    left_count: int
    still: tuple[StillThere, ...]
    median: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def count(self) -> int:
        """All stays in the stage."""
        return self.moved_count + self.left_count + len(self.still)

    @property
    def is_few(self) -> bool:
        """Whether too few have moved on for the bottleneck score to rest on."""
        return self.moved_count < FEWEST_EXITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays:
    """A row a stage that anybody was in, in the order of the ladder.

    ``reading`` tells which reports count.
    """

    reading: Reading
    rows: tuple[StayRow, ...]


def describe_stays(stays: Stays, language: Language) -> Finding:
    """Say in which stage programs stay longest, and each median with its interval."""
    if not stays.rows:
        none = language.say("No report that counts tells how long a stage lasted.")
        return Finding(none, none)
    told = "; ".join(
        f"{language.label(row.stage).lower()}: {median_words(row, language)}, "
        f"{ends_words(row, language)}"
        for row in stays.rows
    )
    sentence = language.say(
        "Days until half had moved on, with those still there counted as long as they "
        "have been there: %(told)s.",
        told=told,
    )
    return Finding(_headline(stays, language), sentence)


def _headline(stays: Stays, language: Language) -> str:
    with_median = [row for row in stays.rows if row.median is not None]
    if not with_median:
        return language.say("No stage has a median: fewer than half have moved on")
    telling = [row for row in with_median if not row.is_few] or with_median
    longest = max(telling, key=lambda row: row.median or 0)
    words = {
        "stage": language.label(longest.stage).lower().replace(" ", NO_BREAK),
        "days": days_words(longest.median or 0, language),
    }
    if longest.is_few:
        return language.say(
            "By the few programs there are, half stay in the stage “%(stage)s” for "
            "%(days)s",
            **words,
        )
    if len(with_median) == len(stays.rows):
        return language.say(
            "The stage “%(stage)s” lasts longest: half stay for %(days)s or more",
            **words,
        )
    return language.say(
        "Of the stages that half have left, “%(stage)s” lasts longest: %(days)s",
        **words,
    )


def days_words(days: int, language: Language) -> str:
    """A number of days in words."""
    words = language.plural("%(count)s day", "%(count)s days", days)
    return words.replace(" ", NO_BREAK)


def median_words(row: StayRow, language: Language) -> str:
    """The median with its interval, or why there is none."""
    if row.median is None:
        return language.say("no median: fewer than half have moved on")
    return language.say(
        "%(days)s (%(interval)s)",
        days=days_words(row.median, language),
        interval=_interval_words(row, language),
    )


def _interval_words(row: StayRow, language: Language) -> str:
    if row.high is None:
        low = language.number(row.low or 0)
        return language.say("at least %(low)s, end open", low=low)
    return language.say(
        "%(low)s to %(high)s",
        low=language.number(row.low or 0),
        high=language.number(row.high),
    )


def ends_words(row: StayRow, language: Language) -> str:
    """How many stays there were, and how they ended; that they are few, too."""
    words = language.plural(
        "%(count)s stay: %(moved)s moved on, %(left)s left the plan, %(still)s still "
        "there",
        "%(count)s stays: %(moved)s moved on, %(left)s left the plan, %(still)s still "
        "there",
        row.count,
        moved=language.number(row.moved_count),
        left=language.number(row.left_count),
        still=language.number(len(row.still)),
    )
    if not row.is_few:
        return words
    return f"{words} {language.say('(few moved on)').replace(' ', NO_BREAK)}"


def table_of_stays(stays: Stays, language: Language) -> Table:
    """One row a stage: the median, its interval, and how the stays ended."""
    header = (
        language.say("Stage"),
        language.say("Median days"),
        language.say("at least"),
        language.say("at most"),
        language.say("Stays"),
        language.say("Moved on"),
        language.say("Left the plan"),
        language.say("Still there"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            language.label(row.stage),
            row.median,
            row.low,
            row.high,
            row.count,
            row.moved_count,
            row.left_count,
            len(row.still),
        )
        for row in stays.rows
    ]
    caption = language.say("Days in each stage before the next")
    return Table(caption, header, tuple(rows))
