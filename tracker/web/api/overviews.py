"""The overviews as JSON: every plan, every sector, and one sector with its programs."""

from flask.typing import ResponseReturnValue

from tracker.services.overview import overview as look_over
from tracker.services.plain_values import Values, title, view_values
from tracker.services.progress import SectorProgress
from tracker.services.sectors import sector_detail
from tracker.web.address import asked, chosen_plan
from tracker.web.api.blueprint import bp
from tracker.web.api.program_values import program_row
from tracker.web.api.progress_values import (
    plan_figures,
    revision,
    sector_progress,
)
from tracker.web.sectors import matrix


@bp.get("/overview")
def overview() -> ResponseReturnValue:
    """Every plan said beside shown, by stage, rule and sector, and the last changes."""
    found = look_over(asked().view, chosen_plan())
    plans = [
        {"plan": each.plan.code, "title": title(each.plan.title), **plan_figures(each)}
        for each in reversed(found.plans)
    ]
    return {
        **view_values(found.view, found.revision),
        "plans": plans,
        "latest": [revision(each) for each in found.latest],
    }


@bp.get("/sectors")
def sectors() -> ResponseReturnValue:
    """The programs of every sector, plan by plan: by stage and by every rule."""
    found = look_over(asked().view, chosen_plan())
    rows = matrix(found).rows
    return {
        **view_values(found.view, found.revision),
        "sectors": [
            _in_plan(cells[progress.plan.code], progress.plan.code)
            for _, cells in rows
            for progress in reversed(found.plans)
            if progress.plan.code in cells
        ],
    }


@bp.get("/sectors/<code>")
def sector(code: str) -> ResponseReturnValue:
    """One sector: its programs in every plan, counted and one by one."""
    found = sector_detail(code, asked().view, chosen_plan())
    plans = found.plans[::-1]
    return {
        **view_values(found.view, found.revision),
        "sector": found.sector.code,
        "title": title(found.sector.title),
        "plans": [_in_plan(each.progress, each.plan.code) for each in plans],
        "programs": [
            program_row(row, found.view) for each in plans for row in each.rows
        ],
    }


def _in_plan(progress: SectorProgress, plan: str) -> Values:
    named = {"sector": progress.sector.code, "title": title(progress.sector.title)}
    return {**named, "plan": plan, **sector_progress(progress)}
