"""Workbooks into the record: what one would change, and the change itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NewType

from tracker.domain.changes import Action, Add, Origin, Revision
from tracker.domain.errors import BadInput, Conflict, RuleBroken
from tracker.domain.words import N_, P_
from tracker.services import door
from tracker.services.door import Author
from tracker.services.import_plan import ImportPlan, make_plan
from tracker.services.import_stages import HowFar, Stage, to_nobody
from tracker.services.merge_steps import Choice, steps_of
from tracker.storage import queries
from tracker.workbook.child import pack_values_apart, unpacked
from tracker.workbook.limits import LIMITS, Limits
from tracker.workbook.reader import Reading, read_workbook, understand

SEEDER = "Tracker"
Packed = NewType("Packed", bytes)  # what was read of a workbook, as it can be kept


class PlanMoved(Conflict):
    """The record moved since the plan was looked at; ``plan`` is a fresh one."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        super().__init__(
            N_(
                "The record changed since you looked at this import. Nothing was "
                "written. Look at what it would change now, and confirm that."
            )
        )


class WorkbookRefused(BadInput):
    """A workbook with problems; ``plan`` lists every one."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        super().__init__(
            P_(
                "%(count)s problem. Nothing was written: %(first)s",
                "%(count)s problems. Nothing was written. The first: %(first)s",
            ),
            count=len(plan.problems),
            first=str(plan.problems[0]),
        )


Book = bytes | Reading  # a workbook as a file, or as it has been read already


def read(data: bytes, limits: Limits = LIMITS, how_far: HowFar | None = None) -> Packed:
    """Read a workbook that anybody may have sent, in a process of its own.

    Raises BadInput for a file that is no workbook to be trusted.
    """
    tell = partial((how_far or to_nobody()).share, Stage.OPENING)
    return Packed(pack_values_apart(data, limits, tell))


def understood(packed: Packed, how_far: HowFar | None = None) -> Reading:
    """What was read, row by row; raises ValueError where it is not whole."""
    sheets = unpacked(packed)
    count = sum(len(sheet.rows) for sheet in sheets)
    return understand(sheets, (how_far or to_nobody()).each_of(Stage.ROWS, count))


def plan_import(book: Book, today: date, how_far: HowFar | None = None) -> ImportPlan:
    """What a workbook would change, or every problem in it; writes nothing.

    Raises BadInput for a file that is no workbook to be trusted.
    """
    if isinstance(book, bytes):
        book = understood(read(book, how_far=how_far), how_far)
    return make_plan(book, today, how_far)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What the person agreed to: the plan by its fingerprint, and a choice a clash.

    ``choices`` maps the names of clashes ("report:R0005"); the rest go by ``others``.
    """

    fingerprint: str
    choices: Mapping[str, Choice] = field(default_factory=dict)
    others: Choice | None = None

    @property
    def token(self) -> str:
        """The same for the same thing agreed to, however often it is sent."""
        choices = sorted((name, choice.value) for name, choice in self.choices.items())
        text = repr((self.fingerprint, choices, self.others))
        return f"import:{sha256(text.encode()).hexdigest()[:40]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor decided about a plan: to enter it, as whom, why, and how."""

    author: Author
    summary: str
    today: date
    confirmed: Confirmed


def apply_import(
    book: Book, author: Author, summary: str, today: date, confirmed: Confirmed
) -> Revision:
    """Enter what *confirmed* names as one revision, or nothing.

    Sent twice it is entered once. Raises PlanMoved where the record changed since,
    WorkbookRefused where the workbook has problems, RuleBroken where a clash has no
    choice or nothing is left to change.
    """
    decision = Decision(
        author=author, summary=summary, today=today, confirmed=confirmed
    )
    return entered_before(decision) or enter(plan_import(book, today), decision)


def entered_before(decision: Decision) -> Revision | None:
    """The revision that this very decision has made already, if it has."""
    made = queries.revision_of_token(decision.confirmed.token)
    return queries.revision(made.number) if made is not None else None


def enter(plan: ImportPlan, decision: Decision) -> Revision:
    """Enter a plan of this moment as decided; raises like ``apply_import``.

    Where somebody has entered the same in the moment before, it is theirs.
    """
    confirmed = decision.confirmed
    if plan.problems:
        raise WorkbookRefused(plan)
    if plan.fingerprint != confirmed.fingerprint:
        made = entered_before(decision)
        if made is not None:
            return made
        raise PlanMoved(plan)
    steps = steps_of(plan, confirmed.choices, confirmed.others)
    if not steps:
        raise RuleBroken(N_("There is nothing to change."))
    return door.enter(
        steps,
        decision.author,
        decision.summary,
        decision.today,
        token=confirmed.token,
    )


def seed(path: Path, today: date) -> Revision:
    """Fill an empty record from the workbook at *path*, as one revision.

    Two processes that do it at once make one revision. Raises WorkbookRefused with
    every problem of a workbook that has any.
    """
    data = path.read_bytes()
    token = f"seed:{sha256(data).hexdigest()[:40]}"
    made = queries.revision_of_token(token)
    if made is not None:
        return made
    plan = make_plan(read_workbook(data), today)
    if plan.problems:
        raise WorkbookRefused(plan)
    steps = [Add(e.fact) for e in plan.entries if e.action is Action.ADDED]
    summary = f"First filling from {path.name}"
    return door.enter(steps, Author(SEEDER, Origin.SEED), summary, today, token=token)
