"""The explained change of a figure as plain values; the parts add up to it exactly."""

from tracker.domain.explained_change import Move
from tracker.domain.state import State
from tracker.services.change_between import ChangeBetween
from tracker.services.plain_values import Values, number, title, view_values


def change_values(found: ChangeBetween) -> Values:
    """A figure before and after, the parts of the difference, and every move."""
    explained = found.explained
    return {
        "plan": found.plan.code,
        "revision": found.revision,
        "earlier": {
            **view_values(found.earlier, found.earlier.revision or found.revision),
            "rule": found.rule.id,
            "value": number(explained.before),
            "of": found.counts[0],
        },
        "later": {
            **view_values(found.later, found.later.revision or found.revision),
            "rule": found.new_rule.id,
            "value": number(explained.after),
            "of": found.counts[1],
        },
        "difference": number(explained.difference),
        "parts": {cause: number(part) for cause, part in explained.parts.items()},
        "moves": [_move(found, move) for move in explained.moves],
    }


def _move(found: ChangeBetween, move: Move) -> Values:
    return {
        "program": move.program,
        "title": title(found.programs[move.program].title),
        "cause": move.cause,
        "before": _state(move.before),
        "after": _state(move.after),
        "points": number(found.points_of(move)),
    }


def _state(state: State | None) -> Values | None:
    """Where a program stood; null where it was not in the list."""
    if state is None:
        return None
    return {
        "stage": state.stage,
        "condition": state.condition,
        "closure": state.closure,
    }
