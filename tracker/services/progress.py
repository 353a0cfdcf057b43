"""Progress of a plan: how many programs at which stage, said beside shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.errors import NotFound
from tracker.domain.program import Plan, Sector
from tracker.domain.scores import Score, scores_by_rule, stage_counts
from tracker.domain.state import Position, State
from tracker.domain.views import View
from tracker.domain.vocabulary import Closure, Stage, Timeliness
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue, nothing_held
from tracker.services.positions import ProgramRow, program_rows


@dataclass(frozen=True, slots=True)
class Tally:
    """Some programs counted: by stage, by closure, and by every completion rule."""

    count: int
    by_stage: Mapping[Stage | None, int]
    by_closure: Mapping[Closure, int]
    scores: Mapping[str, Score]

    @property
    def is_not_known(self) -> bool:
        """Whether nothing was reported of any of them: that is not nought."""
        return self.count > 0 and self.by_stage.get(None) == self.count


@dataclass(frozen=True, slots=True)
class SectorProgress:
    """The programs of one sector counted, said beside shown."""

    sector: Sector
    said: Tally
    shown: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProgress:
    """How far a plan has come in a view, and the programs that want a look.

    ``overdue``, ``held_up`` and ``silent`` hold the open programs that are so in the
    reading of the view; ``disagreeing`` those whose stage said is not the stage shown.
    """

    plan: Plan
    view: View
    revision: int
    said: Tally
    shown: Tally
    sectors: tuple[SectorProgress, ...]
    overdue: tuple[ProgramRow, ...]
    held_up: tuple[ProgramRow, ...]
    silent: tuple[ProgramRow, ...]
    disagreeing: tuple[ProgramRow, ...]


def progress(plan_code: str, view: View) -> PlanProgress:
    """The progress of one plan in *view*; raises NotFound for an unknown plan."""
    held = catalogue()
    plan = plan_in(held, plan_code)
    return progress_of(held, plan, view, program_rows(held, view, plan.code))


def plan_in(held: Catalogue, code: str) -> Plan:
    """The plan of this *code*; raises NotFound with the codes there are."""
    if code in held.plans:
        return held.plans[code]
    if not held.plans:
        raise nothing_held(NotFound, "plan")
    raise NotFound(
        N_("No plan has the code “%(code)s”. The plans are: %(codes)s."),
        field="plan",
        code=code[:40],
        codes=", ".join(held.plans),
    )


def progress_of(
    held: Catalogue, plan: Plan, view: View, rows: Sequence[ProgramRow]
) -> PlanProgress:
    """Count the *rows* of *plan*."""

    def pick(wanted: Callable[[Position], bool]) -> tuple[ProgramRow, ...]:
        return tuple(row for row in rows if wanted(row.position(view.reading)))

    return PlanProgress(
        plan=plan,
        view=view,
        revision=held.revision,
        said=tally(row.said.state for row in rows),
        shown=tally(row.shown.state for row in rows),
        sectors=sector_progress(held, rows),
        overdue=pick(lambda p: p.timeliness is Timeliness.OVERDUE),
        held_up=pick(lambda p: p.state.is_held_up),
        silent=pick(lambda p: p.state.is_silent and p.state.is_open),
        disagreeing=tuple(
            r for r in rows if r.said.state.stage is not r.shown.state.stage
        ),
    )


def tally(states: Iterable[State]) -> Tally:
    """Count *states* by stage and closure, and score them by every rule."""
    found = list(states)
    closures = Counter(state.closure for state in found)
    return Tally(
        count=len(found),
        by_stage=stage_counts(found),
        by_closure={closure: closures.get(closure, 0) for closure in Closure},
        scores=scores_by_rule(found),
    )


def sector_progress(
    held: Catalogue, rows: Sequence[ProgramRow]
) -> tuple[SectorProgress, ...]:
    """Count *rows* by sector, in the order of the sectors, empty sectors left out."""
    found = []
    for sector in held.sectors.values():
        own = [row for row in rows if row.sector.code == sector.code]
        if own:
            said = tally(row.said.state for row in own)
            shown = tally(row.shown.state for row in own)
            found.append(SectorProgress(sector, said, shown))
    return tuple(found)
