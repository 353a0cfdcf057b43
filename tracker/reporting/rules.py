"""Every rule side by side: what each makes of the same record, said and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.due_scores import DueScore
from tracker.domain.measures import MeasuresScore
from tracker.domain.program import Plan
from tracker.domain.scores import RULES, Rule, Score
from tracker.domain.vocabulary import EvidenceGrade
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language
from tracker.reporting.progress import NO_PROGRAMS, NOT_KNOWN

# The rule for texts that are to be agreed; the others are for programs carried out.
AGREEMENT = "agreement.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSpread:
    """A plan's figures by every rule, and by one rule for every evidence floor.

    ``by_floor`` gives the figures by *main_rule* where only reports graded so or better
    count. ``due`` is of what was due by then, said and shown; ``measures`` the latest
    word on single measures, which is only ever said. Of a plan that *is_not_known*
    nobody has said anything yet, so no rule gives a figure.
    """

    plan: Plan
    main_rule: Rule
    said: Mapping[str, Score]
    shown: Mapping[str, Score]
    by_floor: Mapping[EvidenceGrade, Score]
    due: tuple[DueScore, DueScore] | None = None
    measures: MeasuresScore | None = None
    is_not_known: bool = False

    def is_fitting(self, rule: str) -> bool:
        """Whether *rule* climbs the same ladder as the main one: texts, or programs."""
        return (rule == AGREEMENT) == (self.main_rule.id == AGREEMENT)

    @property
    def is_empty(self) -> bool:
        """Whether there is no figure to show."""
        return self.is_not_known or not any(score.of for score in self.said.values())


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One row: its label, and the figures; a floor and a word on measures have one."""

    label: str
    said: Score | None
    shown: Score | None


def rows_of(spread: RuleSpread, language: Language) -> list[SpreadRow]:
    """The rows by rule; those made for the other kind of plan say so."""
    return [
        SpreadRow(_rule_label(spread, rule, language), said, spread.shown[rule])
        for rule, said in spread.said.items()
    ]


def _rule_label(spread: RuleSpread, rule: str, language: Language) -> str:
    label = language.say(RULES[rule].label)
    if spread.is_fitting(rule):
        return label
    return language.say("%(rule)s (made for the other kind of plan)", rule=label)


def other_rows_of(spread: RuleSpread, language: Language) -> list[SpreadRow]:
    """The rows of what counts something else: programs due by then, and measures."""
    return [*_due_rows(spread, language), *_measures_rows(spread, language)]


def _due_rows(spread: RuleSpread, language: Language) -> list[SpreadRow]:
    """One row, where anything was due; its label tells how late that is."""
    if spread.due is None or not spread.due[0].score.of:
        return []
    said, shown = spread.due
    label = language.say("Completed of the %(count)s due by then", count=said.score.of)
    late = _late_words(said.mean_delay, shown.mean_delay, language)
    label = (
        language.say("%(label)s; %(late)s", label=label, late=late) if late else label
    )
    return [SpreadRow(label, said.score, shown.score)]


def _late_words(
    said: Fraction | None, shown: Fraction | None, language: Language
) -> str:
    """How late that is; of programs that have all left the plan nobody can say."""
    days = [None if mean is None else round(mean) for mean in (said, shown)]
    if not any(days):
        return ""
    words = {
        "said": language.number(days[0] or 0),
        "shown": language.number(days[1] or 0),
    }
    if days[0] is None:
        return language.say("late by a mean of %(shown)s days as shown", **words)
    if days[1] is None:
        return language.say("late by a mean of %(said)s days as said", **words)
    return language.say(
        "late by a mean of %(said)s days as said, %(shown)s as shown", **words
    )


def _measures_rows(spread: RuleSpread, language: Language) -> list[SpreadRow]:
    """One row, where anybody counted measures: who, and when."""
    if spread.measures is None:
        return []
    claim, value = spread.measures.claim.claim, spread.measures.value
    label = language.say(
        "Measures done, as counted by %(who)s, %(day)s",
        who=claim.claimant,
        day=language.partial(claim.dated),
    )
    return [SpreadRow(label, Score(value, 1, value), None)]


def floor_rows_of(spread: RuleSpread, language: Language) -> list[SpreadRow]:
    """The rows by evidence floor, the lowest first."""
    return [
        SpreadRow(_floor_label(grade, language), None, score)
        for grade, score in sorted(spread.by_floor.items())
    ]


def _floor_label(grade: EvidenceGrade, language: Language) -> str:
    if grade is EvidenceGrade.E0:
        return language.say("Every report (E0 and better)")
    words = language.label(grade)
    if grade is EvidenceGrade.E4:
        return language.say("%(grade)s: %(words)s", grade=grade.value, words=words)
    return language.say(
        "%(grade)s and better: from %(words)s up", grade=grade.value, words=words
    )


def describe_rules(spread: RuleSpread, language: Language) -> Finding:
    """Say from where to where the rules reach, said and shown."""
    if spread.is_empty:
        none = language.say(NOT_KNOWN if spread.is_not_known else NO_PROGRAMS)
        return Finding(none, none)
    said, shown = (_fitting(spread, each) for each in (spread.said, spread.shown))
    parts = [
        language.say(
            "%(rule)s %(said)s and %(shown)s",
            rule=row.label.lower(),
            said=_percent(row.said, language),
            shown=_percent(row.shown, language),
        )
        for row in rows_of(spread, language)
    ]
    sentence = language.say(
        "As said and as shown: %(parts)s; as shown the rules reach from %(low)s to "
        "%(high)s.",
        parts="; ".join(parts),
        low=language.percent(min(shown)),
        high=language.percent(max(shown)),
    )
    return Finding(_headline(said, language), sentence)


def _fitting(spread: RuleSpread, scores: Mapping[str, Score]) -> list[Fraction]:
    """The figures by the rules on the ladder of the plan: the two are never mixed."""
    fitting = [score for rule, score in scores.items() if spread.is_fitting(rule)]
    return [score.value or Fraction() for score in fitting or scores.values()]


def _headline(figures: Sequence[Fraction], language: Language) -> str:
    low, high = language.percent(min(figures)), language.percent(max(figures))
    if len(figures) == 1:
        return language.say(
            "By the only rule made for such a plan the record gives %(share)s as said",
            share=low,
        )
    if low == high:
        return language.say(
            "By every rule the record gives %(share)s as said", share=low
        )
    return language.say(
        "By the rule chosen, the same record gives %(low)s to %(high)s as said",
        low=low,
        high=high,
    )


def table_of_rules(spread: RuleSpread, language: Language) -> Table:
    """One row a rule, then one row an evidence floor."""
    header = (
        language.say("Rule or evidence floor"),
        language.say("Said"),
        language.say("Said, at most"),
        language.say("Shown"),
        language.say("Shown, at most"),
    )
    rows = [
        *rows_of(spread, language),
        *other_rows_of(spread, language),
        *floor_rows_of(spread, language),
    ]
    body: list[tuple[Cell, ...]] = [
        (
            row.label,
            *_bounds(row.said, language),
            *_bounds(row.shown, language),
        )
        for row in rows
        if not spread.is_empty
    ]
    caption = language.say("The figures by every rule, said and shown")
    return Table(caption, header, tuple(body))


def _bounds(score: Score | None, language: Language) -> tuple[Cell, Cell]:
    if score is None:
        return None, None
    return _percent(score, language), language.percent(score.high or 0)


def _percent(score: Score | None, language: Language) -> str:
    return language.percent(score.value or 0) if score else ""
