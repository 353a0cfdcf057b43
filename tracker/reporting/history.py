"""History at a glance: what was said of every program, what was shown, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.deadlines import Milestone
from tracker.domain.history import Spell
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.state import State
from tracker.domain.threads import Stretch
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of a row with its spells, as said and as shown."""

    stretch: Stretch
    said: tuple[Spell, ...]
    shown: tuple[Spell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One program: the bands of its thread through time, and where it stands now."""

    program: Program
    sector: Sector
    bands: tuple[Band, ...]
    said: State
    shown: State
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The programs of a plan in the order of their sectors.

    ``starts`` is the first day of the picture; ``plans`` are those the threads run
    through, in their order.
    """

    plan: Plan
    rows: tuple[HistoryRow, ...]
    starts: date
    plans: tuple[Plan, ...] = ()

    def groups(self) -> list[tuple[Sector, list[HistoryRow]]]:
        """The rows by sector."""
        found: dict[str, tuple[Sector, list[HistoryRow]]] = {}
        for row in self.rows:
            found.setdefault(row.sector.code, (row.sector, []))[1].append(row)
        return list(found.values())


def _rank(state: State) -> int:
    return state.stage.rank if state.stage else -1


def describe_history(history: History, language: Language) -> Finding:
    """Say how many programs stand higher in words than on paper."""
    rows = history.rows
    if not rows:
        none = language.say("No program is in this plan yet.")
        return Finding(none, none)
    if all(row.said.stage is None for row in rows):
        none = language.say("Nothing was reported of these programs by this day.")
        return Finding(none, none)
    ahead = sum(_rank(row.said) > _rank(row.shown) for row in rows)
    sentence = language.plural(
        "Stage as said against stage as shown: higher for %(ahead)s of %(count)s "
        "program, the same for %(level)s, not known at all for %(unknown)s. "
        "Stalled: %(held_up)s. Open, and nothing said for over 270 days: %(silent)s.",
        "Stage as said against stage as shown: higher for %(ahead)s of %(count)s "
        "programs, the same for %(level)s, not known at all for %(unknown)s. "
        "Stalled: %(held_up)s. Open, and nothing said for over 270 days: %(silent)s.",
        len(rows),
        ahead=ahead,
        level=sum(_rank(row.said) == _rank(row.shown) >= 0 for row in rows),
        unknown=sum(row.said.stage is None for row in rows),
        held_up=sum(row.said.is_held_up for row in rows),
        silent=sum(row.said.is_silent and row.said.is_open for row in rows),
    )
    return Finding(_headline(ahead, len(rows), language), sentence)


def _headline(ahead: int, count: int, language: Language) -> str:
    if count == 1 and ahead:
        return language.say(
            "The only program is further in words than the evidence shows"
        )
    if count == 1:
        return language.say(
            "The only program is no further in words than the evidence shows"
        )
    return language.plural(
        "%(count)s of %(of)s programs is further in words than the evidence shows",
        "%(count)s of %(of)s programs are further in words than the evidence shows",
        ahead,
        of=language.number(count),
    )


def table_of_history(history: History, language: Language) -> Table:
    """One row a program: stage said and shown, since when, and the last word."""
    header = (
        language.say("Program"),
        language.say("Title"),
        language.say("Sector"),
        language.say("Said"),
        language.say("since"),
        language.say("Shown"),
        language.say("since"),
        language.say("Last word"),
        language.say("Promises passed without word"),
    )
    rows = tuple(
        (
            row.program.code,
            language.title(row.program.title),
            language.title(row.sector.title),
            standing_label(row.said, language),
            _day(row.said.stage_since, language),
            standing_label(row.shown, language),
            _day(row.shown.stage_since, language),
            _day(row.said.last_report_on, language),
            ", ".join(m.name for m in row.milestones if m.is_passed),
        )
        for row in history.rows
    )
    return Table(language.say("Every program and its stage"), header, rows)


def standing_label(state: State, language: Language) -> str:
    """Where a program stands in words: its stage, then condition or closure."""
    words = [language.label(state.stage)]
    if state.is_held_up and state.condition:
        words.append(language.label(state.condition).lower())
    if state.closure:
        words.append(language.label(state.closure).lower())
    return ", ".join(words)


def _day(day: date | None, language: Language) -> Cell:
    return language.day(day) if day else None


def drawn_stages(history: History) -> Sequence[Spell]:
    """Every spell that the picture shows, for its key."""
    return [
        spell
        for row in history.rows
        for band in row.bands
        for spell in (*band.said, *band.shown)
    ]
