"""Deadlines by form: what a statement would move, and entering it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.changes import Revision
from tracker.domain.deadlines import WHOLE_PROGRAM, Deadline, Milestone, Stated, place
from tracker.domain.state import Position, position_of, state_of
from tracker.domain.views import View
from tracker.services.catalogue import catalogue
from tracker.services.entries import (
    Entry,
    Settled,
    Signature,
    check,
    enter,
    settle_entry,
)
from tracker.services.program_detail import program_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePreview:
    """What a statement will move as of *today*: its milestone, or the due date."""

    today: date
    deadline: Deadline
    settled: Settled
    before: Position
    after: Position

    @property
    def is_whole_program(self) -> bool:
        """Whether the due date of the program itself is meant."""
        return self.deadline.milestone == WHOLE_PROGRAM

    @property
    def milestone_before(self) -> Milestone | None:
        """The milestone as it stands, if it was ever stated."""
        return self._milestone(self.before)

    @property
    def milestone_after(self) -> Milestone | None:
        """The milestone with the statement, if it lies in the view."""
        return self._milestone(self.after)

    def _milestone(self, position: Position) -> Milestone | None:
        named = (m for m in position.milestones if m.name == self.deadline.milestone)
        return next(named, None)


def preview_deadline(entry: Entry, today: date) -> DeadlinePreview:
    """What the statement of *entry* will move as of *today*.

    Raises RecordRefused with every broken rule.
    """
    settled = settle_entry(entry)
    check(settled, today)
    deadline = settled.fact
    assert isinstance(deadline, Deadline)
    cited = {source.id: source for source in queries.sources(deadline.sources)}
    stated = place(deadline, {**cited, **settled.sources})
    held = queries.deadlines_by_program().get(deadline.program, [])
    return DeadlinePreview(
        today=today,
        deadline=deadline,
        settled=settled,
        before=_position(deadline.program, held, today),
        after=_position(deadline.program, [*held, stated], today),
    )


def _position(code: str, stated: Sequence[Stated], today: date) -> Position:
    held, view = catalogue(), View(as_of=today)
    program = program_in(held, code)
    state = state_of(queries.reports_of((code,)).get(code, []), view)
    return position_of(program, held.plans[program.plan], state, stated, view)


def add_deadline(entry: Entry, signature: Signature) -> Revision:
    """Enter a deadline statement."""
    return enter(entry, signature)
