"""The forecast as plain values: what there is to learn from, and the promises."""

from collections.abc import Iterable

from tracker.domain.state import Position
from tracker.estimation.competing import Estimate, Experience
from tracker.estimation.survival import Median, Step
from tracker.services.forecast import Experiences, Forecast
from tracker.services.plain_values import Values, day, number, title, view_values
from tracker.services.promise_values import record_values


def forecast_values(found: Forecast) -> Values:
    """Time from approval to completion, the open programs, and the record of promises.

    An estimate of null means that fewer than five completions are known.
    """
    return {
        **view_values(found.view, found.revision),
        "plan": found.plan.code if found.plan else None,
        "own": _readings(found.own),
        "of_all": _readings(found.of_all),
        "open": [_open(position) for position in found.open_positions],
        "promises": record_values(found.promises),
    }


def _readings(found: Experiences) -> Values:
    return {"said": _experience(found.said), "shown": _experience(found.shown)}


def _experience(found: Experience) -> Values:
    return {
        "count": found.count,
        "completed_count": found.completed_count,
        "left_count": found.left_count,
        "open_count": found.open_count,
        "estimate": _estimate(found.estimate),
    }


def _estimate(found: Estimate | None) -> Values | None:
    if found is None:
        return None
    return {
        "median_days": _median(found.median),
        "median_days_if_none_left": _median(found.km_median),
        "completed": _steps(found.completed),
        "left": _steps(found.left),
    }


def _median(found: Median) -> Values:
    return {"day": found.day, "low": found.low, "high": found.high}


def _steps(steps: Iterable[Step]) -> list[Values]:
    return [
        {
            "day": step.day,
            "share": number(step.share),
            "low": number(step.low),
            "high": number(step.high),
        }
        for step in steps
    ]


def _open(position: Position) -> Values:
    return {
        "code": position.program.code,
        "title": title(position.program.title),
        "stage": position.state.stage,
        "due": day(position.due),
        "timeliness": position.timeliness,
        "milestones": [
            {
                "milestone": milestone.name,
                "due": day(milestone.due),
                "passed_without_word": milestone.is_passed,
            }
            for milestone in position.milestones
        ],
    }
