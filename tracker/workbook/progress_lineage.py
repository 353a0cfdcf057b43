"""The sheet of a progress report that follows every item from plan to plan."""

from typing import TYPE_CHECKING

from tracker.workbook.pages import PageColumn, Value
from tracker.workbook.progress_analyses import ReportedPassage
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_table import Listing, fill_listing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Lineage"
COLUMNS = (
    PageColumn("From", 13),
    PageColumn("Plan", 9),
    PageColumn("Title", 46),
    PageColumn("What became of it", 14),
    PageColumn("To", 13),
    PageColumn("Plan", 9),
    PageColumn("Title", 46),
    PageColumn("On what this rests", 21),
    PageColumn("Note", 60),
    PageColumn("Read it at", 40, wraps=False),
)
ABOUT = (
    "Of some items no heir is known but the next plan as a whole. Our own matches are "
    "marked: no source says them.",
)
EMPTY = "Nothing is known yet to have become anything else."
AS_A_WHOLE = "the package as a whole"


def fill_lineage(page: "Worksheet", report: ProgressReport) -> None:
    """List every passage from one plan to the next."""
    listing = Listing(
        columns=COLUMNS,
        rows=[passage_values(p, report.titles) for p in report.analyses.passages],
        sentences=report.analyses.sentences.get(NAME, ()),
        notes=ABOUT,
        empty=EMPTY,
    )
    fill_listing(page, listing, report.footer)


def passage_values(told: ReportedPassage, titles: str) -> list[Value]:
    """One passage as the cells of its row."""
    row = told.lineage
    heir = told.heir_title.in_language(titles) if told.heir_title else None
    return [
        row.origin,
        told.origin_plan,
        told.origin_title.in_language(titles),
        row.relation.label,
        row.heir or None,
        told.heir_plan or None,
        f"{heir} ({AS_A_WHOLE})" if told.is_into_package else heir,
        row.basis.label,
        row.note or None,
        told.source or None,
    ]
