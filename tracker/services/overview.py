"""The overview: every plan at a glance, and the latest changes to the record."""

from dataclasses import dataclass

from tracker.domain.changes import Revision
from tracker.domain.views import View
from tracker.services.catalogue import catalogue
from tracker.services.positions import program_rows
from tracker.services.progress import PlanProgress, plan_in, progress_of
from tracker.storage import queries

LATEST_COUNT = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """The progress of the plans asked for and the latest revisions, newest first."""

    revision: int
    view: View
    plans: tuple[PlanProgress, ...]
    latest: tuple[Revision, ...]


def overview(view: View, plan: str | None = None) -> Overview:
    """Every plan (or the one of code *plan*) in *view*; a fixed number of statements.

    Raises NotFound for an unknown plan.
    """
    held = catalogue()
    wanted = [plan_in(held, plan)] if plan else list(held.plans.values())
    rows = program_rows(held, view, plan)
    return Overview(
        revision=held.revision,
        view=view,
        plans=tuple(
            progress_of(held, each, view, [r for r in rows if r.plan == each])
            for each in wanted
        ),
        latest=tuple(queries.revisions(LATEST_COUNT)),
    )
