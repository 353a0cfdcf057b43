"""Percentage claims over time, above what the record says and shows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.claim_checks import ClaimCheck, Verdict
from tracker.domain.claim_figures import hedged
from tracker.domain.program import Plan
from tracker.domain.scores import Rule
from tracker.domain.series import Point
from tracker.domain.vocabulary import Unit
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language

IN_BRACKETS = re.compile(r"\s*\([^)]*\)?")


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """One claim of a percentage with its check; is it an official's word?"""

    check: ClaimCheck
    is_official: bool

    @property
    def day(self) -> date:
        """The day it counts from."""
        return self.check.day

    @property
    def low(self) -> float:
        """The lower figure, or the only one, as a share of 1."""
        claim = self.check.claim
        return float(claim.low if claim.low is not None else claim.high or 0) / 100

    @property
    def high(self) -> float:
        """The higher figure, or the only one, as a share of 1."""
        claim = self.check.claim
        return float(claim.high if claim.high is not None else claim.low or 0) / 100

    @property
    def counts_measures(self) -> bool:
        """Whether the claim counts measures, which the record cannot check."""
        return self.check.claim.unit is Unit.PERCENT_OF_MEASURES

    @property
    def speaker(self) -> str:
        """The last name of whoever made the claim, as far as a picture has room."""
        plain = IN_BRACKETS.sub("", self.check.claim.claimant).strip()
        return plain.rpartition(". ")[2] or plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The percentage claims on *plan* in order of time, above the figures by *rule*."""

    plan: Plan
    rule: Rule
    points: tuple[Point, ...]
    marks: tuple[ClaimMark, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody claimed a percentage."""
        return not self.marks


def describe_claims(claims: Claims, language: Language) -> Finding:
    """Say how many claims lie above, within and below what the record allows."""
    if claims.is_empty:
        none = language.say("Nobody claimed a percentage of this plan by then.")
        return Finding(none, none)
    counted = Counter(mark.check.verdict for mark in claims.marks)
    count = len(claims.marks)
    title = _headline(
        counted[Verdict.ABOVE], counted[Verdict.UNCHECKED], count, language
    )
    highest = max(claims.marks, key=lambda mark: (mark.high, -mark.day.toordinal()))
    sentence = language.plural(
        "Of %(count)s percentage claim on this plan %(above)s lie above the record, "
        "%(within)s within it and %(below)s below it; %(unchecked)s cannot be checked. "
        "The highest is %(highest)s (%(who)s, %(day)s).",
        "Of %(count)s percentage claims on this plan %(above)s lie above the record, "
        "%(within)s within it and %(below)s below it; %(unchecked)s cannot be checked. "
        "The highest is %(highest)s (%(who)s, %(day)s).",
        count,
        above=counted[Verdict.ABOVE],
        within=counted[Verdict.WITHIN],
        below=counted[Verdict.BELOW],
        unchecked=counted[Verdict.UNCHECKED],
        highest=language.percent(highest.high),
        who=highest.check.claim.claimant,
        day=language.partial(highest.check.claim.dated),
    )
    return Finding(title, sentence)


def _headline(above: int, unchecked: int, count: int, language: Language) -> str:
    if unchecked == count:
        return language.plural(
            "The only percentage claim cannot be checked: it does not count programs",
            "None of %(count)s percentage claims can be checked: none counts programs",
            count,
        )
    if count == 1 and above:
        return language.say(
            "The only percentage claim lies above what the record allows"
        )
    if count == 1:
        return language.say(
            "The only percentage claim does not lie above what the record allows"
        )
    return language.plural(
        "%(count)s of %(of)s percentage claims lies above what the record allows",
        "%(count)s of %(of)s percentage claims lie above what the record allows",
        above,
        of=count,
    )


def table_of_claims(claims: Claims, language: Language) -> Table:
    """One row a claim: who, when, the figure as said, and its verdict."""
    header = (
        language.say("Day"),
        language.say("Who"),
        language.say("Figure"),
        language.say("Unit"),
        language.say("Whose word"),
        language.say("Verdict"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            mark.check.claim.dated.text,
            mark.check.claim.claimant,
            figure_words(mark, language),
            language.label(mark.check.claim.unit),
            language.say("official")
            if mark.is_official
            else language.say("independent"),
            language.label(mark.check.verdict),
        )
        for mark in claims.marks
    ]
    return Table(language.say("Percentage claims"), header, tuple(rows))


def figure_words(mark: ClaimMark, language: Language) -> str:
    """The figure as it was said, hedge included."""
    figure = language.percent(mark.high)
    if mark.low != mark.high:
        figure = f"{language.percent(mark.low)} – {figure}"
    return hedged(mark.check.claim, figure, language.say)


def by_prominence(marks: Sequence[ClaimMark]) -> list[ClaimMark]:
    """The claims in the order in which they are given room for a name.

    New heights first, for they are what is quoted; then whatever lies above the record.
    """
    highest = 0.0
    tops = []
    for mark in marks:
        if mark.high > highest:
            highest = mark.high
            tops.append(mark)
    above = [m for m in marks if m.check.verdict is Verdict.ABOVE and m not in tops]
    rest = [m for m in marks if m not in tops and m not in above]
    return [*reversed(tops), *above, *rest]
