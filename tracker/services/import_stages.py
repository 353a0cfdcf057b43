"""How far an import or an undo is: its stages, and what share each takes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from tracker.domain.words import N_, Word

EVERY = 0.2  # seconds; a disk has better things to do than to hear of every row
Told = Callable[[float, "Stage"], None]


class Stage(Word):
    """What an import or an undo is at."""

    OPENING = "opening", N_("Reading the workbook")
    ROWS = "rows", N_("Reading its rows")
    CHECKING = "checking", N_("Checking its rows")
    PLANNING = "planning", N_("Working out what goes back")
    ENTERING = "entering", N_("Entering what it changes")


# What share of the time each stage takes, as measured with 9,000 new rows.
READING = {Stage.OPENING: 0.55, Stage.ROWS: 0.2, Stage.CHECKING: 0.25}
READ_BEFORE = {Stage.ROWS: 0.5, Stage.CHECKING: 0.5}
ENTERING = {Stage.ROWS: 0.15, Stage.CHECKING: 0.15, Stage.ENTERING: 0.7}
# And with 15,000 rows that go back.
UNDOING = {Stage.PLANNING: 0.3, Stage.ENTERING: 0.7}


@dataclass(slots=True)
class HowFar:
    """Turns the steps of some *stages* into one share, for whoever is *told*."""

    told: Told
    stages: dict[Stage, float]
    _last: float = field(default=0.0, init=False)

    def share(self, stage: Stage, share: float) -> None:
        """Tell what share of a stage is done; not more often than EVERY."""
        now = monotonic()
        if now - self._last < EVERY:
            return
        self._last = now
        self.told(self._before(stage) + self.stages.get(stage, 0) * share, stage)

    def each_of(self, stage: Stage, count: int) -> Callable[[], None]:
        """What to call for each of so many rows of a stage."""
        done = 0

        def one_more() -> None:
            nonlocal done
            done += 1
            self.share(stage, done / max(count, 1))

        return one_more

    def _before(self, stage: Stage) -> float:
        stages = list(Stage)
        earlier = stages[: stages.index(stage)]
        return sum(self.stages.get(each, 0) for each in earlier)


def to_nobody() -> HowFar:
    """For work that nobody looks on."""
    return HowFar(lambda _share, _stage: None, {})
