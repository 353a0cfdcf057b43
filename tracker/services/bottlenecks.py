"""Bottlenecks: what holds the plans up, by sector and by program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.bottlenecks import (
    HeldProgram,
    SectorBottleneck,
    Surroundings,
    is_in_force,
    rank_programs,
    rank_sectors,
)
from tracker.domain.program import Plan
from tracker.domain.state import Position
from tracker.domain.stays import Stay, stage_stays
from tracker.domain.views import View
from tracker.domain.weightings import first_shares
from tracker.estimation.graph import Chain, awaited_by, longest_chain
from tracker.estimation.survival import StageTime, stage_times
from tracker.estimation.weightings import random_weightings
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.positions import program_rows
from tracker.services.progress import plan_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottlenecks:
    """What holds up the *plans* in a view, read in the view's own reading.

    ``programs`` are the open ones, the highest score first; ``keystones`` those of them
    that others wait for, the most awaited first. ``first_shares`` tells how often each
    sector would come first if the weights were others. ``stage_times`` rests on every
    program of the record, for one plan alone has too few exits.
    """

    view: View
    plans: tuple[Plan, ...]
    revision: int
    sectors: tuple[SectorBottleneck, ...]
    programs: tuple[HeldProgram, ...]
    keystones: tuple[HeldProgram, ...]
    chain: Chain
    stage_times: tuple[StageTime, ...]
    first_shares: Mapping[str, float]


def bottlenecks(view: View, plan_code: str | None = None) -> Bottlenecks:
    """What holds up one plan, or by default every plan in force on the day of *view*.

    Reads every report of the record once. Raises NotFound for an unknown plan.
    """
    held = catalogue()
    plans = plans_asked(held, view, plan_code)
    codes = {plan.code for plan in plans}
    everywhere = [row.position(view.reading) for row in program_rows(held, view)]
    asked = [position for position in everywhere if position.program.plan in codes]
    waits = [(d.program, d.waits_for) for d in queries.dependencies()]
    is_open = [p.program.code for p in everywhere if p.state.is_open]
    times = tuple(stage_times(stays_in(view)).values())
    around = Surroundings(
        as_of=view.as_of,
        awaited_by=awaited_by(waits, is_open),
        stays={time.stay.stage: time.stay for time in times},
    )
    programs = rank_programs(asked, around)
    sectors = rank_sectors(held.sectors.values(), asked, programs)
    return Bottlenecks(
        view=view,
        plans=plans,
        revision=held.revision,
        sectors=sectors,
        programs=programs,
        keystones=_keystones(programs),
        chain=longest_chain(waits, _open_codes(asked)),
        stage_times=times,
        first_shares=first_shares(sectors, random_weightings()),
    )


def plans_asked(held: Catalogue, view: View, code: str | None) -> tuple[Plan, ...]:
    """The plan of this *code*, or every plan in force on the day of *view*."""
    if code:
        return (plan_in(held, code),)
    return tuple(p for p in held.plans.values() if is_in_force(p, view.as_of))


def stays_in(view: View) -> list[Stay]:
    """The stays of every program of the record, of whatever plan."""
    reports = queries.reports_of(with_retired=view.revision is not None)
    return [
        stay for code, rows in reports.items() for stay in stage_stays(code, rows, view)
    ]


def _keystones(programs: Sequence[HeldProgram]) -> tuple[HeldProgram, ...]:
    awaited = [program for program in programs if program.awaited_by]
    awaited.sort(key=lambda p: (-len(p.awaited_by), p.position.program.code))
    return tuple(awaited)


def _open_codes(positions: Sequence[Position]) -> list[str]:
    return [p.program.code for p in positions if p.state.is_open]
