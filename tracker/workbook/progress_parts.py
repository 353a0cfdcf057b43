"""Native Excel chart of what moved a figure: its parts in points, a bar a figure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from tracker.domain.explained_change import Cause
from tracker.workbook.chart_looks import BarLook
from tracker.workbook.palette import ADOPTED, HEADER, INK, LINE, PAPER
from tracker.workbook.progress_bars import CHARACTER, ROW, name_in

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LOOKS = {
    Cause.CORRECTION: BarLook("C68904", "diagCross", PAPER),
    Cause.ITEMS: BarLook("D9DBDE", "wdUpDiag", "6B6E73"),
    Cause.REAL: BarLook(HEADER),
    Cause.RULE: BarLook(ADOPTED.face, "pct20", PAPER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsOf:
    """What a chart shows: its title, header and rows, and where the parts begin.

    ``width`` is that of the table, in characters.
    """

    title: str
    header: int
    rows: tuple[int, int]
    first_column: int
    width: float


def add_parts(page: "Worksheet", wanted: PartsOf, anchor: str) -> int:
    """Stack the parts of every figure; gives how many rows the chart covers."""
    first, last = wanted.rows
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title, chart.gapWidth = wanted.title, 40
    for column, cause in enumerate(Cause, start=wanted.first_column):
        chart.add_data(Reference(page, column, first, max_row=last))
        series = chart.series[-1]
        series.tx = name_in(page, column, wanted.header)
        series.graphicalProperties = LOOKS[cause].outlined(INK)
        series.invertIfNegative = False  # else Excel takes the colour of a fall away
    chart.set_categories(Reference(page, 1, first, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblPos = "low"  # beside the bars, though some run to the left
    chart.y_axis.number_format = "+0;−0;0"
    chart.y_axis.crosses = "max"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(
        ln=LineProperties(solidFill=LINE)
    )
    chart.legend.position = "b"
    chart.width = wanted.width * CHARACTER
    chart.height = 3.5 + 0.8 * (last - first + 1)
    page.add_chart(chart, anchor)
    return int(chart.height / ROW) + 1
