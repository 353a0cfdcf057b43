"""What was claimed of whole plans."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.claims import Claim
from tracker.services.claims import claim_list
from tracker.web.address import asked, chosen_plan
from tracker.web.filters import label, number
from tracker.web.translate import gettext

bp = Blueprint("claims", __name__, url_prefix="/claims")


@bp.get("")
def index() -> ResponseReturnValue:
    """List the claims that were made and known in the view, newest first."""
    found = claim_list(asked().view, chosen_plan())
    return render_template(
        "claims/index.html",
        revision=found.revision,
        found=found,
        figure_words=figure_words,
    )


def figure_words(claim: Claim) -> str:
    """The figure of a claim as it was said, with the speaker's own hedge and unit."""
    low, high = claim.low, claim.high
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        figure = number(low) if low == high else f"{number(low)}–{number(high)}"
    elif low is not None:
        figure = gettext("%(figure)s or more", figure=number(low))
    else:
        assert high is not None
        figure = gettext("at most %(figure)s", figure=number(high))
    hedge = f"{claim.qualifier} " if claim.qualifier else ""
    unit = f" {label(claim.unit)}" if claim.unit else ""
    return f"{hedge}{figure}{unit}"
