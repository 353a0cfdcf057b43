"""Rules and months of a plan, as the sheets of the Excel report tell them."""

from collections.abc import Iterator
from datetime import date

from tracker.domain.bottlenecks import FEW
from tracker.domain.due_scores import RULE as DUE_RULE
from tracker.domain.due_scores import DueScore
from tracker.domain.measures import RULE as MEASURES_RULE
from tracker.domain.measures import MeasuresScore
from tracker.domain.program import Plan
from tracker.domain.scores import RULES, Score
from tracker.domain.words import N_
from tracker.reporting.language import Language
from tracker.reporting.progress import Mark, Progress, describe_progress
from tracker.reporting.rules import RuleSpread, describe_rules, floor_rows_of
from tracker.services.charts import gathered
from tracker.services.completion import Completion, Figures, completion
from tracker.services.report_scope import Scope
from tracker.services.wanted_chart import Wanted
from tracker.workbook.progress_analyses import Figure, Months, RuleRow

DUE_WORDS = N_("Completed of those due by then")
MEASURES_WORDS = N_("Measures done, as last claimed")


def rules_of(scope: Scope, plan: Plan) -> tuple[list[RuleRow], str]:
    """Every rule of *plan*, its own by every evidence floor, and how far they reach."""
    found = completion(scope.view, plan.code)
    asked = Wanted(name="rules", plan=plan.code, view=scope.view)
    spread: RuleSpread = gathered(asked).values
    rows = [
        *_completion_rows(found, scope.language),
        _due_row(found, scope.language),
        _measures_row(found, scope.language),
        *_floor_rows(spread, scope.language),
    ]
    finding = describe_rules(spread, scope.language)
    return rows, f"{plan.code}: {finding.title}"


def _completion_rows(found: Completion, language: Language) -> Iterator[RuleRow]:
    for rule in RULES.values():
        own = language.say("the plan's own rule") if rule.id == found.main_rule else ""
        source = language.say(rule.source) if rule.source else ""
        yield RuleRow(
            plan=found.plan,
            words=language.say(rule.label),
            rule=rule.id,
            said=_completion_of(found.said, rule.id),
            shown=_completion_of(found.shown, rule.id),
            remark="; ".join(part for part in (own, source) if part),
            is_charted=bool(found.said.scores[rule.id].of)
            and not found.said.is_not_known,
        )


def _completion_of(figures: Figures, rule: str) -> Figure:
    score = figures.scores[rule]
    if figures.is_not_known:
        return Figure(None, score.of, is_not_known=True)
    return _figure(score)


def _due_row(found: Completion, language: Language) -> RuleRow:
    said, shown = found.said.due, found.shown.due
    return RuleRow(
        plan=found.plan,
        words=language.say(DUE_WORDS),
        rule=DUE_RULE,
        said=_figure(said.score),
        shown=_figure(shown.score),
        remark=_due_words(said, language),
    )


def _due_words(due: DueScore, language: Language) -> str:
    if not due.score.of:
        return language.say("nothing was due by then")
    parts = [language.say("few programs")] if due.score.of < FEW else []
    if due.mean_delay is not None:
        parts.append(
            language.say(
                "%(days)s days late on average, over %(count)s programs, as said",
                days=language.number(round(float(due.mean_delay))),
                count=due.delay_count,
            )
        )
    if due.left_count:
        parts.append(language.say("%(count)s left the plan", count=due.left_count))
    return "; ".join(parts)


def _measures_row(found: Completion, language: Language) -> RuleRow:
    told = found.measures
    return RuleRow(
        plan=found.plan,
        words=language.say(MEASURES_WORDS),
        rule=MEASURES_RULE,
        said=Figure(told.done, told.of, told.value, told.span.high) if told else None,
        shown=None,
        remark=_measures_words(told, language),
    )


def _measures_words(told: MeasuresScore | None, language: Language) -> str:
    if told is None:
        return language.say("nobody counted measures by then")
    claim = told.claim.claim
    return language.say(
        "%(who)s, %(day)s; measures are only ever said, never shown",
        who=claim.claimant,
        day=language.partial(claim.dated),
    )


def _floor_rows(spread: RuleSpread, language: Language) -> Iterator[RuleRow]:
    for row in floor_rows_of(spread, language):
        yield RuleRow(
            plan=spread.plan,
            words=row.label,
            rule=spread.main_rule.id,
            said=None,
            shown=_figure(row.shown) if row.shown else None,
        )


def _figure(score: Score) -> Figure:
    return Figure(score.done, score.of, score.value, score.high)


def months_of(scope: Scope, plan: Plan) -> tuple[Months, str]:
    """The figure of *plan* by month, and the sentence that says how far it has come."""
    found: Progress = gathered(
        Wanted(name="progress", plan=plan.code, view=scope.view)
    ).values
    sentence = f"{plan.code}: {describe_progress(found, scope.language).title}"
    points = () if found.is_empty else found.points
    days = [point.day for point in points]
    return Months(plan, found.rule, points, _events(found.marks, days)), sentence


def _events(marks: tuple[Mark, ...], days: list[date]) -> dict[date, str]:
    """The marks by the end of the month in which they fall."""
    found: dict[date, list[str]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.text)):
        after = [day for day in days if day >= mark.day]
        is_first = bool(days) and mark.day < days[0].replace(day=1)
        if after and not is_first:
            found.setdefault(after[0], []).append(f"{mark.day}: {mark.text}")
    return {day: "; ".join(texts) for day, texts in found.items()}
