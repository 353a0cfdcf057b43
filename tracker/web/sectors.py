"""The sectors, and the page of one with its programs in every plan."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.services import sectors
from tracker.web.address import asked, chosen_plan
from tracker.web.rows import rows_of

bp = Blueprint("sectors", __name__, url_prefix="/sectors")


@bp.get("")
def index() -> ResponseReturnValue:
    """List the sectors, each with its programs by stage."""
    found = sectors.sector_list(asked().view, chosen_plan())
    return render_template(
        "sectors/index.html",
        revision=found.revision,
        sectors=found.sectors,
        tallies=[tally for each in found.sectors for tally in (each.said, each.shown)],
    )


@bp.get("/<code>")
def detail(code: str) -> ResponseReturnValue:
    """Show one sector: how far its programs have come in each plan."""
    found = sectors.sector_detail(code, asked().view, chosen_plan())
    plans = [
        (each.plan, each.progress, rows_of(each.rows, found.view))
        for each in reversed(found.plans)
    ]
    return render_template(
        "sectors/detail.html",
        revision=found.revision,
        sector=found.sector,
        plans=plans,
    )
