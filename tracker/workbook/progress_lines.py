"""Native Excel charts of said beside shown: bars by rule, lines by month."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import DateAxis
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from tracker.workbook.chart_looks import BarLook
from tracker.workbook.palette import HEADER, INK, LINE, PAPER
from tracker.workbook.progress_bars import CHARACTER, ROW, name_in

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# As in the pictures: what is said in blue, what is shown in black.
SAID_INK, SHOWN_INK = HEADER, INK
LINES_HEIGHT = 7.5
LINES_ROWS = int(LINES_HEIGHT / ROW) + 2
LINE_WIDTH, THIN_WIDTH = 25_400, 12_700  # in English Metric Units, 12,700 to a point


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidShown:
    """What a chart shows: its title, header and rows, and the columns of its series.

    ``width`` is that of the table, in characters; the names stand in ``names``.
    """

    title: str
    header: int
    rows: tuple[int, int]
    columns: tuple[int, ...]
    width: float
    names: int = 1


def bars_rows(count: int) -> int:
    """How many rows of a sheet the bars of *count* rows of a table cover."""
    return int(_bars_height(count) / ROW) + 2


def _bars_height(count: int) -> float:
    return 3.5 + 1.1 * count


def add_said_shown_bars(page: "Worksheet", wanted: SaidShown, anchor: str) -> None:
    """Add a pair of bars a row, said above shown; they cover ``bars_rows``."""
    chart = BarChart()
    chart.type, chart.grouping, chart.gapWidth = "bar", "clustered", 60
    _add_series(page, chart, wanted)
    said, shown = chart.series
    said.graphicalProperties = GraphicalProperties(solidFill=SAID_INK)
    # Shown bars are told from said ones by their hatch too.
    hatched = BarLook(SHOWN_INK, "wdUpDiag", PAPER)
    shown.graphicalProperties = hatched.outlined(SHOWN_INK)
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
    chart.y_axis.crosses = "max"
    chart.height = _bars_height(wanted.rows[1] - wanted.rows[0] + 1)
    _place(page, chart, wanted, anchor)


def add_said_shown_lines(page: "Worksheet", wanted: SaidShown, anchor: str) -> None:
    """Add a line a column over time, bounds dashed; it covers ``LINES_ROWS``.

    The columns are said, said at most, shown, shown at most.
    """
    chart = LineChart()
    _add_series(page, chart, wanted)
    for number, series in enumerate(chart.series):
        ink = SAID_INK if number < 2 else SHOWN_INK
        is_bound = bool(number % 2)
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(
                solidFill=ink,
                w=THIN_WIDTH if is_bound else LINE_WIDTH,
                prstDash="sysDash" if is_bound else "solid",
            )
        )
        series.smooth = False
        series.marker.symbol = "none"
    chart.x_axis = DateAxis(crossAx=100, baseTimeUnit="days")
    chart.x_axis.majorTimeUnit, chart.x_axis.majorUnit = "years", 1
    chart.x_axis.number_format = "yyyy"
    chart.y_axis.crossAx = chart.x_axis.axId
    chart.height = LINES_HEIGHT
    _place(page, chart, wanted, anchor)


def _add_series(page: "Worksheet", chart: Any, wanted: SaidShown) -> None:
    first, last = wanted.rows
    for column in wanted.columns:
        values = Reference(page, column, first, max_row=last)
        chart.add_data(values)
        chart.series[-1].tx = name_in(page, column, wanted.header)
    chart.set_categories(Reference(page, wanted.names, first, max_row=last))


def _place(page: "Worksheet", chart: Any, wanted: SaidShown, anchor: str) -> None:
    """Give *chart* what all have, and its place."""
    chart.title = wanted.title
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "0%"
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(
        ln=LineProperties(solidFill=LINE)
    )
    chart.legend.position = "b"
    chart.width = wanted.width * CHARACTER
    page.add_chart(chart, anchor)
