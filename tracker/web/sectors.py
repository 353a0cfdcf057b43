"""The sectors, and the page of one with its programs in every plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.program import Plan, Sector
from tracker.services import sectors
from tracker.services.overview import Overview, overview
from tracker.services.progress import SectorProgress, Tally
from tracker.web.address import asked, chosen_plan
from tracker.web.overview import main_rule
from tracker.web.rows import rows_of

bp = Blueprint("sectors", __name__, url_prefix="/sectors")


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sectors by plans: what road maps agreed is never added to what programs did."""

    plans: Sequence[tuple[Plan, str]]
    rows: Sequence[tuple[Sector, Mapping[str, SectorProgress]]]
    tallies: Sequence[Tally]


@bp.get("")
def index() -> ResponseReturnValue:
    """Set the sectors against the plans, each with its programs by stage."""
    found = overview(asked().view, chosen_plan())
    return render_template(
        "sectors/index.html",
        revision=found.revision,
        matrix=matrix(found),
    )


def matrix(found: Overview) -> Matrix:
    """The sectors in their order, each with its progress in every plan that has it."""
    by_sector: dict[str, dict[str, SectorProgress]] = {}
    known: dict[str, Sector] = {}
    for progress in found.plans:
        for each in progress.sectors:
            known[each.sector.code] = each.sector
            cells = by_sector.setdefault(each.sector.code, {})
            cells[progress.plan.code] = each
    ordered = sorted(known.values(), key=lambda sector: sector.order)
    return Matrix(
        plans=[(p.plan, main_rule(p.plan)) for p in reversed(found.plans)],
        rows=[(sector, by_sector[sector.code]) for sector in ordered],
        tallies=[t for p in found.plans for t in (p.said, p.shown)],
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
        main_rule=main_rule,
    )
