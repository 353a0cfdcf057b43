"""What moved a plan's figures, as the sheet of the Excel report tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.domain.explained_change import Cause
from tracker.domain.program import Plan
from tracker.domain.scores import RULES
from tracker.domain.views import SAID, View
from tracker.reporting.change import Change, describe_change
from tracker.services.change_between import ChangeBetween, changes_between
from tracker.services.completion import main_rule
from tracker.services.report_scope import Scope
from tracker.workbook.progress_analyses import MovedFigure, MovedProgram


def moves_of(
    scope: Scope, plan: Plan
) -> tuple[list[MovedFigure], list[MovedProgram], str]:
    """Why each figure of *plan* moved since the start, by what, and a sentence.

    Said and shown by every rule, both days as known in the view, and by the rule of the
    plan with the first day as it was known on that day; that rule comes first.
    """
    own = main_rule(plan)
    figures: list[MovedFigure] = []
    moves: list[MovedProgram] = []
    told = ""
    for reading in (SAID, scope.view.shown_reading):
        later = scope.view.read_as(reading)
        earlier = replace(later, as_of=scope.since)
        pairs = [(rule, rule) for rule in RULES.values()]
        today = changes_between(earlier, later, plan.code, pairs)
        then = changes_between(
            _as_known_then(earlier), later, plan.code, [(RULES[own], RULES[own])]
        )
        figures += _figures(today, own)
        figures += [replace(each, is_then=True) for each in _figures(then, own)]
        by_own = next(found for found in today if found.rule.id == own)
        moves += _moves(by_own, Cause)
        moves += _moves(then[0], (Cause.CORRECTION,))
        told = told or _sentence(by_own, scope)
    figures.sort(key=lambda figure: not figure.is_own_rule)
    return figures, moves, told


def _as_known_then(earlier: View) -> View:
    """The earlier side with no more than was public on its own day."""
    known_on = min(earlier.as_of, earlier.known_on or earlier.as_of)
    return replace(earlier, known_on=known_on)


def _figures(found: Iterable[ChangeBetween], own: str) -> Iterator[MovedFigure]:
    for change in found:
        if any(change.counts):
            yield MovedFigure(
                plan=change.plan,
                rule=change.rule,
                reading=change.later.reading,
                explained=change.explained,
                counts=change.counts,
                is_own_rule=change.rule.id == own,
                is_not_known=change.is_not_known,
            )


def _moves(found: ChangeBetween, causes: Iterable[Cause]) -> Iterator[MovedProgram]:
    wanted = set(causes)
    for move in found.explained.moves:
        if move.cause in wanted:
            yield MovedProgram(
                found.programs[move.program],
                found.later.reading,
                move,
                found.points_of(move),
            )


def _sentence(found: ChangeBetween, scope: Scope) -> str:
    change = Change(
        plan=found.plan,
        earlier=found.earlier,
        later=found.later,
        rule=found.rule,
        new_rule=found.new_rule,
        explained=found.explained,
        has_items=any(found.counts),
        is_not_known=found.is_not_known,
    )
    return f"{found.plan.code}: {describe_change(change, scope.language).title}"
