"""Undoing a revision by a new one; nothing is erased, both stay in the history."""

from datetime import date

from tracker.domain.changes import Revision
from tracker.domain.errors import Conflict, RuleBroken
from tracker.domain.words import N_
from tracker.services import door
from tracker.services.door import Author, Overtaken
from tracker.services.imports import Confirmed
from tracker.services.kept import Kept
from tracker.services.merge_steps import steps_of
from tracker.services.undo_plan import UndoPlan, make_undo_plan
from tracker.storage import queries
from tracker.storage.transactions import end_reading

KEPT_COUNT = 2  # plans; one of a very large revision takes some ten megabytes

_plans: Kept[UndoPlan] = Kept(KEPT_COUNT)


class UndoMoved(Conflict):
    """The record moved since the plan was looked at; ``plan`` is a fresh one."""

    def __init__(self, plan: UndoPlan) -> None:
        self.plan = plan
        super().__init__(
            N_(
                "The record changed since you looked at this undo. Nothing was "
                "written. Look at what it would change now, and confirm that."
            )
        )


def plan_undo(number: int, today: date) -> UndoPlan:
    """What undoing the revision of this *number* would change; writes nothing.

    Worked out once for each state of the record in each process. Raises NotFound for
    an unknown number.
    """
    return _plans.get(_key(number, today), lambda: make_undo_plan(number, today))


def planned_already(number: int, today: date) -> UndoPlan | None:
    """The plan where this process has it; one statement."""
    return _plans.peek(_key(number, today))


def _key(number: int, today: date) -> tuple[object, ...]:
    return (number, queries.record_mark(), today)


def token_of(number: int, confirmed: Confirmed) -> str:
    """What the record knows the undo by that is *confirmed*, once it is entered."""
    return f"undo:{number}:{confirmed.token}"


def apply_undo(
    number: int, author: Author, summary: str, today: date, confirmed: Confirmed
) -> Revision:
    """Undo a revision by a new one, as *confirmed*; sent twice it is done once.

    Raises UndoMoved where the record changed since, RuleBroken where a clash has no
    choice, nothing is left to undo, or the record cannot take it.
    """
    token = token_of(number, confirmed)
    made = queries.revision_of_token(token)
    if made is not None:
        return queries.revision(made.number)
    plan = plan_undo(number, today)
    if plan.fingerprint != confirmed.fingerprint:
        raise UndoMoved(plan)
    steps = steps_of(plan, confirmed.choices, confirmed.others)
    if not steps:
        raise RuleBroken(N_("There is nothing to change."))
    try:
        return door.enter(steps, author, summary, today, token=token)
    except Overtaken as moved:
        end_reading()
        raise UndoMoved(plan_undo(number, today)) from moved
