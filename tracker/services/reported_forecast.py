"""What past completions and promises tell, as the sheet of the Excel report has it."""

from collections.abc import Iterator, Sequence

from tracker.domain.stays import FEWEST_EXITS
from tracker.domain.views import SAID
from tracker.estimation.competing import Experience
from tracker.estimation.survival import Median
from tracker.reporting.forecast import promise_words
from tracker.reporting.language import Language
from tracker.services.forecast import Experiences, Forecast, forecast
from tracker.services.report_scope import Scope
from tracker.workbook.progress_analyses import (
    MedianDays,
    Outlook,
    ReachedShare,
    ReportedExperience,
)


def outlook_of(scope: Scope) -> tuple[Outlook, tuple[str, ...]]:
    """The experience with every plan and with all, the promises, and what is open."""
    found = {plan.code: forecast(scope.view, plan.code) for plan in scope.plans}
    last = list(found.values())[-1]
    say = scope.language.say
    named = [(code, each.own) for code, each in found.items()]
    named.append((say("every plan of the record"), last.of_all))
    curve_of, curve = _curve(named, scope.language)
    outlook = Outlook(
        experiences=tuple(
            row for words, own in named for row in _experiences(words, own, scope)
        ),
        curve_of=curve_of,
        curve=curve,
        promises=last.promises,
        open_positions=tuple(p for each in found.values() for p in each.open_positions),
    )
    return outlook, _sentences(last, scope.language)


def _sentences(found: Forecast, language: Language) -> tuple[str, ...]:
    return (promise_words(found.promises, language),) if found.promises.count else ()


def _experiences(
    words: str, own: Experiences, scope: Scope
) -> Iterator[ReportedExperience]:
    pairs = ((SAID, own.said), (scope.view.shown_reading, own.shown))
    for reading, told in pairs:
        estimate = told.estimate
        yield ReportedExperience(
            words=words,
            reading=reading,
            completed_count=told.completed_count,
            left_count=told.left_count,
            open_count=told.open_count,
            median=_median(estimate.median) if estimate else None,
            km_median=_median(estimate.km_median) if estimate else None,
            remark=_remark(told, scope.language),
        )


def _remark(told: Experience, language: Language) -> str:
    """Why there is no estimate, or why it has no median."""
    if told.estimate is None:
        return language.say(
            "no estimate: fewer than %(fewest)s completions are known",
            fewest=FEWEST_EXITS,
        )
    if told.estimate.median.day is None:
        return language.say("half are not completed by now")
    return ""


def _median(median: Median) -> MedianDays:
    return MedianDays(median.day, median.low, median.high)


def _curve(
    named: Sequence[tuple[str, Experiences]], language: Language
) -> tuple[str, tuple[ReachedShare, ...]]:
    """The share completed by each day: of the last plan that has one, else of all."""
    *plans, of_all = named
    for words, own in (*reversed(plans), of_all):
        estimate = own.said.estimate
        if estimate:
            steps = tuple(
                ReachedShare(step.day, step.share, step.low, step.high)
                for step in estimate.completed
            )
            return language.say("%(programs)s, as said", programs=words), steps
    return "", ()
