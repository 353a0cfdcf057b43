"""How long completion has taken so far, and what promises were worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.deadlines import Milestone
from tracker.domain.state import Position
from tracker.domain.stays import FEWEST_EXITS
from tracker.estimation.competing import Estimate, Experience
from tracker.estimation.survival import Median, Step
from tracker.services.forecast import Forecast
from tracker.services.forecast import forecast as find_forecast
from tracker.web.address import asked, chosen_plan, held
from tracker.web.filters import days, number, share_words
from tracker.web.language import page_language
from tracker.web.pictures import Embedded, embedded
from tracker.web.translate import gettext

bp = Blueprint("forecast", __name__, url_prefix="/forecast")

HALF_YEARS = (182, 365, 548, 730, 913, 1096, 1278, 1461, 1644, 1826)


@bp.get("")
def index() -> ResponseReturnValue:
    """Show what past completions tell, beside what was promised."""
    found = find_forecast(asked().view, chosen_plan())
    return render_template(
        "forecast/index.html",
        revision=found.revision,
        found=found,
        page=Page(found),
        fewest=FEWEST_EXITS,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One experience: of which programs, in which reading."""

    words: str
    experience: Experience


@dataclass(frozen=True, slots=True)
class ByThen:
    """What had come of approved programs by a day: completed, and left otherwise."""

    day: int
    completed: Step | None
    left: Step | None


@dataclass(frozen=True)
class Page:
    """What the page shows beyond what the service found."""

    found: Forecast

    @property
    def learnt(self) -> Experience:
        """What the finding rests on: the programs asked about, as said."""
        return self.found.own.said

    @property
    def title(self) -> str:
        """The finding."""
        learnt = self.learnt
        if not learnt.count:
            return gettext("Nothing is approved yet, so nothing can be learnt")
        if learnt.estimate is None:
            return gettext(
                "No forecast: fewer than %(count)s completions are known",
                count=number(FEWEST_EXITS),
            )
        if learnt.estimate.median.day is not None:
            return gettext(
                "Half of the approved programs were said to be completed within "
                "%(days)s",
                days=days(learnt.estimate.median.day),
            )
        last = learnt.estimate.completed[-1]
        return gettext(
            "Fewer than half were ever said to be completed: %(share)s, within "
            "%(days)s",
            share=percent(last.share),
            days=days(last.day),
        )

    @property
    def sentence(self) -> str:
        """The finding with its counts, said and shown."""
        said, shown = self.found.own.said, self.found.own.shown
        return gettext(
            "Of %(of)s approved programs %(completed)s are said to be completed, "
            "%(left)s left their plan otherwise and %(open)s are open. As shown, "
            "%(shown)s of %(shown_of)s are completed.",
            of=number(said.count),
            completed=number(said.completed_count),
            left=number(said.left_count),
            open=number(said.open_count),
            shown=number(shown.completed_count),
            shown_of=number(shown.count),
        )

    @property
    def rows(self) -> list[Row]:
        """Every experience there is to learn from."""
        found = self.found
        of_all = [
            Row(gettext("All plans, as said"), found.of_all.said),
            Row(gettext("All plans, as shown"), found.of_all.shown),
        ]
        if found.plan is None:
            return of_all
        code = found.plan.code
        own = [
            Row(gettext("%(plan)s, as said", plan=code), found.own.said),
            Row(gettext("%(plan)s, as shown", plan=code), found.own.shown),
        ]
        return [*own, *of_all]

    @property
    def telling(self) -> Row | None:
        """The first experience that suffices for an estimate, if any does."""
        return next((row for row in self.rows if row.experience.estimate), None)

    @property
    def by_then(self) -> list[ByThen]:
        """What that experience tells, half year by half year."""
        telling = self.telling
        estimate = telling.experience.estimate if telling else None
        if estimate is None:
            return []
        last = last_day(estimate)
        shown = [day for day in HALF_YEARS if day < last] + [last]
        return [
            ByThen(day, reached(estimate.completed, day), reached(estimate.left, day))
            for day in shown
        ]

    @property
    def open(self) -> list[Position]:
        """The open programs, those due first first."""
        return sorted(
            self.found.open_positions,
            key=lambda p: (
                p.due is None,
                p.due.last.isoformat() if p.due else "",
                p.program.code,
            ),
        )

    def ahead(self, position: Position) -> list[Milestone]:
        """The milestones of an open program that are promised and not yet past."""
        return [m for m in position.milestones if m.is_ahead]

    def passed(self, position: Position) -> list[Milestone]:
        """The milestones of an open program that passed without word."""
        return [m for m in position.milestones if m.is_passed]

    @cached_property
    def picture(self) -> Embedded | None:
        """The curve of the plan asked about, or of the latest that has one."""
        if not self.learnt.count:
            return None
        if self.found.plan:
            return embedded("forecast", self.found.plan.code)
        for code in reversed(list(held().plans)):
            if find_forecast(asked().view, code).own.said.estimate:
                return embedded("forecast", code)
        return None

    def median_words(self, median: Median) -> str:
        """A median with its interval."""
        if median.day is None:
            if median.low is None:
                return gettext("not reached")
            return gettext("not reached; from %(low)s on", low=days(median.low))
        if median.high is None:
            interval = gettext("%(low)s to open", low=number(median.low or 0))
        else:
            interval = f"{number(median.low or 0)}–{number(median.high)}"
        return f"{days(median.day)} ({interval})"

    def step_words(self, step: Step | None) -> str:
        """A share with its interval."""
        if step is None:
            return gettext("none")
        return gettext(
            "%(share)s (%(low)s to %(high)s)",
            share=percent(step.share),
            low=percent(step.low),
            high=percent(step.high),
        )


def percent(value: float) -> str:
    """A share of one as a percentage; intervals come as binary fractions."""
    return share_words(round(value, 3), page_language())


def reached(steps: Sequence[Step], day: int) -> Step | None:
    """The last of *steps* on or before *day*."""
    before = [step for step in steps if step.day <= day]
    return before[-1] if before else None


def last_day(estimate: Estimate) -> int:
    """The last day on which anything was completed or left its plan."""
    return max(step.day for step in (*estimate.completed, *estimate.left))
