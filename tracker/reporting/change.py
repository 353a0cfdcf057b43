"""Explained change: a figure before, the parts by which it moved, the figure after."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.explained_change import Cause, ExplainedChange
from tracker.domain.program import Plan
from tracker.domain.scores import Rule
from tracker.domain.views import View
from tracker.domain.words import N_
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language
from tracker.reporting.progress import NO_PROGRAMS, NOT_KNOWN

TITLES = {
    0: N_("No change: %(after)s"),
    1: N_("From %(before)s to %(after)s, all by %(cause)s"),
    2: N_("From %(before)s to %(after)s, above all by %(cause)s"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The change of the figure of *plan* between two views, explained.

    ``has_items`` is false where neither list has a program to count; it *is_not_known*
    where nobody has spoken of any of them.
    """

    plan: Plan
    earlier: View
    later: View
    rule: Rule
    new_rule: Rule
    explained: ExplainedChange
    has_items: bool = True
    is_not_known: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.is_not_known or not self.has_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: a whole figure from 0, or the part of a cause; moved programs counted.

    ``stands`` is the figure reached with it.
    """

    words: str
    start: Fraction
    stands: Fraction
    is_whole: bool = False
    moved_count: int = 0

    @property
    def part(self) -> Fraction:
        """What the step adds."""
        return self.stands - self.start


def steps_of(change: Change, language: Language) -> list[Step]:
    """The figure before, a step for every cause, and the figure after."""
    explained = change.explained
    before, after = side_words(change, language)
    moved = Counter(move.cause for move in explained.moves)
    stands = explained.before
    steps = [Step(words=before, start=Fraction(), stands=stands, is_whole=True)]
    for cause, part in explained.parts.items():
        steps.append(
            Step(
                words=language.label(cause),
                start=stands,
                stands=stands + part,
                moved_count=moved[cause],
            )
        )
        stands += part
    return [*steps, Step(words=after, start=Fraction(), stands=stands, is_whole=True)]


def side_words(change: Change, language: Language) -> tuple[str, str]:
    """The two sides by their dates, and by whatever else tells them apart."""
    sides = ((change.earlier, change.rule), (change.later, change.new_rule))
    words = [[language.day(view.as_of)] for view, _ in sides]
    told = [
        [_known(view, language) for view, _ in sides],
        [language.say(view.reading.label).lower() for view, _ in sides],
        [f"“{language.say(rule.label)}”" for _, rule in sides],
        [_revision(view, language) for view, _ in sides],
    ]
    for pair in told:
        if pair[0] != pair[1]:
            for own, text in zip(words, pair, strict=True):
                own.append(text)
    before, after = (", ".join(own) for own in words)
    return before, after


def _known(view: View, language: Language) -> str:
    if view.known_on is None:
        return language.say("as known today")
    return language.say("known on %(day)s", day=language.day(view.known_on))


def _revision(view: View, language: Language) -> str:
    if view.revision is None:
        return language.say("the last revision")
    return language.say("revision %(number)s", number=view.revision)


def points_in_words(part: Fraction, language: Language) -> str:
    """A part in points, with its sign."""
    sign = "+" if part > 0 else "−" if part < 0 else ""
    return f"{sign}{language.number(round(float(abs(part)) * 100, 1))}"


def describe_change(change: Change, language: Language) -> Finding:
    """Say from where to where the figure went, and by which causes."""
    if change.is_empty:
        none = language.say(NOT_KNOWN if change.is_not_known else NO_PROGRAMS)
        return Finding(none, none)
    explained = change.explained
    parts = {cause: part for cause, part in explained.parts.items() if part}
    largest = max(parts, key=lambda cause: abs(parts[cause]), default=Cause.REAL)
    title = language.say(
        TITLES[min(len(parts), 2)],
        before=language.percent(explained.before),
        after=language.percent(explained.after),
        cause=language.label(largest).lower(),
    )
    if not parts and explained.moves:
        title = _still(explained, language)
    before, after = side_words(change, language)
    sentence = language.say(
        "%(before)s: %(old)s; %(after)s: %(new)s. In points: %(parts)s; together "
        "%(whole)s.",
        before=before,
        old=language.percent(explained.before),
        after=after,
        new=language.percent(explained.after),
        parts=_parts_in_words(explained, language),
        whole=points_in_words(explained.difference, language),
    )
    return Finding(title, sentence)


def _still(explained: ExplainedChange, language: Language) -> str:
    """The title where programs moved, but none in a way that this rule counts."""
    return language.plural(
        "Still %(after)s, though %(count)s program moved",
        "Still %(after)s, though %(count)s programs moved",
        len({move.program for move in explained.moves}),
        after=language.percent(explained.after),
    )


def _parts_in_words(explained: ExplainedChange, language: Language) -> str:
    return ", ".join(
        f"{language.label(cause).lower()} {points_in_words(part, language)}"
        for cause, part in explained.parts.items()
    )


def table_of_change(change: Change, language: Language) -> Table:
    """One row a step: the points it adds, the figure reached, programs that moved."""
    header = (
        language.say("Step"),
        language.say("Points"),
        language.say("Figure"),
        language.say("Programs that moved"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            step.words,
            None if step.is_whole else round(float(step.part) * 100, 1),
            language.percent(step.stands),
            None if step.is_whole else step.moved_count,
        )
        for step in steps_of(change, language)
    )
    caption = language.say(
        "The figure before, each part in points, and the figure after"
    )
    return Table(caption, header, () if change.is_empty else rows)
