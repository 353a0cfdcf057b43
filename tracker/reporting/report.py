"""What a report holds: for each plan its front, pictures, programs and claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tracker.domain.claim_checks import ClaimCheck
from tracker.domain.claim_context import Arithmetic
from tracker.domain.program import Program
from tracker.domain.state import Position
from tracker.reporting.frame import Frame

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Drawing: TypeAlias = "Callable[[Frame], Figure]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One program of a report: where it stands, and the last word on it."""

    program: Program
    said: Position
    shown: Position
    last_word: str = ""
    last_source: str = ""


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """One claim of a report: its verdict, and what the speaker's own counts give."""

    check: ClaimCheck
    arithmetic: tuple[Arithmetic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The head of a plan: the figures that matter, and what changed.

    Each figure is a large word or number and what it tells; ``period`` says since when
    the ``changes`` are.
    """

    heading: str
    figures: Sequence[tuple[str, str]]
    period: str
    changes: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """What a report tells of one plan: its front, its pictures, programs and claims."""

    front: Front
    drawings: Sequence[Drawing]
    rows: Sequence[ReportRow]
    claims: Sequence[ReportClaim] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: title, sentence, its parts, and the frame that its pictures share.

    ``drawings`` are those about all plans together.
    """

    title: str
    sentence: str
    frame: Frame
    parts: Sequence[PlanPart]
    drawings: Sequence[Drawing] = ()

    @property
    def step_count(self) -> int:
        """How many pictures there are to draw."""
        return sum(len(part.drawings) for part in self.parts) + len(self.drawings)
