"""How far each plan has come: by every rule, by evidence asked for, by sector."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.due_scores import DueScore
from tracker.domain.program import Plan
from tracker.domain.scores import RULES, Rule, Score
from tracker.domain.vocabulary import EvidenceGrade
from tracker.services.change_between import rule_named
from tracker.services.completion import Completion, completion
from tracker.services.progress import PlanProgress
from tracker.services.progress import progress as progress_in
from tracker.web.address import asked, chosen_plan, held, word
from tracker.web.filters import days, number, share
from tracker.web.overview import finding, plan_span
from tracker.web.pictures import Embedded, embedded
from tracker.web.translate import gettext

bp = Blueprint("progress", __name__, url_prefix="/progress")

# Rules made for texts that are to be agreed; the others are for programs carried out.
FOR_TEXTS = frozenset({"agreement.v1"})


@bp.get("")
def index() -> ResponseReturnValue:
    """Set every rule side by side for each plan, said and shown."""
    plan, rule = chosen_plan(), chosen_rule()
    codes = [plan] if plan else list(held().plans)[::-1]
    told = [told_of(code, rule) for code in codes]
    return render_template(
        "progress/index.html",
        revision=held().revision,
        plans=told,
        rule=rule.id if rule else "",
        rules=tuple((each.id, gettext(each.label)) for each in RULES.values()),
        plan_span=plan_span,
        range_of=range_of,
        delay_words=delay_words,
    )


def chosen_rule() -> Rule | None:
    """The rule the address asks for; raises BadInput for an unknown one."""
    name = word("rule")
    return rule_named(name) if name else None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of the table: what it gives, and whether it was made for this plan."""

    rule: Rule
    said: Score
    shown: Score
    is_own: bool
    is_fitting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One plan by every rule, and by *rule* in the bars, sectors and floors."""

    plan: Plan
    rule: Rule
    finding: str
    progress: PlanProgress
    completion: Completion
    picture: Embedded | None

    @property
    def is_own_rule(self) -> bool:
        """Whether the plan is told by the rule that suits it."""
        return self.rule.id == self.completion.main_rule

    @property
    def lines(self) -> list[RuleLine]:
        """Every rule, the plan's own first."""
        found = [self._line(rule) for rule in RULES.values()]
        return sorted(found, key=lambda line: not line.is_own)

    def _line(self, rule: Rule) -> RuleLine:
        main = self.completion.main_rule
        is_text = main in FOR_TEXTS
        return RuleLine(
            rule,
            self.completion.said.scores[rule.id],
            self.completion.shown.scores[rule.id],
            rule.id == main,
            (rule.id in FOR_TEXTS) == is_text,
        )

    @property
    def floors(self) -> Sequence[tuple[EvidenceGrade, Score]]:
        """The figure by the rule, by the lowest evidence grade that counts."""
        by_floor = self.completion.by_floor
        return [(grade, by_floor[grade][self.rule.id]) for grade in EvidenceGrade]


def told_of(code: str, rule: Rule | None) -> Told:
    """The plan of this *code*, by *rule* or by its own."""
    found = completion(asked().view, code)
    progress = progress_in(code, asked().view)
    chosen = rule or RULES[found.main_rule]
    is_own = chosen.id == found.main_rule
    return Told(
        plan=found.plan,
        rule=chosen,
        finding=finding(progress) if is_own else by_rule(progress, chosen),
        progress=progress,
        completion=found,
        picture=embedded("progress", code, chosen.id) if progress.said.count else None,
    )


def by_rule(progress: PlanProgress, rule: Rule) -> str:
    """The gap between said and shown by a rule that was chosen."""
    return gettext(
        "By the rule “%(rule)s”: %(said)s as said, %(shown)s as shown.",
        rule=gettext(rule.label),
        said=share(progress.said.scores[rule.id].value),
        shown=share(progress.shown.scores[rule.id].value),
    )


def range_of(score: Score) -> tuple[float, float] | None:
    """From the figure to the highest it may be, in percent, if there is a figure."""
    if score.low is None or score.high is None:
        return None
    return float(100 * score.low), float(100 * score.high)


def delay_words(due: DueScore) -> str:
    """How late those that were due are on the average, and how many left the plan."""
    words = []
    if due.mean_delay is not None:
        late = days(round(due.mean_delay))
        words.append(
            gettext(
                "on the average %(days)s late, over %(count)s",
                days=late,
                count=number(due.delay_count),
            )
        )
    if due.left_count:
        words.append(gettext("%(count)s left the plan", count=number(due.left_count)))
    return "; ".join(words)
