"""The course of one program in time, as two lanes: said above shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.history import Spell, Turn, course_of, spells_of
from tracker.domain.views import SAID
from tracker.domain.vocabulary import Bound, Stage
from tracker.services.program_detail import ProgramDetail
from tracker.web.badges import NOT_KNOWN
from tracker.web.filters import label, plain_day
from tracker.web.language import page_language
from tracker.web.translate import gettext

MOST_YEAR_LABELS = 10
AFTER_THE_END = timedelta(days=270)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lane in percent of the width; ``words`` say what it shows."""

    code: str
    start: float
    width: float
    words: str
    is_silent: bool = False
    is_held_up: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One reading's stretches, from the left."""

    name: str
    stretches: tuple[Stretch, ...]
    ending: "Ending | None" = None

    @property
    def words(self) -> str:
        """The lane as a sentence, for those who cannot see it."""
        told = [stretch.words for stretch in self.stretches]
        told += [self.ending.words] if self.ending else []
        return f"{self.name}: {'; '.join(told) or gettext(NOT_KNOWN)}."


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a program left its plan otherwise than done."""

    code: str
    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day marked across the lanes: a new year, or a promised date."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """Both lanes with their years and promised dates."""

    said: Lane
    shown: Lane
    years: tuple[Mark, ...]
    promises: tuple[Mark, ...]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Everything that is drawn in either lane."""
        return self.said.stretches + self.shown.stretches

    @property
    def key(self) -> list[tuple[str, str]]:
        """The stages that are drawn, with their words, furthest first."""
        drawn = {stretch.code for stretch in self.stretches}
        return [(s.value, label(s)) for s in reversed(Stage) if s.value in drawn]

    @property
    def has_held_up(self) -> bool:
        """Whether a hold-up is drawn."""
        return any(stretch.is_held_up for stretch in self.stretches)

    @property
    def has_silence(self) -> bool:
        """Whether silence is drawn."""
        return any(stretch.is_silent for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns days into percent of the width."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where *day* lies; days outside lie at the edge."""
        inside = min(max(day, self.first), self.last)
        return 100 * (inside - self.first).days / max((self.last - self.first).days, 1)


def lanes_of(found: ProgramDetail) -> Lanes | None:
    """The lanes of the program *found*; None where nothing was ever said of it."""
    reports = [r.weighed for r in found.reports]
    said = course_of(reports, found.view.read_as(SAID))
    if not said:
        return None
    shown = course_of(reports, found.view.read_as(found.view.shown_reading))
    until = found.view.as_of
    scale = Scale(date(said[0].day.year, 1, 1), _last_day(said, shown, until))
    return Lanes(
        said=_lane(gettext("Said"), spells_of(said, until), scale),
        shown=_lane(gettext("Shown"), spells_of(shown, until), scale),
        years=_years(scale),
        promises=_promises(found, scale),
    )


def _last_day(said: Sequence[Turn], shown: Sequence[Turn], until: date) -> date:
    """The day of the view, or some months after the program left its plan."""
    left = [turn.day for turn in (*said, *shown) if turn.state.closure]
    both_left = said[-1].state.closure and shown and shown[-1].state.closure
    return min(until, max(left) + AFTER_THE_END) if both_left else until


def in_words(day: date) -> str:
    """A day in words, for texts that hold no markup."""
    return plain_day(day.isoformat(), "short", page_language())


def _lane(name: str, spells: Iterable[Spell], scale: Scale) -> Lane:
    stretches, ending = [], None
    for spell in spells:
        if spell.closure is None:
            stretches.append(_stretch(spell, scale))
        elif ending is None:
            words = f"{label(spell.closure)}, {in_words(spell.starts)}"
            ending = Ending(spell.closure.value, scale.at(spell.starts), words)
    return Lane(name, tuple(stretches), ending)


def _stretch(spell: Spell, scale: Scale) -> Stretch:
    start, end = scale.at(spell.starts), scale.at(spell.ends)
    words = [label(spell.stage)]
    if spell.is_held_up:
        words.append(label(spell.condition))
    if spell.is_silent:
        words.append(gettext("silent"))
    return Stretch(
        code=spell.stage.value,
        start=start,
        width=end - start,
        words=gettext(
            "%(what)s from %(day)s",
            what=", ".join(words),
            day=in_words(spell.starts),
        ),
        is_silent=spell.is_silent,
        is_held_up=spell.is_held_up,
    )


def _years(scale: Scale) -> tuple[Mark, ...]:
    years: Sequence[int] = range(scale.first.year, scale.last.year + 1)
    step = -(-len(years) // MOST_YEAR_LABELS)
    return tuple(
        Mark(scale.at(date(year, 1, 1)), str(year) if index % step == 0 else "")
        for index, year in enumerate(years)
    )


def _promises(found: ProgramDetail, scale: Scale) -> tuple[Mark, ...]:
    promised = {
        (stated.deadline.due.last, milestone.name)
        for milestone in found.milestones
        for stated in milestone.statements
        if stated.deadline.bound is Bound.BY and stated.deadline.due.last <= scale.last
    }
    return tuple(
        Mark(scale.at(due), f"{name}: {in_words(due)}")
        for due, name in sorted(promised)
    )
