"""Change between two views: why a completion figure of a plan differs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from tracker.domain.errors import BadInput
from tracker.domain.explained_change import (
    Cause,
    ExplainedChange,
    Move,
    Situation,
    explain_change,
)
from tracker.domain.program import Plan, Program
from tracker.domain.report import Weighed, weigh
from tracker.domain.scores import RULES, Rule
from tracker.domain.state import UNKNOWN, State, state_of
from tracker.domain.views import View
from tracker.domain.words import N_
from tracker.services.catalogue import catalogue
from tracker.services.progress import plan_in
from tracker.storage import queries

Programs = Mapping[str, Program]
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeBetween:
    """The change of a plan's figure from one view to another, explained.

    ``programs`` holds every program of either list, for the moves name codes alone;
    ``counts`` tells how many the earlier and the later list have. Where nobody has
    spoken of any of them on either side the change *is_not_known*, which is not nought.
    """

    plan: Plan
    earlier: View
    later: View
    rule: Rule
    new_rule: Rule
    revision: int
    explained: ExplainedChange
    programs: Programs
    counts: tuple[int, int]
    is_not_known: bool = False

    def points_of(self, move: Move) -> Fraction | None:
        """What *move* adds to the part of its cause, as a share of 1.

        None where the list of items or the rule itself changed, for then every item
        weighs differently. Those of a correction or of real change add up to its part.
        """
        is_same_rule = self.rule.id == self.new_rule.id
        if move.cause is Cause.ITEMS or (move.cause is Cause.RULE and not is_same_rule):
            return None
        count = self.counts[move.cause is not Cause.CORRECTION]
        before, after = (
            self.rule.score((state,)).done if state else Fraction()
            for state in (move.before, move.after)
        )
        return (after - before) / count


def change_between(
    earlier: View,
    later: View,
    plan_code: str,
    rule: str = "strict.v1",
    new_rule: str | None = None,
) -> ChangeBetween:
    """Explain how the figure of a plan changed between two views.

    Raises NotFound for an unknown plan and BadInput for an unknown rule. Reads the
    whole record once for each view that names a past revision.
    """
    rules = (rule_named(rule), rule_named(new_rule or rule))
    (found,) = changes_between(earlier, later, plan_code, [rules])
    return found


def changes_between(
    earlier: View, later: View, plan_code: str, rules: Iterable[tuple[Rule, Rule]]
) -> tuple[ChangeBetween, ...]:
    """The same by several pairs of *rules*, of states that are read once for all."""
    held = catalogue()
    plan = plan_in(held, plan_code)
    before, after = (
        _list_of(plan_code, held.programs, view.revision) for view in (earlier, later)
    )
    situation = _situation((earlier, before), (later, after))
    return tuple(
        ChangeBetween(
            plan=plan,
            earlier=earlier,
            later=later,
            rule=old,
            new_rule=new,
            revision=held.revision,
            explained=explain_change(situation, old, new),
            programs={**before.programs, **after.programs},
            counts=(len(before.programs), len(after.programs)),
            is_not_known=_is_not_known(situation),
        )
        for old, new in rules
    )


@dataclass(frozen=True, slots=True)
class _List:
    """The programs of a plan as listed in one revision.

    ``reports`` are those of that revision, weighed by its sources; None for the record
    as it stands now, whose states the database finds faster.
    """

    programs: Programs
    reports: Mapping[str, Sequence[Weighed]] | None

    def states(self, view: View) -> dict[str, State]:
        """The state of each of the programs in *view*, which is of this revision."""
        if self.reports is None:
            found = queries.states(view, (view.reading,))[view.reading]
            return {code: found.get(code, UNKNOWN) for code in self.programs}
        return {
            code: state_of(self.reports.get(code, ()), view) for code in self.programs
        }


def _list_of(plan: str, now: Programs, revision: int | None) -> _List:
    """The programs of a *plan* as listed in a *revision*, or those of *now*."""
    if revision is None:
        return _List({p.code: p for p in now.values() if p.plan == plan}, None)
    record = queries.record(revision)
    programs = {p.code: p for p in record.programs if p.plan == plan}
    sources = {source.id: source for source in record.sources}
    reports: defaultdict[str, list[Weighed]] = defaultdict(list)
    for report in record.reports:
        if report.program in programs:
            reports[report.program].append(weigh(report, sources))
    return _List(programs, reports)


def _situation(earlier: tuple[View, _List], later: tuple[View, _List]) -> Situation:
    (then, before), (now, after) = earlier, later
    learnt = replace(then, known_on=now.known_on, revision=now.revision)
    return Situation(
        before=before.states(then),
        corrected=after.states(learnt),
        after=after.states(now.read_as(then.reading)),
        reread=after.states(now),
    )


def _is_not_known(situation: Situation) -> bool:
    states = [*situation.before.values(), *situation.reread.values()]
    return bool(states) and all(state.stage is None for state in states)


def a_year_before(view: View) -> View:
    """The earlier side where none was asked for."""
    return replace(view, as_of=view.as_of - A_YEAR)


def rule_named(name: str) -> Rule:
    """The completion rule of this id; raises BadInput with the ids there are."""
    if name in RULES:
        return RULES[name]
    raise BadInput(
        N_("“%(name)s” is no rule. Choose one of %(names)s."),
        field="rule",
        name=name[:40],
        names=", ".join(RULES),
    )
