"""The words and rules of the tracker, for its readers."""

from dataclasses import dataclass
from fractions import Fraction

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.bottlenecks import FEW, Part
from tracker.domain.bottlenecks import WEIGHTS as WEIGHTS_OF_PARTS
from tracker.domain.claim_context import NEARBY_DAYS
from tracker.domain.deadlines import DUE_SOON_DAYS
from tracker.domain.hedges import WIDENING
from tracker.domain.scores import (
    AGREEMENT,
    HALF,
    RULES,
    STRICT,
    THIRDS,
    WHOLE,
    Weights,
)
from tracker.domain.state import SILENCE_DAYS
from tracker.domain.stays import FEWEST_EXITS
from tracker.domain.vocabulary import (
    Closure,
    Condition,
    EvidenceGrade,
    LineageBasis,
    NumberBasis,
    ReportKind,
    Side,
    SourceGrade,
    Stage,
    Timeliness,
    TitleBasis,
)
from tracker.domain.words import N_
from tracker.services.history import revisions
from tracker.web.badges import closure, condition, stage, timeliness

bp = Blueprint("method", __name__, url_prefix="/method")

WEIGHTS: dict[str, Weights] = {
    "strict.v1": STRICT,
    "thirds.v1": THIRDS,
    "agreement.v1": AGREEMENT,
    "half.v1": HALF,
}
STAGE_MEANINGS: dict[Stage, str] = {
    Stage.NOT_STARTED: N_("Nothing done yet, and a source says so."),
    Stage.NEGOTIATING: N_("The text or a needed act is being drafted or negotiated."),
    Stage.AGREED: N_("The text is agreed but not adopted or signed."),
    Stage.APPROVED: N_("Adopted as a document."),
    Stage.IN_PROGRESS: N_("Measures are being carried out."),
    Stage.PARTLY_DONE: N_("A signed act or a finished measure among several."),
    Stage.COMPLETED: N_("Said to be carried out in full."),
}
CONDITION_MEANINGS: dict[Condition, str] = {
    Condition.NORMAL: N_("Nothing else reported."),
    Condition.STALLED: N_("Reported as late, without movement or in dispute."),
    Condition.BLOCKED: N_("Reported as stopped by an outside obstacle."),
}
CLOSURE_MEANINGS: dict[Closure, str] = {
    Closure.CARRIED_OVER: N_("Goes on in the next plan; never counted as completed."),
    Closure.SUPERSEDED: N_("Replaced by a program of the next plan."),
    Closure.WITHDRAWN: N_("Given up."),
}
TIMELINESS_MEANINGS: dict[Timeliness, str] = {
    Timeliness.NO_DEADLINE: N_("No date is known, or the program left its plan."),
    Timeliness.NOT_DUE: N_("The date is more than %(days)s days ahead."),
    Timeliness.DUE_SOON: N_("The date is at most %(days)s days ahead."),
    Timeliness.OVERDUE: N_("The date has passed and the program is not completed."),
    Timeliness.DONE_ON_TIME: N_("Completed by the date."),
    Timeliness.DONE_LATE: N_("Completed after the date."),
}


PART_MEANINGS: dict[Part, str] = {
    Part.OVERDUE: N_(
        "days past its due date, or past its earliest milestone that passed without "
        "word if that is more, of a year; at most 1"
    ),
    Part.STAY: N_(
        "days in its stage, of twice the median that programs stayed there; at most 1; "
        "left out below %(fewest)s known exits"
    ),
    Part.AWAITED: N_(
        "open programs that wait for it, directly or not: their number / (number + 2)"
    ),
    Part.SILENCE: N_("days since the last report that counts, of a year; at most 1"),
    Part.HELD_UP: N_("1 if its latest report says stalled or blocked"),
}


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A completion rule as readers see it: its id, words, source, and what counts."""

    id: str
    label: str
    source: str
    weights: list[tuple[Stage, str]]


@bp.get("")
def index() -> ResponseReturnValue:
    """Explain every word and every rule, from the vocabularies themselves."""
    return render_template(
        "method/index.html",
        revision=revisions().revision,
        ladders=(
            (N_("Stage: how far"), stage, STAGE_MEANINGS),
            (N_("Condition: can it move"), condition, CONDITION_MEANINGS),
            (
                N_("Closure: left the plan otherwise than done"),
                closure,
                CLOSURE_MEANINGS,
            ),
            (N_("Timeliness: computed, never typed"), timeliness, TIMELINESS_MEANINGS),
        ),
        lists=(
            ("kinds", N_("Whose word a report is"), ReportKind),
            ("sides", N_("Whose step it is about"), Side),
            ("titles", N_("On what a title rests"), TitleBasis),
            ("numbers", N_("On what a number rests"), NumberBasis),
            ("lineage", N_("On what the tie to another plan rests"), LineageBasis),
        ),
        grades=(
            ("evidence", N_("Evidence grade of a report"), EvidenceGrade),
            ("sources", N_("Grade of a source"), SourceGrade),
        ),
        rules=[_rule_words(rule_id) for rule_id in RULES],
        **rules_of_analyses(),
        soon_days=DUE_SOON_DAYS,
        silence_days=SILENCE_DAYS,
    )


def rules_of_analyses() -> dict[str, object]:
    """The weights and limits that the rules of the analyses name."""
    return {
        "parts": [
            (p, words, WEIGHTS_OF_PARTS[p]) for p, words in PART_MEANINGS.items()
        ],
        "hedges": [(hedge, *points) for hedge, points in WIDENING.items()],
        "few": FEW,
        "fewest": FEWEST_EXITS,
        "nearby_days": NEARBY_DAYS,
    }


def _rule_words(rule_id: str) -> RuleWords:
    rule = RULES[rule_id]
    weights = WEIGHTS[rule_id].items()
    counted = [(step, str(Fraction(part, WHOLE))) for step, part in weights]
    return RuleWords(rule.id, rule.label, rule.source, counted)
