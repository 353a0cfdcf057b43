"""Completion by every rule as plain values, said and shown."""

from tracker.domain.due_scores import RULE as DUE_RULE
from tracker.domain.due_scores import DueScore
from tracker.domain.measures import RULE as MEASURES_RULE
from tracker.domain.measures import MeasuresScore
from tracker.domain.scores import Score
from tracker.services.completion import Completion, Figures
from tracker.services.plain_values import Values, day, number, view_values


def completion_values(found: Completion) -> Values:
    """A plan by every rule, said and shown."""
    said, shown = _figures(found.said), _figures(found.shown)
    return {
        **view_values(found.view, found.revision),
        "plan": found.plan.code,
        "shown_reading": found.view.shown_reading.code,
        "main_rule": found.main_rule,
        "scores": {rule: {"said": said[rule], "shown": shown[rule]} for rule in said},
        "by_floor": {
            floor: {rule: score_values(score) for rule, score in scores.items()}
            for floor, scores in found.by_floor.items()
        },
        MEASURES_RULE: _measures(found.measures),
    }


def _figures(figures: Figures) -> Values:
    scores = {rule: score_values(score) for rule, score in figures.scores.items()}
    return {**scores, DUE_RULE: due_values(figures.due)}


def score_values(value: Score) -> Values:
    """A completion figure: its share, "x of N", and its bounds."""
    return {
        "value": number(value.value),
        "done": number(value.done),
        "of": value.of,
        "low": number(value.low),
        "high": number(value.high),
    }


def due_values(value: DueScore) -> Values:
    """Completion of those due: the figure, the mean delay, and over how many."""
    return {
        **score_values(value.score),
        "mean_delay_days": number(value.mean_delay),
        "delay_count": value.delay_count,
        "left_count": value.left_count,
    }


def _measures(value: MeasuresScore | None) -> Values | None:
    if value is None:
        return None
    return {
        "value": number(value.value),
        "done": number(value.done),
        "of": number(value.of),
        "low": number(value.span.low),
        "high": number(value.span.high),
        "claim": value.claim.claim.key,
        "claimant": value.claim.claim.claimant,
        "dated": day(value.claim.claim.dated),
    }
