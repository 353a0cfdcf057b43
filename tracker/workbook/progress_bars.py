"""Native Excel charts: programs by stage as stacked bars, in palette and hatches."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from tracker.domain.segments import Segment
from tracker.domain.vocabulary import Stage
from tracker.workbook.chart_looks import BarLook
from tracker.workbook.palette import FILLS, GONE, INK, LINE, PAPER

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# In centimetres: a character of a column's width, and a row of ordinary height.
CHARACTER, ROW = 0.19, 0.53
# The hatches of the pictures, by their names in Excel.
PATTERNS = {
    Stage.NEGOTIATING: "wdUpDiag",
    Stage.AGREED: "pct20",
    Stage.APPROVED: "pct50",
    Stage.IN_PROGRESS: "ltUpDiag",
    Stage.PARTLY_DONE: "diagCross",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsOf:
    """What a chart shows: its title, the rows from header to end, and its columns.

    ``width`` is that of the table, in characters.
    """

    title: str
    rows: tuple[int, int]
    first_column: int
    segments: tuple[Segment, ...]
    width: float


def add_bars(page: "Worksheet", wanted: BarsOf, anchor: str) -> int:
    """Add a stacked bar chart of the table that *wanted* names, at *anchor*.

    It is as wide as the table. Gives how many rows it covers.
    """
    header, last = wanted.rows
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title = wanted.title
    chart.gapWidth = 40
    last_column = wanted.first_column + len(wanted.segments) - 1
    counts = Reference(
        page, wanted.first_column, header, max_col=last_column, max_row=last
    )
    chart.add_data(counts, titles_from_data=True)
    chart.set_categories(Reference(page, 1, header + 1, max_row=last))
    for series, segment in zip(chart.series, wanted.segments, strict=True):
        series.graphicalProperties = look_of(segment)
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorUnit = 1 if last - header < 10 else None
    chart.y_axis.number_format = "0"
    chart.y_axis.crosses = "max"  # the numbers below, though the rows run downwards
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(
        ln=LineProperties(solidFill=LINE)
    )
    chart.legend.position = "b"
    chart.width = wanted.width * CHARACTER
    chart.height = 3.5 + 0.5 * (last - header)
    page.add_chart(chart, anchor)
    return int(chart.height / ROW) + 1


def name_in(page: "Worksheet", column: int, row: int) -> SeriesLabel:
    """The name of a series, as the header of its column has it."""
    return SeriesLabel(strRef=StrRef(str(Reference(page, column, row))))


def look_of(segment: Segment) -> GraphicalProperties:
    """Colour and hatch of a segment; what left the plan is crossed with black."""
    if segment.stage is None:
        look = GraphicalProperties(solidFill=PAPER)
        look.line = LineProperties(solidFill=INK, prstDash="dash")
        return look
    hatch = "openDmnd" if segment.is_closed else PATTERNS.get(segment.stage, "")
    ink = GONE.face if segment.is_closed else PAPER
    return BarLook(FILLS[segment.stage].face, hatch, ink).outlined(PAPER)
