"""The sheet of a progress report that shows what holds the plans up, and where."""

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from tracker.domain.bottlenecks import RULE, HeldProgram, Part, SectorBottleneck
from tracker.workbook.chart_looks import BarLook
from tracker.workbook.pages import (
    PageColumn,
    Print,
    Value,
    set_up_print,
    set_widths,
    write_header,
    write_heading,
    write_note,
    write_row,
)
from tracker.workbook.palette import LINE, PAPER
from tracker.workbook.progress_report import ProgressReport

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# As in the pictures.
LOOKS = {
    Part.OVERDUE: BarLook("0B2F5C"),
    Part.STAY: BarLook("3F78B5", "wdUpDiag", PAPER),
    Part.AWAITED: BarLook("B7CFE8", "pct20", "0B2F5C"),
    Part.SILENCE: BarLook("D9DBDE", "diagCross", "6B6E73"),
    Part.HELD_UP: BarLook("900A0B", "wdDnDiag", PAPER),
}
PART_COLUMNS = tuple(PageColumn(part.label, 12, is_share=True) for part in Part)
SECTORS = (
    PageColumn("Sector", 46),
    PageColumn("Score", 9, is_share=True),
    *PART_COLUMNS,
    PageColumn("Open programs", 10),
    PageColumn("Programs in all", 10),
    PageColumn("Remark", 16),
)
FIRST_PART = 3
PROGRAMS = (
    PageColumn("Program", 46),
    PageColumn("Score", 9, is_share=True),
    *PART_COLUMNS,
    PageColumn("Stage", 13),
    PageColumn("Condition", 11),
    PageColumn("Sector", 16),
    PageColumn("Late, days", 9),
    PageColumn("Late with", 26),
    PageColumn("Days in its stage", 9),
    PageColumn("Silent days", 9),
    PageColumn("Waiting for it", 22),
)
ABOUT_SECTORS = (
    "The parts of a sector's score add up to it: the mean of its open programs, times "
    f"their share ({RULE})."
)
ABOUT_PROGRAMS = (
    "Each part from 0 to 100 %; an empty one could not be measured and is left out of "
    "the score."
)
CHART_HEIGHT, ROWS_OF_CHART = 9.0, 18


def fill_bottlenecks(page: "Worksheet", report: ProgressReport) -> None:
    """Write the sectors with their chart, then every open program."""
    titles = report.titles
    write_heading(page, 1, "Bottlenecks by sector", 13)
    write_note(page, 2, ABOUT_SECTORS)
    write_header(page, 3, SECTORS)
    sectors = [sector for sector in report.sectors if sector.open_count]
    for number, sector in enumerate(sectors, start=4):
        write_row(page, number, sector_values(sector, titles), SECTORS)
    row = 4 + len(sectors)
    if sectors:
        _add_chart(page, row - 1, f"A{row + 1}")
        row += ROWS_OF_CHART + 2
    write_heading(page, row + 1, "Every open program", 13)
    write_note(page, row + 2, ABOUT_PROGRAMS)
    write_header(page, row + 3, PROGRAMS)
    names = {each.sector.code: each.sector for each in report.sectors}
    for number, held in enumerate(report.held, start=row + 4):
        name = names[held.position.program.sector].title.in_language(titles)
        write_row(page, number, program_values(held, name, titles), PROGRAMS)
    set_widths(page, PROGRAMS)
    last = row + 3 + len(report.held)
    area = f"A1:{get_column_letter(len(PROGRAMS))}{last}"
    page.freeze_panes = "B1"
    set_up_print(page, Print(area, report.footer, f"{row + 3}:{row + 3}"))


def sector_values(sector: SectorBottleneck, titles: str) -> list[Value]:
    """One sector as the cells of its row."""
    return [
        sector.sector.title.in_language(titles),
        sector.score,
        *sector.shares().values(),
        sector.open_count,
        sector.count,
        "few programs" if sector.is_few else None,
    ]


def program_values(held: HeldProgram, sector: str, titles: str) -> list[Value]:
    """One open program as the cells of its row."""
    program, state = held.position.program, held.position.state
    return [
        f"{program.code} · {program.title.in_language(titles)}",
        held.score,
        *(held.parts[part] for part in Part),
        state.stage or "Not known",
        state.condition,
        sector,
        held.late_days or None,
        held.late_for or ("its due date" if held.late_days else None),
        held.stage_days,
        state.silent_days,
        ", ".join(held.awaited_by),
    ]


def _add_chart(page: "Worksheet", last: int, anchor: str) -> None:
    """Stack the parts of every sector's score, the highest on top."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title = "What holds the sectors up"
    chart.gapWidth = 40
    parts = Reference(page, FIRST_PART, 3, max_col=FIRST_PART + 4, max_row=last)
    chart.add_data(parts, titles_from_data=True)
    chart.set_categories(Reference(page, 1, 4, max_row=last))
    for series, part in zip(chart.series, Part, strict=True):
        series.graphicalProperties = LOOKS[part].outlined(PAPER)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "0%"
    chart.y_axis.crosses = "max"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(
        ln=LineProperties(solidFill=LINE)
    )
    chart.legend.position = "b"
    chart.width, chart.height = 30, CHART_HEIGHT
    page.add_chart(chart, anchor)
