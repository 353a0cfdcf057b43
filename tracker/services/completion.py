"""Completion of a plan by every rule, and by how much evidence is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.claim_context import place_claim
from tracker.domain.due_scores import DueScore, due_v1
from tracker.domain.measures import MeasuresScore, measures_v1
from tracker.domain.program import Plan
from tracker.domain.scores import Score, scores_by_rule
from tracker.domain.state import UNKNOWN, Position, State, position_of
from tracker.domain.views import SAID, Reading, View
from tracker.domain.vocabulary import EvidenceGrade
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.progress import plan_in
from tracker.storage import queries

FLOORS = tuple(Reading(floor) for floor in EvidenceGrade)


@dataclass(frozen=True, slots=True)
class Figures:
    """A plan's figures in one reading: by each completion rule, and of what was due.

    Where nothing was reported the plan *is_not_known*, which is not nought.
    """

    scores: Mapping[str, Score]
    due: DueScore
    is_not_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A plan by every rule, said and shown, and by each lowest evidence grade.

    ``measures`` is the latest word on single measures; it is only ever said.
    ``main_rule`` is the one that suits the plan: a plan never adopted is judged by how
    far its texts are agreed, any other by what is completed. The two never mix.
    """

    plan: Plan
    view: View
    revision: int
    main_rule: str
    said: Figures
    shown: Figures
    by_floor: Mapping[EvidenceGrade, Mapping[str, Score]]
    measures: MeasuresScore | None


def completion(view: View, plan_code: str) -> Completion:
    """The figures of one plan in *view*; raises NotFound for an unknown plan.

    One statement gives the states of all readings.
    """
    held = catalogue()
    plan = plan_in(held, plan_code)
    readings = tuple({*FLOORS, SAID, view.shown_reading})
    states = queries.states(view, readings, plan.code)
    codes = [p.code for p in held.programs.values() if p.plan == plan.code]
    found = {r: {c: states[r].get(c, UNKNOWN) for c in codes} for r in readings}
    return Completion(
        plan=plan,
        view=view,
        revision=held.revision,
        main_rule=main_rule(plan),
        said=_figures(held, plan, found[SAID], view),
        shown=_figures(held, plan, found[view.shown_reading], view),
        by_floor={r.floor: _scores(found[r]) for r in FLOORS},
        measures=measures_of(plan.code, view),
    )


def main_rule(plan: Plan) -> str:
    """The completion rule that suits *plan*."""
    return "agreement.v1" if plan.adopted_on is None else "strict.v1"


def measures_of(plan_code: str, view: View) -> MeasuresScore | None:
    """The latest word on the measures of a plan in *view*."""
    sources = {source.id: source for source in queries.sources()}
    claims = queries.claims(plan_code, with_retired=view.revision is not None)
    return measures_v1([place_claim(claim, sources) for claim in claims], view)


def _figures(
    held: Catalogue, plan: Plan, states: Mapping[str, State], view: View
) -> Figures:
    positions: list[Position] = [
        position_of(
            held.programs[code], plan, state, held.deadlines.get(code, ()), view
        )
        for code, state in states.items()
    ]
    is_not_known = bool(states) and all(s.stage is None for s in states.values())
    return Figures(_scores(states), due_v1(positions, view.as_of), is_not_known)


def _scores(states: Mapping[str, State]) -> dict[str, Score]:
    return scores_by_rule(states.values())
