"""One sector: its programs in every plan."""

from dataclasses import dataclass

from tracker.domain.errors import NotFound
from tracker.domain.program import Plan, Sector
from tracker.domain.views import View
from tracker.domain.words import N_
from tracker.services.catalogue import catalogue, nothing_held
from tracker.services.positions import ProgramRow, program_rows
from tracker.services.progress import SectorProgress, plan_in, sector_progress


@dataclass(frozen=True, slots=True)
class SectorInPlan:
    """The programs of a sector in one plan, counted and in full."""

    plan: Plan
    progress: SectorProgress
    rows: tuple[ProgramRow, ...]


@dataclass(frozen=True, slots=True)
class SectorDetail:
    """A sector in a view, plan by plan; plans without such a program are left out."""

    sector: Sector
    view: View
    revision: int
    plans: tuple[SectorInPlan, ...]


def sector_detail(code: str, view: View, plan: str | None = None) -> SectorDetail:
    """One sector in *view*; raises NotFound for an unknown code."""
    held = catalogue()
    if not held.sectors:
        raise nothing_held(NotFound, "sector")
    if code not in held.sectors:
        raise NotFound(
            N_("No sector has the code “%(code)s”. The sectors are: %(codes)s."),
            field="sector",
            code=code[:40],
            codes=", ".join(held.sectors),
        )
    plans = [plan_in(held, plan)] if plan else list(held.plans.values())
    rows = [r for r in program_rows(held, view, plan) if r.sector.code == code]
    found = []
    for each in plans:
        own = tuple(row for row in rows if row.plan == each)
        if own:
            found.append(SectorInPlan(each, sector_progress(held, own)[0], own))
    return SectorDetail(held.sectors[code], view, held.revision, tuple(found))
