"""Workbooks into the record: what one would change, and the change itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from tracker.domain.changes import Action, Add, Origin, Revision
from tracker.domain.errors import BadInput, Conflict, RuleBroken
from tracker.domain.words import N_
from tracker.services import door
from tracker.services.door import Author
from tracker.services.import_plan import ImportPlan, make_plan
from tracker.services.merge_steps import Choice, steps_of
from tracker.storage import queries

SEEDER = "Tracker"


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
            N_("%(count)s problems. Nothing was written. The first: %(first)s"),
            count=len(plan.problems),
            first=str(plan.problems[0]),
        )


def plan_import(data: bytes, today: date) -> ImportPlan:
    """What the workbook *data* would change, or every problem in it; writes nothing.

    Raises BadInput for a file that is no workbook to be trusted.
    """
    return make_plan(data, today)


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


def apply_import(
    data: bytes, author: Author, summary: str, today: date, confirmed: Confirmed
) -> Revision:
    """Enter what *confirmed* names as one revision, or nothing.

    Sent twice it is entered once. Raises PlanMoved where the record changed since,
    WorkbookRefused where the workbook has problems, RuleBroken where a clash has no
    choice or nothing is left to change.
    """
    made = queries.revision_of_token(confirmed.token)
    if made is not None:
        return queries.revision(made.number)
    plan = make_plan(data, today)
    if plan.problems:
        raise WorkbookRefused(plan)
    if plan.fingerprint != confirmed.fingerprint:
        raise PlanMoved(plan)
    steps = steps_of(plan, confirmed.choices, confirmed.others)
    if not steps:
        raise RuleBroken(N_("There is nothing to change."))
    return door.enter(steps, author, summary, today, token=confirmed.token)


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
    plan = make_plan(data, today, is_ours=True)
    if plan.problems:
        raise WorkbookRefused(plan)
    steps = [Add(e.fact) for e in plan.entries if e.action is Action.ADDED]
    summary = f"First filling from {path.name}"
    return door.enter(steps, Author(SEEDER, Origin.SEED), summary, today, token=token)
