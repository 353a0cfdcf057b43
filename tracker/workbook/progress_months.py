"""The sheet of a progress report that follows a plan's figure month by month."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from tracker.workbook.pages import (
    PageColumn,
    Print,
    Value,
    set_up_print,
    set_widths,
    write_note,
)
from tracker.workbook.progress_analyses import Months
from tracker.workbook.progress_lines import (
    LINES_ROWS,
    SaidShown,
    add_said_shown_lines,
)
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_table import write_table, write_words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    PageColumn("Up to", 12),
    PageColumn("Plan", 10),
    PageColumn("Said", 10, is_share=True),
    PageColumn("Said, at most", 10, is_share=True),
    PageColumn("Shown", 10, is_share=True),
    PageColumn("Shown, at most", 10, is_share=True),
    PageColumn("Signed in that month, on the plan as a whole", 90),
)
SERIES = (3, 4, 5, 6)
CHARTS_A_PAGE = 2
NAME = "By month"
ABOUT = (
    "Each plan by its own rule at the end of every month. “At most” counts every "
    "unknown or long silent open program as done."
)
EMPTY = "Nothing that could be followed was reported yet."


def fill_months(page: "Worksheet", report: ProgressReport) -> None:
    """Write a chart a plan, then the figures of every month, the oldest first."""
    told = [months for months in report.analyses.months if months.points]
    drawn = [months for months in told if len(months.points) > 1]
    rows = [values for months in told for values in month_values(months)]
    sentences = report.analyses.sentences.get(NAME, ())
    row = write_words(page, 1, sentences, COLUMNS)
    write_note(page, row, ABOUT)
    header = row + 2 + LINES_ROWS * len(drawn)
    _add_charts(page, told, (row + 2, header))
    last = write_table(page, header, COLUMNS, rows, EMPTY)
    set_widths(page, COLUMNS)
    width = get_column_letter(len(COLUMNS))
    page.auto_filter.ref = f"A{header}:{width}{last}"
    set_up_print(page, Print(f"A1:{width}{last}", report.footer, f"{header}:{header}"))


def _add_charts(
    page: "Worksheet", told: Sequence[Months], rows: tuple[int, int]
) -> None:
    """Add a chart a plan; *rows* are the first free one and the header of the table."""
    row, header = rows
    first = header + 1
    drawn_count = 0
    for months in told:
        last = first + len(months.points) - 1
        if last > first:
            wanted = _chart_of(months, header, (first, last))
            add_said_shown_lines(page, wanted, f"A{row}")
            row, drawn_count = row + LINES_ROWS, drawn_count + 1
            if not drawn_count % CHARTS_A_PAGE:
                page.row_breaks.append(Break(id=row - 2))  # a border has room
        first = last + 1


def _chart_of(months: Months, header: int, rows: tuple[int, int]) -> SaidShown:
    return SaidShown(
        title=f"{months.plan.code}: {months.rule.label}",
        header=header,
        rows=rows,
        columns=SERIES,
        width=sum(column.width for column in COLUMNS),
    )


def month_values(months: Months) -> Iterator[list[Value]]:
    """A row a month: the figures with their bounds, and what was signed."""
    for point in months.points:
        yield [
            point.day,
            months.plan.code,
            point.said.value,
            point.said.high,
            point.shown.value,
            point.shown.high,
            months.events.get(point.day),
        ]
