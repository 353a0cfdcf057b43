"""Sheets of a progress report as a reader finds them."""

import io
from dataclasses import replace
from typing import Any

import openpyxl

from tests.workbook.test_progress_report import a_progress_report
from tracker.domain.program import Title
from tracker.workbook.progress_analyses import Analyses
from tracker.workbook.progress_report import progress_report_bytes


def book_of(**told: Any) -> Any:
    """The report of a test whose analyses tell this."""
    told.setdefault("sentences", {})
    analyses = Analyses(**told)
    report = replace(a_progress_report(), analyses=analyses)
    data = progress_report_bytes(report)
    assert progress_report_bytes(report) == data
    return openpyxl.load_workbook(io.BytesIO(data))


def header_row(page: Any, first: str) -> int:
    """The row of the header that begins with this word."""
    found = [cells[0].row for cells in page.iter_rows() if cells[0].value == first]
    assert found, f"no header {first}"
    return int(found[0])


def rows_below(page: Any, first: str) -> list[list[Any]]:
    """The rows of the table whose header begins with this word, up to a blank one."""
    rows = []
    for cells in page.iter_rows(min_row=header_row(page, first) + 1, values_only=True):
        if cells[0] is None:
            break
        rows.append(list(cells))
    return rows


def is_printable(page: Any, footer: str = "As of a test && revision 1") -> bool:
    """Whether a sheet is set up to be printed as all are."""
    setup = page.page_setup
    return bool(
        setup.orientation == "landscape"
        and int(setup.paperSize) == int(page.PAPERSIZE_A4)
        and page.print_area
        and page.print_title_rows
        and page.oddFooter.left.text == footer
    )


FORMULA = Title("=Test program")
