"""Bottlenecks: which open programs hold a plan up most, and in which sectors.

Rule ``bottleneck.v1`` (design, section 4). Words name stages and sectors, never people.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.program import Plan, Sector
from tracker.domain.state import Position
from tracker.domain.stays import TypicalStay
from tracker.domain.vocabulary import Condition, Stage
from tracker.domain.words import N_, Word

RULE = "bottleneck.v1"
YEAR = 365
FEW = 3
HELD = (Condition.STALLED, Condition.BLOCKED)


class Part(Word):
    """One of the five parts of the score, in the order in which they are drawn."""

    OVERDUE = "overdue", N_("Past its date")
    STAY = "stay", N_("Long in its stage")
    AWAITED = "awaited", N_("Others wait for it")
    SILENCE = "silence", N_("Silence")
    HELD_UP = "held_up", N_("Stalled or blocked")


Parts = Mapping[Part, Fraction | None]
Weights = Mapping[Part, Fraction]

WEIGHTS: Weights = {
    Part.OVERDUE: Fraction(3),
    Part.STAY: Fraction(3),
    Part.AWAITED: Fraction(2),
    Part.SILENCE: Fraction(1),
    Part.HELD_UP: Fraction(1),
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the score of a program needs besides its own position.

    ``awaited_by`` names for each program the open programs that wait for it, directly
    or not; ``stays`` tells how long programs stay in each stage.
    """

    as_of: date
    awaited_by: Mapping[str, AbstractSet[str]]
    stays: Mapping[Stage, TypicalStay]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldProgram:
    """One open program and what its score is made of.

    A part that is None could not be measured and is left out of the score.
    ``late_for`` names the milestone that is late longest, or is empty where that is
    the program's own due date.
    """

    position: Position
    late_days: int
    late_for: str
    stage_days: int | None
    awaited_by: tuple[str, ...]
    parts: Parts

    @property
    def score(self) -> Fraction:
        """The score q, from 0 to 1."""
        return sum(self.shares(WEIGHTS).values(), Fraction())

    def shares(self, weights: Weights) -> dict[Part, Fraction]:
        """What each part adds to the score; they add up to it exactly."""
        used = sum((weights[p] for p, v in self.parts.items() if v is not None), 0)
        return {
            part: weights[part] * value / used if value and used else Fraction()
            for part, value in self.parts.items()
        }


def held_program(position: Position, around: Surroundings) -> HeldProgram:
    """Measure one open program.

    Late days, days in its stage, who waits for it, silence, and whether it is stalled
    or blocked; nothing known of the stage or of any report leaves a part out.
    """
    state = position.state
    late_days, late_for = _lateness(position, around.as_of)
    since = state.stage_since
    stage_days = (around.as_of - since).days if since else None
    waiting = around.awaited_by.get(position.program.code, frozenset())
    return HeldProgram(
        position=position,
        late_days=late_days,
        late_for=late_for,
        stage_days=stage_days,
        awaited_by=tuple(sorted(waiting)),
        parts={
            Part.OVERDUE: _of_a_year(late_days),
            Part.STAY: _stay(state.stage, stage_days, around.stays),
            Part.AWAITED: Fraction(len(waiting), len(waiting) + 2),
            Part.SILENCE: _of_a_year(state.silent_days),
            Part.HELD_UP: Fraction(state.condition in HELD),
        },
    )


def _lateness(position: Position, as_of: date) -> tuple[int, str]:
    """Days past its due date or its earliest passed milestone, whichever is more."""
    late = [(m.days_passed(as_of), m.name) for m in position.milestones]
    if position.due is not None:
        late.append(((as_of - position.due.last).days, ""))
    # Of equal days the due date itself comes first, then the milestones by name.
    days, name = min(late, key=lambda row: (-row[0], row[1]), default=(0, ""))
    return (days, name) if days > 0 else (0, "")


def _of_a_year(days: int | None) -> Fraction | None:
    return None if days is None else min(Fraction(days, YEAR), Fraction(1))


def _stay(
    stage: Stage | None, days: int | None, stays: Mapping[Stage, TypicalStay]
) -> Fraction | None:
    stay = stays.get(stage) if stage else None
    median = stay.usable_median if stay else None
    if days is None or not median:
        return None
    return min(Fraction(days, 2 * median), Fraction(1))


def rank_programs(
    positions: Iterable[Position], around: Surroundings
) -> tuple[HeldProgram, ...]:
    """The open programs among *positions*, the highest score first, then by code."""
    held = [held_program(p, around) for p in positions if p.state.is_open]
    return tuple(sorted(held, key=lambda h: (-h.score, h.position.program.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorBottleneck:
    """How much one sector holds up: mean score of its open programs, times their share.

    ``count`` is all its programs, ``open_count`` (the n to print) the open ones.
    """

    sector: Sector
    count: int
    held: tuple[HeldProgram, ...]

    @property
    def open_count(self) -> int:
        """How many of its programs are open."""
        return len(self.held)

    @property
    def is_few(self) -> bool:
        """Too few open programs to make much of a mean."""
        return self.open_count < FEW

    @property
    def score(self) -> Fraction:
        """The sector's score, from 0 to 1; 0 where nothing is open."""
        return sum(self.shares().values(), Fraction())

    def shares(self, weights: Weights = WEIGHTS) -> dict[Part, Fraction]:
        """What each part adds to the score; they add up to it exactly.

        The mean over the n open programs times n / all is their sum / all.
        """
        rows = [program.shares(weights) for program in self.held]
        return {
            part: sum((row[part] for row in rows), Fraction()) / (self.count or 1)
            for part in Part
        }

    @property
    def mean_parts(self) -> dict[Part, Fraction | None]:
        """The mean of each part over the open programs where it could be measured."""
        return {part: _mean([h.parts[part] for h in self.held]) for part in Part}

    @property
    def by_stage(self) -> dict[Stage | None, int]:
        """Its open programs counted by stage; None is the unknown."""
        counted = Counter(h.position.state.stage for h in self.held)
        return {stage: counted[stage] for stage in (*Stage, None) if counted[stage]}

    @property
    def by_condition(self) -> dict[Condition | None, int]:
        """Its open programs counted by condition; None is the unknown."""
        counted = Counter(h.position.state.condition for h in self.held)
        return {word: counted[word] for word in (*Condition, None) if counted[word]}


def _mean(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction()) / len(known) if known else None


def rank_sectors(
    sectors: Iterable[Sector],
    positions: Sequence[Position],
    held: Sequence[HeldProgram],
) -> tuple[SectorBottleneck, ...]:
    """The sectors that have a program among *positions*, the highest score first.

    Equal scores stand by the number open, then in the order of the sectors.
    """
    counted = Counter(position.program.sector for position in positions)
    found = [
        SectorBottleneck(
            sector=sector,
            count=counted[sector.code],
            held=tuple(h for h in held if h.position.program.sector == sector.code),
        )
        for sector in sectors
        if counted[sector.code]
    ]
    return tuple(sorted(found, key=_sector_order))


def _sector_order(row: SectorBottleneck) -> tuple[Fraction, int, int, str]:
    return (-row.score, -row.open_count, row.sector.sort, row.sector.code)


def is_in_force(plan: Plan, day: date) -> bool:
    """Whether *plan* was in force on *day*: adopted or begun, and not yet at its end.

    A plan that was never adopted runs from its first day.
    """
    begins = plan.adopted_on or plan.starts_on
    has_begun = begins is not None and begins.first <= day
    return has_begun and (plan.ends_on is None or day <= plan.ends_on.last)
