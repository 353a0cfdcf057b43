"""Promises: what became of the dates that were promised, taken together."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tracker.domain.deadlines import Milestone


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecord:
    """How promised milestones fared in a view; lower bounds are no promises.

    Every milestone is counted once among met, passed and ahead. ``moved_count`` of
    them slipped at least once, ``slip_days`` are the days each of these slipped in all.
    """

    count: int
    met_count: int
    passed_count: int
    ahead_count: int
    moved_count: int
    slip_days: tuple[int, ...]

    @property
    def median_slip(self) -> float | None:
        """The median of the days slipped, or None where nothing slipped."""
        return median(self.slip_days) if self.slip_days else None


def promise_record(milestones: Iterable[Milestone]) -> PromiseRecord:
    """Count what became of the *milestones* that were promised for a date."""
    promised = [m for m in milestones if m.due is not None]
    met = [m for m in promised if m.met_on is not None]
    passed = [m for m in promised if m.is_passed]
    moved = [m for m in promised if m.slip_count]
    return PromiseRecord(
        count=len(promised),
        met_count=len(met),
        passed_count=len(passed),
        ahead_count=len(promised) - len(met) - len(passed),
        moved_count=len(moved),
        slip_days=tuple(sorted(m.slip_days for m in moved)),
    )
