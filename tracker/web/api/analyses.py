"""The analyses as JSON: what the record adds up to, with the working."""

from flask import request
from flask.typing import ResponseReturnValue

from tracker.domain.errors import BadInput
from tracker.services.bottleneck_values import bottleneck_values
from tracker.services.bottlenecks import bottlenecks as find_bottlenecks
from tracker.services.change_values import change_values
from tracker.services.claim_values import claim_values, claims_values
from tracker.services.claim_verdicts import check_heard, claim_verdicts
from tracker.services.completion import completion as complete
from tracker.services.completion_values import completion_values
from tracker.services.forecast import forecast as find_forecast
from tracker.services.forecast_values import forecast_values
from tracker.services.lineage import lineage_record
from tracker.services.lineage_values import lineage_values
from tracker.services.plain_values import view_values
from tracker.services.progress import progress as progress_in
from tracker.services.promise_values import promises_values
from tracker.services.promises import promises
from tracker.web.address import asked, chosen_plan, held
from tracker.web.analysis import told_in_view
from tracker.web.api.blueprint import bp, the_plan, whole
from tracker.web.api.progress_values import progress as progress_value
from tracker.web.change import asked_change
from tracker.web.claims import claim_or_heir, with_verdict
from tracker.web.deadlines import chosen_sector
from tracker.web.forms.claim_check import ClaimCheckForm
from tracker.web.problems import form_problems


@bp.get("/progress")
def progress() -> ResponseReturnValue:
    """The progress of one plan, said beside shown, by stage, rule and sector."""
    return progress_value(progress_in(the_plan(), asked().view))


@bp.get("/completion")
def completion() -> ResponseReturnValue:
    """One plan by every rule, and by how much evidence is asked for."""
    return completion_values(complete(asked().view, the_plan()))


@bp.get("/bottlenecks")
def bottlenecks() -> ResponseReturnValue:
    """What holds the plans up: sectors and open programs, every part of each score."""
    return bottleneck_values(find_bottlenecks(asked().view, chosen_plan()))


@bp.get("/change")
def change_between() -> ResponseReturnValue:
    """Why the figure of one plan moved between two views (words as on its page)."""
    the_plan()
    return change_as_asked()


def change_as_asked() -> ResponseReturnValue:
    """The change that the address asks for; without a plan, of the current one."""
    return change_values(asked_change())


@bp.get("/deadlines")
def deadlines() -> ResponseReturnValue:
    """Every promised date, how it moved, and what became of all of them."""
    return promises_values(promises(asked().view, chosen_plan(), chosen_sector()))


@bp.get("/forecast")
def forecast() -> ResponseReturnValue:
    """What past completions tell, the open programs, and the record of promises."""
    return forecast_values(find_forecast(asked().view, chosen_plan()))


@bp.get("/lineage")
def lineage() -> ResponseReturnValue:
    """What became of every item, from plan to plan, and on what that rests."""
    found = lineage_record(asked().view, chosen_plan(), chosen_sector())
    return lineage_values(found)


@bp.get("/claims")
def claims() -> ResponseReturnValue:
    """The claims on a plan (or on all) with their verdicts, or those of one verdict."""
    return claims_values(with_verdict(claim_verdicts(asked().view, chosen_plan())))


@bp.get("/claims/check")
def claim_check() -> ResponseReturnValue:
    """A claim just heard, given by the words of the address, with its verdict.

    Raises BadInput with the first problem, by the field it is about.
    """
    form = ClaimCheckForm.of(request.args, asked().plan)
    if not form.validate():
        [(field, message), *_] = form_problems(form)
        raise BadInput(message, field=field or None)
    found, revision = check_heard(form.to_claim(), asked().view), held().revision
    return {**view_values(asked().view, revision), **claim_values(found)}


@bp.get("/claims/<key>")
def claim(key: str) -> ResponseReturnValue:
    """One claim with its verdict and the reports behind the record's side."""
    found, revision = claim_or_heir(key), held().revision
    return {**view_values(asked().view, revision), **claim_values(found)}


@bp.get("/analysis")
def findings() -> ResponseReturnValue:
    """Every analysis of the view in one finding, in the language of the address."""
    chosen_plan()
    told = told_in_view() if held().plans else []
    return {
        **view_values(asked().view, held().revision),
        "findings": [
            {
                "analysis": each.name,
                "question": each.question,
                "title": each.finding.title,
                "sentence": each.finding.sentence or None,
                "address": whole(each.address),
            }
            for each in told
        ],
    }
