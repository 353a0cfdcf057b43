"""Deadlines: what was promised for when, how promises moved, and what is due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tracker.domain.dates import PartialDate
from tracker.domain.program import Plan
from tracker.domain.report import day_of, known_on_of
from tracker.domain.source import Source
from tracker.domain.views import View
from tracker.domain.vocabulary import Bound, Timeliness

WHOLE_PROGRAM = "Whole program"
DUE_SOON_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One statement that a milestone of a program is due by (or not before) a date."""

    key: str = ""
    program: str
    milestone: str
    stated_on: PartialDate
    due: PartialDate
    bound: Bound = Bound.BY
    met_on: PartialDate | None = None
    known_on: date | None = None
    note: str = ""
    sources: tuple[str, ...] = ()
    corrects: str = ""
    added_in: int = 0
    retired_in: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Stated:
    """A deadline statement with the day it counts from and the day it was public."""

    deadline: Deadline
    day: date
    known_on: date

    @property
    def order(self) -> tuple[date, int, str]:
        """Sorts statements by day, then key."""
        return (self.day, len(self.deadline.key), self.deadline.key)


def place(deadline: Deadline, sources: Mapping[str, Source]) -> Stated:
    """Place a statement in time by those of *sources* that it cites."""
    cited = [sources[key] for key in deadline.sources if key in sources]
    known_on = known_on_of(deadline.stated_on, deadline.known_on, cited)
    return Stated(deadline, day_of(deadline.stated_on, known_on), known_on)


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone of a program in a view: its statements and what came of them.

    ``due`` is the latest promise (None where there is only a lower bound);
    ``slip_count`` and ``slip_days`` say how often and by how many days in all the
    promise moved later; ``met_on`` is the day a source says it was met.
    """

    program: str
    name: str
    statements: tuple[Stated, ...]
    due: PartialDate | None
    slip_count: int
    slip_days: int
    met_on: PartialDate | None
    is_passed: bool

    @property
    def promises(self) -> tuple[Stated, ...]:
        """The statements that promise a date; lower bounds are drawn, never counted."""
        return tuple(s for s in self.statements if s.deadline.bound is Bound.BY)

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that name it, in the order in which they first did.

        Several only where a promise is followed through the plans.
        """
        return tuple(dict.fromkeys(s.deadline.program for s in self.statements))

    @property
    def is_ahead(self) -> bool:
        """Whether its date is promised and neither met nor past."""
        return self.due is not None and not (self.met_on or self.is_passed)

    def days_passed(self, as_of: date) -> int:
        """Days since the promise passed without word, or 0."""
        return (as_of - self.due.last).days if self.is_passed and self.due else 0


def milestones_of(statements: Iterable[Stated], view: View) -> list[Milestone]:
    """The milestones of one program in *view*, by the day first stated, then by name.

    "Whole program" is left out: it moves the due date of the program (``due_of``).
    """
    by_name: dict[str, list[Stated]] = defaultdict(list)
    for stated in sorted(statements_in(view, statements), key=lambda s: s.order):
        if stated.deadline.milestone != WHOLE_PROGRAM:
            by_name[stated.deadline.milestone].append(stated)
    found = [_milestone(name, rows, view) for name, rows in by_name.items()]
    return sorted(found, key=lambda m: (m.statements[0].day, m.name))


def statements_in(view: View, statements: Iterable[Stated]) -> list[Stated]:
    """Those of *statements* that were made and known in *view* and stand in it."""
    return [
        s
        for s in statements
        if view.dates_in(s.day, s.known_on) and view.holds(s.deadline)
    ]


def _milestone(name: str, rows: Sequence[Stated], view: View) -> Milestone:
    promises = [s.deadline.due for s in rows if s.deadline.bound is Bound.BY]
    moves = [(later.last - earlier.last).days for earlier, later in pairwise(promises)]
    slips = [days for days in moves if days > 0]
    met = [
        s.deadline.met_on
        for s in rows
        if s.deadline.met_on
        and view.dates_in(s.deadline.met_on.last, s.deadline.met_on.last)
    ]
    due = promises[-1] if promises else None
    return Milestone(
        program=rows[0].deadline.program,
        name=name,
        statements=tuple(rows),
        due=due,
        slip_count=len(slips),
        slip_days=sum(slips),
        met_on=met[-1] if met else None,
        is_passed=due is not None and not met and due.last < view.as_of,
    )


def due_of(plan: Plan, statements: Iterable[Stated], view: View) -> PartialDate | None:
    """When a program is due: the last "Whole program" promise, else the plan's end."""
    promises = [
        s
        for s in statements
        if s.deadline.milestone == WHOLE_PROGRAM and s.deadline.bound is Bound.BY
    ]
    if whole := promises and statements_in(view, promises):
        return max(whole, key=lambda s: s.order).deadline.due
    return plan.ends_on


def timeliness_of(
    due: PartialDate | None,
    *,
    completed_on: date | None,
    is_closed: bool,
    as_of: date,
) -> Timeliness:
    """How a program stands to its due date on *as_of*.

    Once a program left its plan otherwise than done, no deadline runs any more; one
    that was completed and superseded afterwards stays done.
    """
    if due is None:
        return Timeliness.NO_DEADLINE
    if completed_on is not None:
        on_time = completed_on <= due.last
        return Timeliness.DONE_ON_TIME if on_time else Timeliness.DONE_LATE
    if is_closed:
        return Timeliness.NO_DEADLINE
    if due.last < as_of:
        return Timeliness.OVERDUE
    is_soon = (due.last - as_of).days <= DUE_SOON_DAYS
    return Timeliness.DUE_SOON if is_soon else Timeliness.NOT_DUE
