"""The sheets of a progress report: ONE table of their names and what fills each."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from tracker.workbook import (
    progress_claims,
    progress_forecast,
    progress_lineage,
    progress_months,
    progress_moves,
    progress_rules,
)
from tracker.workbook.progress_bottlenecks import fill_bottlenecks
from tracker.workbook.progress_changes import fill_changes
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_sheets import fill_deadlines, fill_programs
from tracker.workbook.progress_summary import fill_summary

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Fill: TypeAlias = "Callable[[Worksheet, ProgressReport], None]"

# In the order in which people read them: the whole, what moved, then part by part.
SHEETS: Mapping[str, Fill] = {
    "Summary": fill_summary,
    progress_rules.NAME: progress_rules.fill_rules,
    progress_months.NAME: progress_months.fill_months,
    progress_moves.NAME: progress_moves.fill_moves,
    "Changes": fill_changes,
    "Programs": fill_programs,
    "Bottlenecks": fill_bottlenecks,
    "Deadlines": fill_deadlines,
    progress_claims.NAME: progress_claims.fill_claims,
    progress_forecast.NAME: progress_forecast.fill_forecast,
    progress_lineage.NAME: progress_lineage.fill_lineage,
}
