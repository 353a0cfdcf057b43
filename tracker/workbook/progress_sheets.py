"""The sheets of a progress report that list: every program, every promised date."""

from typing import TYPE_CHECKING

from tracker.domain.deadlines import Milestone
from tracker.workbook.pages import PageColumn, Value
from tracker.workbook.progress_report import ProgressReport, ReportedProgram
from tracker.workbook.progress_table import NOT_KNOWN, Listing, fill_listing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PROGRAMS = (
    PageColumn("Program", 13),
    PageColumn("Title", 46),
    PageColumn("Sector", 20),
    PageColumn("Said: stage", 13),
    PageColumn("since", 11),
    PageColumn("Shown: stage", 13),
    PageColumn("since", 11),
    PageColumn("Condition", 11),
    PageColumn("Left the plan", 14),
    PageColumn("Due", 11),
    PageColumn("Timeliness", 14),
    PageColumn("Last word on", 12),
    PageColumn("Silent days", 8),
    PageColumn("Last word", 60),
    PageColumn("Read it at", 40, wraps=False),
)
DEADLINES = (
    PageColumn("Program", 13),
    PageColumn("Title", 46),
    PageColumn("Milestone", 32),
    PageColumn("Stated on", 12),
    PageColumn("Due", 12),
    PageColumn("Kind", 24),
    PageColumn("Moved later, times", 10),
    PageColumn("Days in all", 10),
    PageColumn("Met on", 12),
    PageColumn("What came of it", 24),
    PageColumn("Note", 60),
)
NO_PROGRAMS = "No plan has programs yet."
NO_DEADLINES = "No date was promised yet."


def fill_programs(page: "Worksheet", report: ProgressReport) -> None:
    """List every program, said beside shown."""
    rows = [program_values(row, report.titles) for _, row in report.programs]
    listing = Listing(columns=PROGRAMS, rows=rows, empty=NO_PROGRAMS)
    fill_listing(page, listing, report.footer)


def program_values(row: ReportedProgram, titles: str) -> list[Value]:
    """One program as the cells of its row; the condition is that said."""
    said, shown = row.said.state, row.shown.state
    return [
        row.program.code,
        row.program.title.in_language(titles),
        row.sector.title.in_language(titles),
        said.stage or NOT_KNOWN,
        said.stage_since,
        shown.stage or NOT_KNOWN,
        shown.stage_since,
        said.condition,
        said.closure or shown.closure,
        row.said.due,
        row.said.timeliness,
        said.last_report_on,
        said.silent_days,
        row.last_word,
        row.last_source,
    ]


def fill_deadlines(page: "Worksheet", report: ProgressReport) -> None:
    """List every statement of a date, with what came of its milestone."""
    rows = [
        values
        for _, row in report.programs
        for milestone in row.said.milestones
        for values in milestone_values(row, milestone, report.titles)
    ]
    listing = Listing(columns=DEADLINES, rows=rows, empty=NO_DEADLINES)
    fill_listing(page, listing, report.footer)


def milestone_values(
    row: ReportedProgram, milestone: Milestone, titles: str
) -> list[list[Value]]:
    """A row a statement; what came of the milestone stands beside its last one."""
    last = milestone.statements[-1]
    return [
        [
            row.program.code,
            row.program.title.in_language(titles),
            milestone.name,
            stated.deadline.stated_on,
            stated.deadline.due,
            stated.deadline.bound.label,
            milestone.slip_count if stated is last else None,
            milestone.slip_days if stated is last else None,
            milestone.met_on if stated is last else None,
            outcome(milestone) if stated is last else "Stated again later",
            stated.deadline.note,
        ]
        for stated in milestone.statements
    ]


def outcome(milestone: Milestone) -> str:
    """What came of a milestone, in words."""
    if milestone.met_on:
        return "Met"
    if milestone.is_passed:
        return "Passed without word"
    return "Still to come" if milestone.due else "No promise"
