"""Promises: every date that was promised, followed through the plans."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tracker.domain.deadlines import Milestone
from tracker.domain.followed import followed_milestones
from tracker.domain.lineage import Lineage
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.promises import PromiseRecord, promise_record
from tracker.domain.threads import Threads, matters_of
from tracker.domain.views import View
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.completion import Figures, completion
from tracker.services.progress import plan_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter through the plans, and the milestones promised of it.

    ``programs`` are those it went by up to the day of the view, in the order of their
    plans; the last gives it its title and sector.
    """

    programs: tuple[Program, ...]
    sector: Sector
    milestones: tuple[Milestone, ...]

    @property
    def latest(self) -> Program:
        """The program that the matter goes by now."""
        return self.programs[-1]

    @property
    def slip_days(self) -> int:
        """By how many days its dates moved later in all."""
        return sum(milestone.slip_days for milestone in self.milestones)

    @property
    def is_repeated(self) -> bool:
        """Whether any of its dates was promised more than once."""
        return any(len(milestone.promises) > 1 for milestone in self.milestones)


@dataclass(frozen=True, slots=True)
class SectorPromises:
    """What became of the dates promised in one sector."""

    sector: Sector
    record: PromiseRecord


@dataclass(frozen=True, slots=True)
class PlanDue:
    """How much of a plan was due by the day of the view, and is done."""

    plan: Plan
    said: Figures
    shown: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The dates promised in a view; of one plan, those its programs had a part in.

    ``matters`` are those whose dates slipped most first, then by code; ``record`` tells
    what became of all of them, ``late_days`` for each that passed without word how long
    ago that was.
    """

    view: View
    plan: Plan | None
    revision: int
    matters: tuple[Matter, ...]
    record: PromiseRecord
    late_days: tuple[int, ...]
    sectors: tuple[SectorPromises, ...]
    due: tuple[PlanDue, ...]

    @property
    def milestones(self) -> list[Milestone]:
        """Every milestone, by matter."""
        return [m for matter in self.matters for m in matter.milestones]

    @property
    def median_late(self) -> float | None:
        """The median of the days since dates passed without word."""
        return median(self.late_days) if self.late_days else None


def promises(
    view: View, plan_code: str | None = None, sector_code: str | None = None
) -> Promises:
    """Every promised date in *view*, of one plan or sector where that is asked.

    Raises NotFound for an unknown plan. One statement beside those of completion.
    """
    held = catalogue()
    plan = plan_in(held, plan_code) if plan_code else None
    lineage = queries.lineage()
    milestones = milestones_in(held, view, lineage, plan)
    matters = [
        matter
        for matter in _matters(held, milestones, lineage, view)
        if sector_code in (None, matter.sector.code)
    ]
    asked = [m for matter in matters for m in matter.milestones]
    plans = [plan] if plan else list(held.plans.values())
    return Promises(
        view=view,
        plan=plan,
        revision=held.revision,
        matters=tuple(matters),
        record=promise_record(asked),
        late_days=tuple(
            sorted(m.days_passed(view.as_of) for m in asked if m.is_passed)
        ),
        sectors=_by_sector(held, matters),
        due=tuple(_due(each, view) for each in plans),
    )


def milestones_in(
    held: Catalogue, view: View, lineage: Iterable[Lineage], plan: Plan | None = None
) -> list[Milestone]:
    """The milestones in *view* followed through the plans; those *plan* had a part in.

    Asked of every plan, each promise is there once.
    """
    found = followed_milestones(held.deadlines, lineage, view)
    return [
        milestone
        for milestone in found
        if plan is None
        or any(held.programs[code].plan == plan.code for code in milestone.programs)
    ]


def _matters(
    held: Catalogue,
    milestones: Sequence[Milestone],
    lineage: Sequence[Lineage],
    view: View,
) -> list[Matter]:
    by_program: dict[str, list[Milestone]] = {}
    for milestone in milestones:
        by_program.setdefault(milestone.program, []).append(milestone)
    found = []
    for codes in matters_of(Threads(held.programs, tuple(lineage), {})):
        own = [m for code in codes for m in by_program.get(code, ())]
        if own:
            found.append(_matter(held, codes, own, view))
    return sorted(found, key=lambda matter: (-matter.slip_days, matter.latest.code))


def _matter(
    held: Catalogue, codes: Iterable[str], milestones: Sequence[Milestone], view: View
) -> Matter:
    order = {code: number for number, code in enumerate(held.plans)}
    programs = sorted(
        (held.programs[code] for code in codes),
        key=lambda program: (order[program.plan], program.code),
    )
    begun = [p for p in programs if _has_begun(held.plans[p.plan], view)] or programs
    return Matter(
        programs=tuple(begun),
        sector=held.sectors[begun[-1].sector],
        milestones=tuple(
            sorted(milestones, key=lambda m: (m.statements[0].day, m.name, m.program))
        ),
    )


def _has_begun(plan: Plan, view: View) -> bool:
    return plan.starts_on is None or plan.starts_on.first <= view.as_of


def _by_sector(
    held: Catalogue, matters: Iterable[Matter]
) -> tuple[SectorPromises, ...]:
    by_sector: Mapping[str, list[Milestone]] = {code: [] for code in held.sectors}
    for matter in matters:
        by_sector[matter.sector.code].extend(matter.milestones)
    return tuple(
        SectorPromises(held.sectors[code], promise_record(own))
        for code, own in by_sector.items()
        if any(milestone.due for milestone in own)
    )


def _due(plan: Plan, view: View) -> PlanDue:
    found = completion(view, plan.code)
    return PlanDue(plan, found.said, found.shown)
