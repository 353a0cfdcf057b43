"""What holds the plans up: by sector, by program, by stage, and who waits for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.bottlenecks import HeldProgram, SectorBottleneck
from tracker.domain.program import Program, Sector
from tracker.domain.stays import FEWEST_EXITS
from tracker.domain.vocabulary import Condition, Stage
from tracker.estimation.survival import StageTime
from tracker.estimation.weightings import COUNT as WEIGHTING_COUNT
from tracker.reporting import bottlenecks as reporting
from tracker.reporting.finding import Finding
from tracker.services.bottlenecks import Bottlenecks
from tracker.services.bottlenecks import bottlenecks as find_bottlenecks
from tracker.web.address import asked, chosen_plan, held
from tracker.web.charts import spoken
from tracker.web.language import plain_title
from tracker.web.pictures import Embedded, embedded

bp = Blueprint("bottlenecks", __name__, url_prefix="/bottlenecks")

# The sectors that the plans themselves speak of most, always told one by one.
FIRST_CLASS = ("energy", "industry", "transport")
PROGRAM_COUNT = 3
ROUND_DAYS = 100


@bp.get("")
def index() -> ResponseReturnValue:
    """Rank sectors and open programs by what holds them up, with every part."""
    found = find_bottlenecks(asked().view, chosen_plan())
    return render_template(
        "bottlenecks/index.html",
        revision=found.revision,
        found=found,
        finding=finding_of(found),
        page=Page(found),
    )


def finding_of(found: Bottlenecks) -> Finding:
    """Which sectors hold up most, as a title and a sentence."""
    values = reporting.Bottlenecks(
        subject="", sectors=found.sectors, programs=found.programs
    )
    return reporting.describe_bottlenecks(values, spoken())


@dataclass(frozen=True, slots=True)
class Told:
    """One of the sectors told one by one: its rank, and its open programs."""

    sector: Sector
    rank: int
    row: SectorBottleneck | None

    @property
    def programs(self) -> Sequence[HeldProgram]:
        """Its open programs that are held up most."""
        return self.row.held[:PROGRAM_COUNT] if self.row else ()


@dataclass(frozen=True, slots=True)
class TimeBar:
    """How long programs stay in a stage, in percent of the width of the picture.

    An ``end`` of None is open: so far nothing tells how long it may take.
    """

    median: float | None
    start: float
    end: float | None


@dataclass(frozen=True)
class Page:
    """What the page shows beyond what the service found."""

    found: Bottlenecks

    @property
    def picture(self) -> Embedded | None:
        """The days in each stage as a picture."""
        return embedded("stays") if self.found.stage_times else None

    @property
    def subject(self) -> str:
        """The plans that were asked about."""
        return ", ".join(plain_title(plan.title) for plan in self.found.plans)

    @property
    def ranked(self) -> list[SectorBottleneck]:
        """The sectors that have anything open."""
        return [row for row in self.found.sectors if row.open_count]

    @property
    def done(self) -> list[SectorBottleneck]:
        """The sectors that have nothing open any more."""
        return [row for row in self.found.sectors if not row.open_count]

    @property
    def told(self) -> list[Told]:
        """Energy, industry and transport, wherever they stand."""
        ranks = {row.sector.code: n for n, row in enumerate(self.ranked, start=1)}
        rows = {row.sector.code: row for row in self.found.sectors}
        sectors = [held().sectors[c] for c in FIRST_CLASS if c in held().sectors]
        return [Told(s, ranks.get(s.code, 0), rows.get(s.code)) for s in sectors]

    @property
    def stages(self) -> list[Stage | None]:
        """The stages at which anything open stands."""
        present = {stage for row in self.found.sectors for stage in row.by_stage}
        return [stage for stage in (*Stage, None) if stage in present]

    @property
    def conditions(self) -> list[Condition]:
        """The hold-ups that are reported of anything open."""
        present = {each for row in self.found.sectors for each in row.by_condition}
        return [c for c in Condition if c in present and c is not Condition.NORMAL]

    @property
    def weighting_count(self) -> int:
        """How many weightings were drawn."""
        return WEIGHTING_COUNT

    @property
    def firsts(self) -> list[SectorBottleneck]:
        """The sectors that come first by any weighting, the most often first."""
        shares = self.found.first_shares
        leading = [row for row in self.ranked if shares[row.sector.code]]
        return sorted(leading, key=lambda row: -shares[row.sector.code])

    def program(self, code: str) -> Program:
        """The program of this code."""
        return held().programs[code]

    def has_enough(self, time: StageTime) -> bool:
        """Whether enough programs moved on for the stage to count in the score."""
        return time.stay.exit_count >= FEWEST_EXITS

    @cached_property
    def last_day(self) -> int:
        """The day at which the pictures of the stages end: a whole hundred."""
        days = [
            day
            for time in self.found.stage_times
            for day in (time.median.day, time.median.low, time.median.high)
            if day is not None
        ]
        return ROUND_DAYS * (max(days, default=0) // ROUND_DAYS + 1)

    def time_bar(self, time: StageTime) -> TimeBar | None:
        """The median and its interval; None where nothing ended so far."""
        median = time.median
        if median.low is None and median.day is None:
            return None
        low = median.low if median.low is not None else median.day or 0
        return TimeBar(
            median=None if median.day is None else self._at(median.day),
            start=self._at(low),
            end=None if median.high is None else self._at(median.high),
        )

    def _at(self, day: int) -> float:
        return 100 * day / self.last_day
