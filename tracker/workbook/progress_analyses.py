"""What the analyses found, as the sheets of a progress report tell it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.claim_checks import ClaimCheck
from tracker.domain.claim_context import Arithmetic
from tracker.domain.explained_change import ExplainedChange, Move
from tracker.domain.lineage import Lineage
from tracker.domain.program import Plan, Program, Title
from tracker.domain.promises import PromiseRecord
from tracker.domain.scores import Rule
from tracker.domain.series import Point
from tracker.domain.state import Position
from tracker.domain.views import Reading


@dataclass(frozen=True, slots=True)
class Figure:
    """A completion figure: ``done`` of ``of``, its share and the highest it may be.

    Where nothing was reported it *is_not_known*, which is said in place of the share.
    """

    done: Fraction | None
    of: Fraction | int | None
    share: Fraction | None = None
    high: Fraction | None = None
    is_not_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A plan by one rule or evidence floor; a figure that there is not is None."""

    plan: Plan
    words: str
    rule: str
    said: Figure | None
    shown: Figure | None
    remark: str = ""
    is_charted: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """The figure of a plan at the end of each month; ``events`` by such a day."""

    plan: Plan
    rule: Rule
    points: tuple[Point, ...]
    events: Mapping[date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedFigure:
    """Why a figure of a plan moved; ``counts`` are the programs then and now.

    ``is_then`` tells that the earlier side is as it was known on its own day;
    ``is_not_known`` that nobody spoke of the plan on either.
    """

    plan: Plan
    rule: Rule
    reading: Reading
    explained: ExplainedChange
    counts: tuple[int, int]
    is_own_rule: bool = False
    is_then: bool = False
    is_not_known: bool = False


@dataclass(frozen=True, slots=True)
class MovedProgram:
    """A program behind a part, and what it adds to it by the rule of its plan."""

    program: Program
    reading: Reading
    move: Move
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """A claim beside the record, the speaker's own sums, and where it is read."""

    check: ClaimCheck
    arithmetic: tuple[Arithmetic, ...]
    source: str


@dataclass(frozen=True, slots=True)
class MedianDays:
    """The day by which half are done, with its interval; None is "not so far"."""

    day: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedExperience:
    """How approved programs ended, and how long that took, where enough are known.

    ``median`` counts those that left as never completed; ``km_median`` asks how long it
    takes those that are not taken out of their plan.
    """

    words: str
    reading: Reading
    completed_count: int
    left_count: int
    open_count: int
    median: MedianDays | None
    km_median: MedianDays | None
    remark: str


@dataclass(frozen=True, slots=True)
class ReachedShare:
    """The share completed by a day after approval, and the interval it lies in."""

    day: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What past completions and promises tell; ``curve`` is that named in ``curve_of``.

    ``open_positions`` are the open programs as said.
    """

    experiences: tuple[ReportedExperience, ...] = ()
    curve_of: str = ""
    curve: tuple[ReachedShare, ...] = ()
    promises: PromiseRecord | None = None
    open_positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPassage:
    """What became of an item: titles and plans of both ends, and where it is read."""

    lineage: Lineage
    origin_plan: str
    origin_title: Title
    heir_plan: str = ""
    heir_title: Title | None = None
    is_into_package: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyses:
    """What the sheets of the analyses tell; the sentences are in the reader's words.

    ``sentences`` holds for each sheet, by its name, the lines that stand above it.
    """

    sentences: Mapping[str, tuple[str, ...]]
    rules: tuple[RuleRow, ...] = ()
    months: tuple[Months, ...] = ()
    figures: tuple[MovedFigure, ...] = ()
    moves: tuple[MovedProgram, ...] = ()
    claims: tuple[ReportedClaim, ...] = ()
    outlook: Outlook = Outlook()
    passages: tuple[ReportedPassage, ...] = ()


NOTHING = Analyses(sentences={})
