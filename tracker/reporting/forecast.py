"""Forecast: how long completion has taken so far, and what promises were worth."""

from dataclasses import dataclass

from tracker.domain.promises import PromiseRecord
from tracker.domain.stays import FEWEST_EXITS
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language


@dataclass(frozen=True, slots=True)
class ForecastStep:
    """From this day after approval on: the share, and the interval it lies in."""

    day: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What one reading knows: how programs ended, and by which day what share did.

    ``completed`` and ``left`` are empty where too few completions are known;
    ``median`` is in days after approval, None for "not so far".
    """

    completed_count: int
    left_count: int
    open_count: int
    completed: tuple[ForecastStep, ...] = ()
    left: tuple[ForecastStep, ...] = ()
    median: int | None = None

    @property
    def count(self) -> int:
        """All approved programs."""
        return self.completed_count + self.left_count + self.open_count

    @property
    def is_enough(self) -> bool:
        """Whether enough completions are known to learn from."""
        return bool(self.completed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The time from approval to completion as said and as shown, and the promises.

    ``open_days`` tells how long each open program has been approved by now, as said.
    """

    subject: str
    said: Learnt
    shown: Learnt
    promises: PromiseRecord
    open_days: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was approved yet."""
        return not self.said.count


def describe_forecast(forecast: Forecast, language: Language) -> Finding:
    """Say by when half were completed, or why nothing can be said; interval and all."""
    if forecast.is_empty:
        none = language.say("Nothing is approved yet, so nothing can be learnt.")
        return Finding(none, none)
    said = forecast.said
    counts = language.plural(
        "Of %(count)s approved program %(completed)s are said to be completed, "
        "%(left)s left their plan and %(open)s are open.",
        "Of %(count)s approved programs %(completed)s are said to be completed, "
        "%(left)s left their plan and %(open)s are open.",
        said.count,
        completed=said.completed_count,
        left=said.left_count,
        open=said.open_count,
    )
    promises = promise_words(forecast.promises, language)
    if not said.is_enough:
        title = language.say(
            "No forecast: fewer than %(fewest)s completions are known",
            fewest=FEWEST_EXITS,
        )
        return Finding(title, f"{counts} {title}. {promises}")
    title = _headline(said, language)
    return Finding(title, f"{counts} {_median_words(said, language)} {promises}")


def _headline(said: Learnt, language: Language) -> str:
    last = said.completed[-1]
    if said.median is not None:
        return language.say(
            "Half were said to be completed %(months)s months after approval",
            months=language.number(round(said.median / 30.4)),
        )
    return language.say(
        "Fewer than half were ever said to be completed: %(share)s, the last after "
        "%(months)s months",
        share=language.percent(round(last.share, 3)),
        months=language.number(round(last.day / 30.4)),
    )


def _median_words(said: Learnt, language: Language) -> str:
    last = said.completed[-1]
    return language.say(
        "By day %(day)s after approval %(share)s were completed; with this few "
        "programs it could as well have been %(low)s to %(high)s.",
        day=language.number(last.day),
        share=language.percent(round(last.share, 3)),
        low=language.percent(round(last.low, 3)),
        high=language.percent(round(last.high, 3)),
    )


def promise_words(promises: PromiseRecord, language: Language) -> str:
    """What became of every date promised so far, in a sentence."""
    return language.plural(
        "Of %(count)s date promised so far %(met)s are known to be met, %(passed)s "
        "passed without word and %(ahead)s lie ahead.",
        "Of %(count)s dates promised so far %(met)s are known to be met, %(passed)s "
        "passed without word and %(ahead)s lie ahead.",
        promises.count,
        met=promises.met_count,
        passed=promises.passed_count,
        ahead=promises.ahead_count,
    )


def table_of_forecast(forecast: Forecast, language: Language) -> Table:
    """One row a step of the curve: the share completed by then, with its interval."""
    header = (
        language.say("Days after approval"),
        language.say("Completed by then"),
        language.say("at least"),
        language.say("at most"),
        language.say("Reading"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            step.day,
            language.percent(round(step.share, 3)),
            language.percent(round(step.low, 3)),
            language.percent(round(step.high, 3)),
            reading,
        )
        for reading, learnt in (
            (language.say("said"), forecast.said),
            (language.say("shown"), forecast.shown),
        )
        for step in learnt.completed
    ]
    caption = language.say("The share completed by each day after approval")
    return Table(caption, header, tuple(rows))
