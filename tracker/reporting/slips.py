"""Slipping deadlines: when a date was promised, and for when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.domain.deadlines import Milestone
from tracker.domain.program import Title
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language

MATTER_COUNT = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter followed through the plans, and its milestones promised repeatedly.

    ``key`` is the code of the program that its title is taken from.
    """

    key: str
    title: Title
    milestones: tuple[Milestone, ...]

    @property
    def slip_days(self) -> int:
        """By how many days its dates moved later in all."""
        return sum(milestone.slip_days for milestone in self.milestones)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slips:
    """The matters that have a date promised more than once, most slipped first.

    ``once_count`` is the number of milestones promised but once, which cannot slip.
    """

    subject: str
    matters: tuple[Matter, ...]
    once_count: int = 0

    @property
    def milestones(self) -> list[Milestone]:
        """Every milestone that is drawn or told."""
        return [m for matter in self.matters for m in matter.milestones]

    @property
    def drawn(self) -> tuple[Matter, ...]:
        """The matters for which there is room."""
        return self.matters[:MATTER_COUNT]


def ranked(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """The matters by days slipped, then by key."""
    return tuple(sorted(matters, key=lambda m: (-m.slip_days, m.key)))


def describe_slips(slips: Slips, language: Language) -> Finding:
    """Say how many of the dates promised again moved later, and which moved most."""
    milestones = slips.milestones
    if not milestones:
        none = language.say("No date was promised more than once, so none can slip.")
        return Finding(none, none)
    moved = [m for m in milestones if m.slip_count]
    title = _headline(len(moved), len(milestones), language)
    sentence = language.plural(
        "Of %(count)s milestone promised more than once %(moved)s were moved later; "
        "%(passed)s of all passed without word that they were met.",
        "Of %(count)s milestones promised more than once %(moved)s were moved later; "
        "%(passed)s of all passed without word that they were met.",
        len(milestones),
        moved=len(moved),
        passed=sum(m.is_passed for m in milestones),
    )
    if moved:
        sentence += " " + _most(slips, language)
    return Finding(title, sentence)


def _headline(moved: int, count: int, language: Language) -> str:
    if count == 1 and moved:
        return language.say("The only date promised again was moved later")
    if count == 1:
        return language.say("The only date promised again was not moved later")
    return language.plural(
        "%(count)s of %(of)s dates promised again was moved later",
        "%(count)s of %(of)s dates promised again were moved later",
        moved,
        of=count,
    )


def _most(slips: Slips, language: Language) -> str:
    pairs = [(matter, m) for matter in slips.matters for m in matter.milestones]
    matter, most = max(pairs, key=lambda pair: (pair[1].slip_days, pair[1].name))
    return language.say(
        "Furthest: %(matter)s, %(milestone)s, by %(days)s days in all.",
        matter=language.title(matter.title),
        milestone=most.name,
        days=language.number(most.slip_days),
    )


def table_of_slips(slips: Slips, language: Language) -> Table:
    """One row a statement of a date, in the order in which they were made."""
    header = (
        language.say("Matter"),
        language.say("Milestone"),
        language.say("Program"),
        language.say("Said on"),
        language.say("Promised for"),
        language.say("Kind"),
        language.say("What came of it"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            language.title(matter.title),
            milestone.name,
            stated.deadline.program,
            stated.deadline.stated_on.text,
            stated.deadline.due.text,
            language.label(stated.deadline.bound),
            outcome(milestone, language) if stated is milestone.statements[-1] else "",
        )
        for matter in slips.matters
        for milestone in matter.milestones
        for stated in milestone.statements
    ]
    caption = language.say("Dates promised more than once")
    return Table(caption, header, tuple(rows))


def outcome(milestone: Milestone, language: Language) -> str:
    """What came of a milestone, in words."""
    if milestone.met_on:
        return language.say("met")
    if milestone.is_passed:
        return language.say("passed without word")
    return (
        language.say("still to come") if milestone.due else language.say("no promise")
    )


def span_of(slips: Slips, as_of: date) -> tuple[date, date, date, date]:
    """The scales of all panels: stated from and to, promised from and to."""
    stated = [s.day for m in slips.milestones for s in m.statements]
    due = [s.deadline.due.last for m in slips.milestones for s in m.statements]
    return (
        min(stated).replace(month=1, day=1),
        as_of,
        min(due).replace(month=1, day=1),
        max(due),
    )
