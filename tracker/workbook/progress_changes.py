"""The sheet of a progress report that tells what was reported since a date."""

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from tracker.workbook.pages import (
    PageColumn,
    Print,
    Value,
    set_up_print,
    set_widths,
    write_header,
    write_heading,
    write_row,
)
from tracker.workbook.progress_report import News, ProgressReport

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    PageColumn("Day", 12),
    PageColumn("Program", 13),
    PageColumn("Title", 46),
    PageColumn("Stage before", 14),
    PageColumn("Stage after", 14),
    PageColumn("Condition", 11),
    PageColumn("Left the plan", 14),
    PageColumn("Whose word", 24),
    PageColumn("Evidence", 9),
    PageColumn("What was said", 60),
    PageColumn("Read it at", 40, wraps=False),
)
HEADER_ROW = 2


def fill_changes(page: "Worksheet", report: ProgressReport) -> None:
    """List every report since the date, the newest first."""
    since = report.since.isoformat() if report.since else "the beginning"
    until = report.view.as_of.isoformat()
    write_heading(page, 1, f"Reported after {since}, up to {until}", 13)
    write_header(page, HEADER_ROW, COLUMNS)
    for number, news in enumerate(report.news, start=HEADER_ROW + 1):
        write_row(page, number, news_values(news, report.titles), COLUMNS)
    set_widths(page, COLUMNS)
    last = HEADER_ROW + max(len(report.news), 1)
    area = f"A{HEADER_ROW}:{get_column_letter(len(COLUMNS))}{last}"
    page.freeze_panes = "C3"
    page.auto_filter.ref = area
    printed = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    set_up_print(page, Print(printed, report.footer, f"1:{HEADER_ROW}"))


def news_values(news: News, titles: str) -> list[Value]:
    """One report as the cells of its row."""
    said = news.weighed.report
    return [
        news.weighed.day,
        said.program,
        news.program.title.in_language(titles),
        news.before.stage or "Not known",
        news.after.stage or "Not known",
        said.condition,
        said.closure,
        said.kind.label,
        news.weighed.grade.value,
        said.note,
        news.source,
    ]
