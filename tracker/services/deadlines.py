"""Deadlines by form: what a statement, its correction or its end would move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.deadlines import WHOLE_PROGRAM, Deadline, Milestone, Stated, place
from tracker.domain.state import Position, position_of, state_of
from tracker.domain.views import View
from tracker.services.catalogue import catalogue
from tracker.services.entries import Settled
from tracker.services.program_detail import program_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class MilestoneMove:
    """A milestone as it stands and as it will; None where nothing is said of it."""

    name: str
    before: Milestone | None
    after: Milestone | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePreview:
    """What will move as of *today*: the milestones named, and when all of it is due."""

    today: date
    before: Position
    after: Position
    milestones: tuple[MilestoneMove, ...]


def preview_deadline(
    before: Deadline | None, settled: Settled | None, today: date
) -> DeadlinePreview:
    """What it will move as of *today* to put a settled statement in place of *before*.

    Without *before* it is a new one; without *settled* the other is only taken out.
    """
    stated = _stated(settled) if settled else None
    about = [d for d in (before, stated and stated.deadline) if d]
    code = about[0].program
    held = queries.deadlines_by_program().get(code, [])
    gone = before.key if before else ""
    others = [s for s in held if s.deadline.key != gone]
    now = _position(code, held, today)
    then = _position(code, [*others, stated] if stated else others, today)
    names = dict.fromkeys(d.milestone for d in about)
    return DeadlinePreview(
        today=today,
        before=now,
        after=then,
        milestones=tuple(
            MilestoneMove(name, _named(name, now), _named(name, then))
            for name in names
            if name != WHOLE_PROGRAM
        ),
    )


def _stated(settled: Settled) -> Stated:
    deadline = settled.fact
    assert isinstance(deadline, Deadline)
    cited = {source.id: source for source in queries.sources(deadline.sources)}
    return place(deadline, {**cited, **settled.sources})


def _named(name: str, position: Position) -> Milestone | None:
    return next((m for m in position.milestones if m.name == name), None)


def _position(code: str, stated: Sequence[Stated], today: date) -> Position:
    held, view = catalogue(), View(as_of=today)
    program = program_in(held, code)
    state = state_of(queries.reports_of((code,)).get(code, []), view)
    return position_of(program, held.plans[program.plan], state, stated, view)
