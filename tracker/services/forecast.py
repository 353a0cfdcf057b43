"""Forecast: how long completion has taken so far, beside what was promised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.domain.program import Plan
from tracker.domain.promises import PromiseRecord, promise_record
from tracker.domain.report import Weighed
from tracker.domain.state import Position
from tracker.domain.stays import Passage, passage_of
from tracker.domain.views import SAID, View
from tracker.estimation.competing import Experience, learn_from
from tracker.services.catalogue import catalogue
from tracker.services.positions import program_rows
from tracker.services.progress import plan_in
from tracker.services.promises import milestones_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class Experiences:
    """The experience with one plan (or with all that was asked), said and shown."""

    said: Experience
    shown: Experience


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Time from approval to completion in a view, and the dates promised beside it.

    ``own`` rests on the programs asked about, ``of_all`` on every program of the
    record, for a plan that is young has no experience of its own. ``open_positions``
    are the open programs as said, with their due dates and milestones; ``promises``
    tells what became of every date promised so far, followed through all plans.
    """

    view: View
    plan: Plan | None
    revision: int
    own: Experiences
    of_all: Experiences
    open_positions: tuple[Position, ...]
    promises: PromiseRecord


def forecast(view: View, plan_code: str | None = None) -> Forecast:
    """What past completions tell of the programs of one plan, or of all, in *view*.

    Reads every report of the record once. Raises NotFound for an unknown plan.
    """
    held = catalogue()
    plan = plan_in(held, plan_code) if plan_code else None
    rows = program_rows(held, view)
    asked = {r.program.code for r in rows if plan is None or r.plan.code == plan.code}
    reports = queries.reports_of(with_retired=view.revision is not None)
    said, shown = (
        _passages(reports, view.read_as(reading))
        for reading in (SAID, view.shown_reading)
    )
    milestones = milestones_in(held, view, queries.lineage())
    return Forecast(
        view=view,
        plan=plan,
        revision=held.revision,
        own=Experiences(
            learn_from([p for p in said if p.program in asked]),
            learn_from([p for p in shown if p.program in asked]),
        ),
        of_all=Experiences(learn_from(said), learn_from(shown)),
        open_positions=_open(r.said for r in rows if r.program.code in asked),
        promises=promise_record(milestones),
    )


def _passages(reports: Mapping[str, list[Weighed]], view: View) -> list[Passage]:
    found = (passage_of(code, rows, view) for code, rows in reports.items())
    return [passage for passage in found if passage is not None]


def _open(positions: Iterable[Position]) -> tuple[Position, ...]:
    return tuple(position for position in positions if position.state.is_open)
