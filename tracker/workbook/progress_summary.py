"""The first sheet of a progress report: every plan and sector counted, and charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from tracker.domain.scores import RULES
from tracker.domain.segments import Segment, count_segments, present_segments
from tracker.domain.state import State
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
from tracker.workbook.progress_bars import CHARACTER, ROW, BarsOf, add_bars
from tracker.workbook.progress_report import (
    ProgressReport,
    ReportedPlan,
    ReportedProgram,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# A sheet of A4 across within its margins, in centimetres.
PAPER_WIDTH, PAPER_HEIGHT = 27.6, 18.1
FIRST_COLUMNS = (PageColumn("Programs counted", 48), PageColumn("In all", 9))


@dataclass(frozen=True, slots=True)
class Counted:
    """Some programs in one reading, under the label of their bar."""

    label: str
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A plan on the sheet: its first and last row, that of its chart, its columns."""

    first: int
    chart: int | None
    last: int
    width: int


def fill_summary(page: "Worksheet", report: ProgressReport) -> None:
    """Write title, findings, and a table with its chart for every plan."""
    write_heading(page, 1, report.title, 16)
    write_note(page, 2, report.footer)
    row = 3
    for finding in report.findings:
        row += 1
        write_heading(page, row, finding)
    row += 2
    plans: list[Written] = []
    for plan in report.plans:
        plans.append(_write_plan(page, row, plan, report))
        row = plans[-1].last + 1
    width = max((plan.width for plan in plans), default=len(FIRST_COLUMNS))
    area = f"A1:{get_column_letter(width)}{row - 1}"
    page.sheet_view.showGridLines = False
    _break_pages(page, plans)
    set_up_print(page, Print(area, report.footer))


def _break_pages(page: "Worksheet", plans: Sequence[Written]) -> None:
    """Give each plan a page of its own, and its chart another where it has no room."""
    widths = [column.width for column in page.column_dimensions.values()]
    shrunk = max(1, sum(widths) * CHARACTER / PAPER_WIDTH)  # all columns on one page
    room = int(PAPER_HEIGHT * shrunk / ROW)
    top = 1
    for plan in plans:
        if plan is not plans[0]:
            page.row_breaks.append(Break(id=plan.first - 1))
            top = plan.first
        if plan.chart and plan.last - top >= room:
            page.row_breaks.append(Break(id=plan.chart - 1))


def _write_plan(
    page: "Worksheet", row: int, plan: ReportedPlan, report: ProgressReport
) -> Written:
    """Write one plan from *row* on."""
    title = f"{plan.plan.code} · {plan.plan.title.in_language(report.titles)}"
    write_heading(page, row, title, 13)
    bars = list(_bars(plan, report.titles))
    segments = present_segments(count_segments(bar.states) for bar in bars)
    columns = _columns(segments)
    write_header(page, row + 1, columns)
    for number, bar in enumerate(bars, start=row + 2):
        write_row(page, number, _values(bar, segments), columns)
    set_widths(page, columns)
    end = row + 2 + len(bars)
    chart = end + 1 if segments else None
    if segments:
        span = BarsOf(
            title=title,
            rows=(row + 1, end - 1),
            first_column=len(FIRST_COLUMNS) + 1,
            segments=tuple(segments),
            width=sum(column.width for column in columns),
        )
        end += add_bars(page, span, f"A{chart}") + 2
    return Written(row, chart, end, len(columns))


def _bars(plan: ReportedPlan, titles: str) -> Iterator[Counted]:
    """The plan as a whole, then its sectors; said above shown."""
    groups: list[tuple[str, Sequence[ReportedProgram]]] = [
        ("All programs", plan.programs)
    ]
    groups += [
        (sector.title.in_language(titles), rows) for sector, rows in plan.by_sector()
    ]
    for name, rows in groups:
        if rows:
            yield Counted(f"{name}: said", tuple(r.said.state for r in rows))
            yield Counted(f"{name}: shown", tuple(r.shown.state for r in rows))


def segment_label(segment: Segment) -> str:
    """A segment as the header of its column."""
    stage = segment.stage.label if segment.stage else "Not known"
    return f"{stage}, left the plan" if segment.is_closed else stage


def _columns(segments: Sequence[Segment]) -> list[PageColumn]:
    """The columns of a plan: its segments, then each rule from low to high."""
    return [
        *FIRST_COLUMNS,
        *(PageColumn(segment_label(segment), 12) for segment in segments),
        *(
            PageColumn(f"{rule.id}: {end}", 13.5, is_share=True)
            for rule in RULES.values()
            for end in ("at least", "at most")
        ),
    ]


def _values(bar: Counted, segments: Sequence[Segment]) -> list[Value]:
    counts = count_segments(bar.states)
    scores = [rule.score(bar.states) for rule in RULES.values()]
    return [
        bar.label,
        len(bar.states),
        *(counts.get(segment, 0) for segment in segments),
        *(end for score in scores for end in (score.low, score.high)),
    ]
