"""Undoing a revision by a new one; nothing is erased, both stay in the history."""

from datetime import date

from tracker.domain.changes import Revision
from tracker.domain.errors import Conflict, RuleBroken
from tracker.domain.words import N_
from tracker.services import door
from tracker.services.door import Author, Overtaken
from tracker.services.imports import Confirmed
from tracker.services.merge_steps import steps_of
from tracker.services.undo_plan import UndoPlan, make_undo_plan
from tracker.storage import queries
from tracker.storage.transactions import end_reading


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

    Raises NotFound for an unknown number.
    """
    return make_undo_plan(number, today)


def apply_undo(
    number: int, author: Author, summary: str, today: date, confirmed: Confirmed
) -> Revision:
    """Undo a revision by a new one, as *confirmed*; sent twice it is done once.

    Raises UndoMoved where the record changed since, RuleBroken where a clash has no
    choice, nothing is left to undo, or the record cannot take it.
    """
    token = f"undo:{number}:{confirmed.token}"
    made = queries.revision_of_token(token)
    if made is not None:
        return queries.revision(made.number)
    plan = make_undo_plan(number, today)
    if plan.fingerprint != confirmed.fingerprint:
        raise UndoMoved(plan)
    steps = steps_of(plan, confirmed.choices, confirmed.others)
    if not steps:
        raise RuleBroken(N_("There is nothing to change."))
    try:
        return door.enter(steps, author, summary, today, token=token)
    except Overtaken as moved:
        end_reading()
        raise UndoMoved(make_undo_plan(number, today)) from moved
