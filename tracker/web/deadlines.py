"""Promised dates: what became of them, and how they moved from plan to plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.dates import PartialDate
from tracker.domain.deadlines import Milestone, Stated
from tracker.domain.errors import BadInput
from tracker.domain.program import Program
from tracker.domain.vocabulary import Bound
from tracker.domain.words import N_
from tracker.services.catalogue import nothing_held
from tracker.services.promises import Matter, Promises, promises
from tracker.web.address import asked, chosen_plan, held, word
from tracker.web.filters import days, number
from tracker.web.language import plain_title
from tracker.web.pictures import Embedded, embedded
from tracker.web.progress import delay_words, range_of
from tracker.web.translate import gettext

bp = Blueprint("deadlines", __name__, url_prefix="/deadlines")


@bp.get("")
def index() -> ResponseReturnValue:
    """Show every promised date, how it moved, and what came of it."""
    sector = chosen_sector()
    found = promises(asked().view, chosen_plan(), sector)
    return render_template(
        "deadlines/index.html",
        revision=found.revision,
        found=found,
        page=Page(found),
        sector=sector or "",
        sectors=tuple((s.code, plain_title(s.title)) for s in held().sectors.values()),
        range_of=range_of,
        delay_words=delay_words,
    )


def chosen_sector() -> str | None:
    """The sector the address asks for; raises BadInput for an unknown one."""
    code = word("sector")
    if code and not held().sectors:
        raise nothing_held(BadInput, "sector")
    if code and code not in held().sectors:
        raise BadInput(
            N_("No sector has the code “%(code)s”. The sectors are: %(codes)s."),
            field="sector",
            code=code[:40],
            codes=", ".join(held().sectors),
        )
    return code or None


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a date: of which milestone, and by how many days it moved.

    ``moved`` is None for the first promise and for what is no promise; ``before`` is
    what was promised last, where a move is counted from it.
    """

    milestone: Milestone
    stated: Stated
    moved: int | None
    before: PartialDate | None
    is_last: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows beyond what the service found."""

    found: Promises

    @property
    def title(self) -> str:
        """The finding: what became of the dates that were promised."""
        record = self.found.record
        if not record.count:
            return gettext("No date was promised")
        if not record.passed_count:
            return gettext(
                "None of %(count)s promised dates has passed",
                count=number(record.count),
            )
        return gettext(
            "%(passed)s of %(count)s promised dates passed without word that they were "
            "met",
            passed=number(record.passed_count),
            count=number(record.count),
        )

    @property
    def sentence(self) -> str:
        """The finding with its other numbers."""
        record = self.found.record
        met = number(record.met_count) if record.met_count else gettext("none")
        words = [
            gettext(
                "Known to be met: %(met)s. Still ahead: %(ahead)s.",
                met=met,
                ahead=number(record.ahead_count),
            )
        ]
        if record.median_slip is not None:
            words.append(moved_words(record.moved_count, record.median_slip))
        if self.found.median_late is not None:
            words.append(late_words(len(self.found.late_days), self.found.median_late))
        return " ".join(words)

    @property
    def moving(self) -> list[Matter]:
        """The matters whose dates were promised more than once."""
        return [matter for matter in self.found.matters if matter.is_repeated]

    def steps(self, matter: Matter) -> list[Step]:
        """Every statement on *matter* in the order in which they were made."""
        found = [step for m in matter.milestones for step in steps_of(m)]
        return sorted(found, key=lambda step: (step.stated.order, step.milestone.name))

    @property
    def rows(self) -> list[tuple[Milestone, Matter]]:
        """Every milestone with its matter, the longest past first, then as due."""
        as_of = self.found.view.as_of
        rows = [(m, matter) for matter in self.found.matters for m in matter.milestones]
        return sorted(
            rows,
            key=lambda row: (
                -row[0].days_passed(as_of),
                row[0].due.last.isoformat() if row[0].due else "9",
                row[0].name,
                row[0].program,
            ),
        )

    def program(self, code: str) -> Program:
        """The program of this code."""
        return held().programs[code]

    @property
    def picture(self) -> Embedded | None:
        """How the dates that were promised again moved."""
        return embedded("slips") if self.moving else None


def moved_words(count: int, median: float) -> str:
    """How many dates were moved later, and how far half of them, or the one."""
    if count == 1:
        moved = gettext("Moved later at least once: one, by %(days)s.")
    else:
        moved = gettext(
            "Moved later at least once: %(count)s, half of them by %(days)s or more."
        )
    return moved % {"count": number(count), "days": days(round(median))}


def late_words(count: int, median: float) -> str:
    """How long ago the dates passed that did, or the one."""
    if count == 1:
        return gettext(
            "The one that passed did so %(days)s ago.", days=days(round(median))
        )
    return gettext(
        "Of those that passed, half did so %(days)s ago or more.",
        days=days(round(median)),
    )


def steps_of(milestone: Milestone) -> Sequence[Step]:
    """The statements of one milestone, each with how far it moved the promise."""
    found: list[Step] = []
    promised: Stated | None = None
    for stated in milestone.statements:
        moved, before = None, None
        if stated.deadline.bound is Bound.BY:
            if promised is not None:
                before = promised.deadline.due
                moved = (stated.deadline.due.last - before.last).days
            promised = stated
        is_last = stated is milestone.statements[-1]
        found.append(Step(milestone, stated, moved, before, is_last))
    return found
