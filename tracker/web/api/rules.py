"""Every plan by every rule as JSON, as the page of progress sets them side by side."""

from collections.abc import Iterator

from flask.typing import ResponseReturnValue

from tracker.domain.scores import Score
from tracker.services.completion import Completion
from tracker.services.completion import completion as complete
from tracker.services.completion_values import completion_values, score_values
from tracker.services.plain_values import Values, title, view_values
from tracker.services.progress import PlanProgress
from tracker.services.progress import progress as progress_in
from tracker.web.address import asked, chosen_plan, held
from tracker.web.api.blueprint import bp
from tracker.web.api.progress_values import plan_figures
from tracker.web.progress import chosen_rule


@bp.get("/rules")
def rules() -> ResponseReturnValue:
    """Every plan, or one, by every rule, by evidence asked for, and by sector.

    ``rule`` in the address chooses the rule of floors and sectors; left out, it is the
    one that suits each plan.
    """
    plan, chosen = chosen_plan(), chosen_rule()
    view = asked().view
    codes = [plan] if plan else list(held().plans)[::-1]
    found = [(complete(view, code), progress_in(code, view)) for code in codes]
    wanted = {
        each.plan.code: chosen.id if chosen else each.main_rule for each, _ in found
    }
    return {
        **view_values(view, held().revision),
        "figures": [row for each, _ in found for row in _figures(each)],
        "floors": [
            {"plan": each.plan.code, "rule": wanted[each.plan.code], **row}
            for each, _ in found
            for row in _floors(each, wanted[each.plan.code])
        ],
        "sectors": [
            row for _, each in found for row in _sectors(each, wanted[each.plan.code])
        ],
        "plans": [
            {
                "plan": each.plan.code,
                "title": title(each.plan.title),
                **plan_figures(each),
            }
            for _, each in found
        ],
    }


def _figures(found: Completion) -> Iterator[Values]:
    """A row a rule; what was due comes with its delay, measures only as said."""
    values = completion_values(found)
    for rule, figures in values["scores"].items():
        yield {
            "plan": found.plan.code,
            "rule": rule,
            "suits_the_plan": rule == found.main_rule,
            **figures,
        }
    measures = values["measures.v1"]
    if measures:
        yield {
            "plan": found.plan.code,
            "rule": "measures.v1",
            "suits_the_plan": False,
            "said": measures,
        }


def _floors(found: Completion, rule: str) -> Iterator[Values]:
    for grade, scores in found.by_floor.items():
        yield {"grade": grade, **score_values(scores[rule])}


def _sectors(found: PlanProgress, rule: str) -> Iterator[Values]:
    for each in found.sectors:
        said: Score = each.said.scores[rule]
        yield {
            "plan": found.plan.code,
            "sector": each.sector.code,
            "title": title(each.sector.title),
            "rule": rule,
            "count": each.said.count,
            "said": score_values(said),
            "shown": score_values(each.shown.scores[rule]),
        }
