"""The overview: every plan at a glance, and the latest changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.program import Plan
from tracker.domain.scores import RULES
from tracker.domain.vocabulary import Stage, Timeliness
from tracker.domain.words import N_
from tracker.reporting.frame import NARROW
from tracker.services.overview import overview
from tracker.services.positions import ProgramRow
from tracker.services.programs import HELD_UP
from tracker.services.progress import PlanProgress, Tally
from tracker.web.address import asked, chosen_plan, to
from tracker.web.bars import ORDER, WORDS, counts, of
from tracker.web.filters import number
from tracker.web.rows import Row, rows_of
from tracker.web.translate import gettext, ngettext

bp = Blueprint("overview", __name__)

LIST_LENGTH = 3
# Programs that want a look: their list, its heading, what an empty one says, and the
# filter that shows them all.
LOOKS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    (
        "overdue",
        N_("Overdue"),
        N_("No open program is past its due date."),
        {"timeliness": Timeliness.OVERDUE},
    ),
    (
        "held_up",
        N_("Stalled"),
        N_("No open program is reported as stalled."),
        {"condition": HELD_UP},
    ),
    (
        "silent",
        N_("Silent for over 270 days"),
        N_("Something was said of every open program in the last 270 days."),
        {"silent": "yes"},
    ),
)


@bp.get("/")
def index() -> ResponseReturnValue:
    """Show how far each plan has come, what wants a look, and what changed."""
    found = overview(asked().view, chosen_plan())
    plans = tuple(reversed(found.plans))
    return render_template(
        "overview/index.html",
        revision=found.revision,
        plans=plans,
        tallies=[tally for plan in plans for tally in (plan.said, plan.shown)],
        story=story_of(plans),
        latest=found.latest,
        rules=RULES.values(),
        main_rule=main_rule,
        plan_span=plan_span,
        finding=finding,
        looks=looks,
        shortened=shortened,
        stage_rows=stage_rows,
    )


@dataclass(frozen=True, slots=True)
class Story:
    """The plan whose history is shown as a picture, and what the picture says."""

    plan: Plan
    headline: str
    narrow: int = NARROW


def story_of(plans: Sequence[PlanProgress]) -> Story | None:
    """The plan with most completed in words, of equals the latest; None for none."""
    if not plans:
        return None
    told = max(plans, key=lambda p: p.said.scores["strict.v1"].done)
    if is_unspoken(told):
        return Story(told.plan, finding(told))
    further = sum(_is_further_in_words(row) for row in told.disagreeing)
    return Story(
        told.plan,
        ngettext(
            "%(further)s of %(count)s programs is further in words than the evidence "
            "shows",
            "%(further)s of %(count)s programs are further in words than the evidence "
            "shows",
            further,
            further=number(further),
            count=number(told.said.count),
        ),
    )


def _is_further_in_words(row: ProgramRow) -> bool:
    said, shown = row.said.state.stage, row.shown.state.stage
    return said is not None and (shown is None or said.rank > shown.rank)


def main_rule(plan: Plan) -> str:
    """The rule a plan is told by: a package never adopted is measured by agreement."""
    return "strict.v1" if plan.adopted_on else "agreement.v1"


def plan_span(plan: Plan) -> str:
    """The years of a plan."""
    years = [
        str(day.first.year if day is plan.starts_on else day.last.year)
        for day in (plan.starts_on, plan.ends_on)
        if day
    ]
    return "–".join(dict.fromkeys(years))


def finding(progress: PlanProgress) -> str:
    """The gap between said and shown in one sentence."""
    said, shown = progress.said, progress.shown
    if is_unspoken(progress):
        return gettext("Nothing was reported of its programs by this day.")
    if main_rule(progress.plan) == "strict.v1":
        return _completed(said, shown)
    return gettext(
        "Never adopted as a package. By what is said, %(agreed)s of %(count)s were "
        "agreed; by what is shown, %(shown)s.",
        agreed=number(_agreed(progress, "said")),
        count=number(said.count),
        shown=_number_or_none(_agreed(progress, "shown")),
    )


def is_unspoken(progress: PlanProgress) -> bool:
    """Whether nothing was reported of any program of a plan that has some."""
    said = progress.said
    return bool(said.count) and said.by_stage.get(None, 0) == said.count


def _completed(said: Tally, shown: Tally) -> str:
    done, proven = said.scores["strict.v1"], shown.scores["strict.v1"]
    if not done.done and not proven.done:
        return gettext(
            "Completed: none, not even by what is said. Partly done: %(said)s as "
            "said, %(shown)s as shown.",
            said=_number_or_none(said.by_stage[Stage.PARTLY_DONE]),
            shown=_number_or_none(shown.by_stage[Stage.PARTLY_DONE]),
        )
    return gettext(
        "By what is said, %(said)s are completed. By what is shown, %(shown)s.",
        said=of(done),
        shown=of(proven) if proven.done else gettext("none"),
    )


def _number_or_none(count: int) -> str:
    return number(count) if count else gettext("none")


def _agreed(progress: PlanProgress, reading: str) -> int:
    tally = progress.said if reading == "said" else progress.shown
    return sum(
        count for stage, count in tally.by_stage.items() if stage and stage.rank >= 2
    )


def stage_rows(progress: PlanProgress) -> list[tuple[str, int, int]]:
    """The bars as a table: the stage in words, said, shown."""
    said, shown = counts(progress.said), counts(progress.shown)
    return [
        (gettext(WORDS[code]), said.get(code, 0), shown.get(code, 0)) for code in ORDER
    ]


def looks(progress: PlanProgress) -> list[tuple[str, str, str, str]]:
    """The lists of programs that want a look: name, heading, empty words, address."""
    return [
        (
            name,
            gettext(words),
            gettext(note),
            to("programs.index", plan=progress.plan.code, **chosen),
        )
        for name, words, note, chosen in LOOKS
    ]


def shortened(progress: PlanProgress, name: str) -> list[Row]:
    """The first few of the programs of *progress* that are so."""
    return rows_of(getattr(progress, name)[:LIST_LENGTH], progress.view)
