"""Every chart there is: ONE table of what reads, draws, describes and tabulates it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.domain.words import N_
from tracker.reporting.bottlenecks import describe_bottlenecks, table_of_bottlenecks
from tracker.reporting.bottlenecks_drawing import draw_bottlenecks
from tracker.reporting.change import describe_change, table_of_change
from tracker.reporting.change_drawing import draw_change
from tracker.reporting.claims import describe_claims, table_of_claims
from tracker.reporting.claims_drawing import draw_claims
from tracker.reporting.finding import Finding, Table
from tracker.reporting.forecast import describe_forecast, table_of_forecast
from tracker.reporting.forecast_drawing import draw_forecast
from tracker.reporting.frame import Frame
from tracker.reporting.history import describe_history, table_of_history
from tracker.reporting.history_drawing import draw_history
from tracker.reporting.language import Language
from tracker.reporting.lineage import describe_lineage, table_of_lineage
from tracker.reporting.lineage_drawing import draw_lineage
from tracker.reporting.progress import describe_progress, table_of_progress
from tracker.reporting.progress_drawing import draw_progress
from tracker.reporting.rules import describe_rules, table_of_rules
from tracker.reporting.rules_drawing import draw_rules
from tracker.reporting.slips import describe_slips, table_of_slips
from tracker.reporting.slips_drawing import draw_slips
from tracker.reporting.stages import describe_stages, table_of_stages
from tracker.reporting.stages_drawing import draw_stages
from tracker.reporting.stays import describe_stays, table_of_stays
from tracker.reporting.stays_drawing import draw_stays
from tracker.services.chart_analyses import (
    bottlenecks_in,
    change_in,
    claims_in,
    forecast_in,
    lineage_in,
    progress_in,
    rules_in,
    slips_in,
    stays_in,
)
from tracker.services.chart_values import Question, history_in, stages_in

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its name, what reads its values, and what draws and describes them.

    The values pass from ``gather`` to the others and to nobody else. ``rule`` is the
    id of the rule it rests on; ``has_rule`` says that a completion rule can be chosen.
    A chart is of one plan, unless it ``may_be_of_all`` or ``is_of_all`` anyhow.
    One that ``is_between`` compares two views.
    """

    name: str
    label: str
    gather: Callable[[Question], Any]
    draw: "Callable[[Any, Frame], Figure]"
    describe: Callable[[Any, Language], Finding]
    tabulate: Callable[[Any, Language], Table]
    rule: str = ""
    has_rule: bool = False
    may_be_of_all: bool = False
    is_of_all: bool = False
    is_between: bool = False


HISTORY = Chart(
    name="history",
    label=N_("History at a glance"),
    gather=history_in,
    draw=draw_history,
    describe=describe_history,
    tabulate=table_of_history,
)
STAGES = Chart(
    name="stages",
    label=N_("Programs by stage"),
    gather=stages_in,
    draw=draw_stages,
    describe=describe_stages,
    tabulate=table_of_stages,
)
PROGRESS = Chart(
    name="progress",
    label=N_("Progress by month"),
    gather=progress_in,
    draw=draw_progress,
    describe=describe_progress,
    tabulate=table_of_progress,
    has_rule=True,
)
CHANGE = Chart(
    name="change",
    label=N_("What moved"),
    gather=change_in,
    draw=draw_change,
    describe=describe_change,
    tabulate=table_of_change,
    has_rule=True,
    is_between=True,
)
RULES = Chart(
    name="rules",
    label=N_("Every rule side by side"),
    gather=rules_in,
    draw=draw_rules,
    describe=describe_rules,
    tabulate=table_of_rules,
    has_rule=True,
)
CLAIMS = Chart(
    name="claims",
    label=N_("Percentage claims"),
    gather=claims_in,
    draw=draw_claims,
    describe=describe_claims,
    tabulate=table_of_claims,
    rule="claim.v1",
    has_rule=True,
)
BOTTLENECKS = Chart(
    name="bottlenecks",
    label=N_("Bottlenecks"),
    gather=bottlenecks_in,
    draw=draw_bottlenecks,
    describe=describe_bottlenecks,
    tabulate=table_of_bottlenecks,
    rule="bottleneck.v1",
    may_be_of_all=True,
)
STAYS = Chart(
    name="stays",
    label=N_("Days in each stage"),
    gather=stays_in,
    draw=draw_stays,
    describe=describe_stays,
    tabulate=table_of_stays,
    is_of_all=True,
)
SLIPS = Chart(
    name="slips",
    label=N_("Slipping deadlines"),
    gather=slips_in,
    draw=draw_slips,
    describe=describe_slips,
    tabulate=table_of_slips,
    may_be_of_all=True,
)
FORECAST = Chart(
    name="forecast",
    label=N_("Forecast"),
    gather=forecast_in,
    draw=draw_forecast,
    describe=describe_forecast,
    tabulate=table_of_forecast,
)
LINEAGE = Chart(
    name="lineage",
    label=N_("Lineage"),
    gather=lineage_in,
    draw=draw_lineage,
    describe=describe_lineage,
    tabulate=table_of_lineage,
    is_of_all=True,
)

CHARTS: Mapping[str, Chart] = {
    chart.name: chart
    for chart in (
        HISTORY,
        STAGES,
        PROGRESS,
        CHANGE,
        RULES,
        CLAIMS,
        BOTTLENECKS,
        STAYS,
        SLIPS,
        FORECAST,
        LINEAGE,
    )
}
