"""What the record adds up to: every analysis in one finding, and the way to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.words import N_
from tracker.reporting.finding import Finding
from tracker.services.bottlenecks import bottlenecks
from tracker.services.claim_verdicts import claim_verdicts
from tracker.services.forecast import forecast
from tracker.services.lineage import lineage_record
from tracker.services.overview import overview
from tracker.services.promises import promises
from tracker.web import bottlenecks as bottlenecks_page
from tracker.web import change as change_page
from tracker.web import claims as claims_page
from tracker.web import deadlines as deadlines_page
from tracker.web import forecast as forecast_page
from tracker.web import lineage as lineage_page
from tracker.web.address import asked, chosen_plan, held, to
from tracker.web.lanes import in_words
from tracker.web.language import plain_title
from tracker.web.overview import finding
from tracker.web.translate import gettext

bp = Blueprint("analysis", __name__, url_prefix="/analysis")


@dataclass(frozen=True, slots=True)
class Told:
    """One analysis: its question, its address, and its finding."""

    question: str
    name: str
    address: str
    finding: Finding


@bp.get("")
def index() -> ResponseReturnValue:
    """Give every analysis in one finding."""
    chosen_plan()
    told = told_in_view() if held().plans else []
    return render_template("analysis/index.html", revision=held().revision, told=told)


def told_in_view() -> Sequence[Told]:
    """Every analysis of the view asked for."""
    return [
        Told(gettext(question), gettext(name), to(endpoint), tell())
        for endpoint, name, question, tell in ANALYSES
    ]


def _progress() -> Finding:
    plans = overview(asked().view, chosen_plan()).plans
    words = [f"{plain_title(p.plan.title)}: {finding(p)}" for p in reversed(plans)]
    return Finding(words[0], " ".join(words[1:]))


def _bottlenecks() -> Finding:
    found = bottlenecks(asked().view, chosen_plan())
    if not found.plans:
        return Finding(gettext("No plan was in force on that day"), "")
    return bottlenecks_page.finding_of(found)


def _deadlines() -> Finding:
    page = deadlines_page.Page(promises(asked().view, chosen_plan()))
    return Finding(page.title, page.sentence if page.found.record.count else "")


def _claims() -> Finding:
    rows = claim_verdicts(asked().view, chosen_plan()).rows
    return claims_page.finding_of(row.check for row in rows)


def _change() -> Finding:
    page = change_page.Page(change_page.asked_change())
    named = f"{plain_title(page.found.plan.title)}: {page.title}"
    since = gettext("Since %(day)s.", day=in_words(page.found.earlier.as_of))
    return Finding(named, f"{since} {page.sentence}")


def _forecast() -> Finding:
    page = forecast_page.Page(forecast(asked().view, chosen_plan()))
    return Finding(page.title, page.sentence if page.learnt.count else "")


def _lineage() -> Finding:
    return lineage_page.Page(lineage_record(asked().view)).finding


ANALYSES: tuple[tuple[str, str, str, Callable[[], Finding]], ...] = (
    ("progress.index", N_("Progress"), N_("How far has it come?"), _progress),
    ("bottlenecks.index", N_("Bottlenecks"), N_("What is stuck?"), _bottlenecks),
    ("deadlines.index", N_("Deadlines"), N_("What became of the dates?"), _deadlines),
    ("claims.index", N_("Claims"), N_("They say so: is it so?"), _claims),
    ("change.index", N_("What moved"), N_("What changed, and why?"), _change),
    ("forecast.index", N_("Forecast"), N_("How long does it take?"), _forecast),
    ("lineage.index", N_("Lineage"), N_("What became of it?"), _lineage),
)
