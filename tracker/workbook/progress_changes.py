"""The sheet of a progress report that tells what was reported since a date."""

from typing import TYPE_CHECKING

from tracker.workbook.pages import PageColumn, Value
from tracker.workbook.progress_report import News, ProgressReport
from tracker.workbook.progress_table import NOT_KNOWN, Listing, fill_listing

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
EMPTY = "Nothing was reported in that time."


def fill_changes(page: "Worksheet", report: ProgressReport) -> None:
    """List every report since the date, the newest first."""
    since = report.since.isoformat() if report.since else "the beginning"
    until = report.view.as_of.isoformat()
    listing = Listing(
        columns=COLUMNS,
        rows=[news_values(news, report.titles) for news in report.news],
        sentences=(f"Reported after {since}, up to {until}",),
        empty=EMPTY,
    )
    fill_listing(page, listing, report.footer)


def news_values(news: News, titles: str) -> list[Value]:
    """One report as the cells of its row."""
    said = news.weighed.report
    return [
        news.weighed.day,
        said.program,
        news.program.title.in_language(titles),
        news.before.stage or NOT_KNOWN,
        news.after.stage or NOT_KNOWN,
        said.condition,
        said.closure,
        said.kind.label,
        news.weighed.grade.value,
        said.note,
        news.source,
    ]
