"""The sheet of a progress report on how long completion took, and on promises."""

from collections.abc import Sequence
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from tracker.domain.promises import PromiseRecord
from tracker.domain.state import Position
from tracker.workbook.pages import (
    PageColumn,
    Print,
    Value,
    set_up_print,
    set_widths,
    write_heading,
    write_note,
)
from tracker.workbook.progress_analyses import (
    MedianDays,
    Outlook,
    ReachedShare,
    ReportedExperience,
)
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_table import NOT_KNOWN, write_table, write_words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Forecast"
EXPERIENCES = (
    PageColumn("Programs", 46),
    PageColumn("Reading", 11),
    PageColumn("Approved", 10),
    PageColumn("Completed", 11),
    PageColumn("Left the plan", 10),
    PageColumn("Open", 12),
    PageColumn("Half completed by day", 13),
    PageColumn("at least", 12),
    PageColumn("at most", 12),
    PageColumn("If none had left: by day", 13),
    PageColumn("at least", 10),
    PageColumn("at most", 10),
    PageColumn("Remark", 58),
)
CURVE = (
    PageColumn("Days after approval", 46),
    PageColumn("Completed by then", 11, is_share=True),
    PageColumn("at least", 10, is_share=True),
    PageColumn("at most", 11, is_share=True),
)
PROMISES = (
    PageColumn("Dates promised so far, in all plans", 46),
    PageColumn("Known to be met", 11),
    PageColumn("Passed without word", 10),
    PageColumn("Still ahead", 11),
    PageColumn("Moved later", 10),
    PageColumn("Median days moved", 12),
)
OPEN = (
    PageColumn("Open program", 46),
    PageColumn("Stage", 11),
    PageColumn("Condition", 10),
    PageColumn("Silent days", 11),
    PageColumn("Due", 10),
    PageColumn("Timeliness", 12),
    PageColumn("Next date promised", 13),
    PageColumn("Dates passed without word", 12),
    PageColumn("For what", 12, wraps=False),  # nothing stands to its right
)
ABOUT = (
    "Days from approval to completion, estimated from the programs approved so far "
    "(95 percent intervals): open ones count as not completed yet, those that left "
    "their plan as never completed in it.",
    "“If none had left” is the median of Kaplan and Meier: how long it takes those "
    "that are not taken out of their plan.",
)
NOT_REACHED = "not so far"
NO_CURVE = "Too few completions are known for a curve."
NONE_OPEN = "No program is open."
NO_PROMISES = "No date was promised yet."


def fill_forecast(page: "Worksheet", report: ProgressReport) -> None:
    """Write what past completions tell, what promises were worth, and what is open."""
    outlook, titles = report.analyses.outlook, report.titles
    row = write_words(page, 1, report.analyses.sentences.get(NAME, ()), EXPERIENCES)
    for line in ABOUT:
        write_note(page, row, line)
        row += 1
    experiences = [experience_values(each) for each in outlook.experiences]
    last = write_table(page, row, EXPERIENCES, experiences)
    last = _write_part(page, last, outlook)
    write_heading(page, last + 2, "Open programs, and the dates promised of them", 13)
    rows = [open_values(each, titles) for each in in_order(outlook.open_positions)]
    header = last + 3
    last = write_table(page, header, OPEN, rows, NONE_OPEN)
    set_widths(page, EXPERIENCES)
    page.freeze_panes = "B1"
    area = f"A1:{get_column_letter(len(EXPERIENCES))}{last}"
    set_up_print(page, Print(area, report.footer, f"{header}:{header}"))


def _write_part(page: "Worksheet", row: int, outlook: Outlook) -> int:
    """Write the record of promises and the curve; gives the last row."""
    write_heading(page, row + 2, "What promises were worth", 13)
    promises = [promise_values(outlook.promises)] if outlook.promises else []
    last = write_table(page, row + 3, PROMISES, promises, NO_PROMISES)
    if outlook.curve:
        write_heading(page, last + 2, f"Completed by day, {outlook.curve_of}", 13)
        rows = [reached_values(step) for step in outlook.curve]
        last = write_table(page, last + 3, CURVE, rows, NO_CURVE)
    return last


def experience_values(told: ReportedExperience) -> list[Value]:
    """The programs of one experience, and how long completion took them."""
    return [
        told.words,
        told.reading.label,
        told.completed_count + told.left_count + told.open_count,
        told.completed_count,
        told.left_count,
        told.open_count,
        *_days(told.median),
        *_days(told.km_median),
        told.remark or None,
    ]


def _days(median: MedianDays | None) -> list[Value]:
    """A median with its interval; what was not reached so far is said to be so."""
    if median is None:
        return [None, None, None]
    days = (median.day, median.low, median.high)
    return [NOT_REACHED if day is None else day for day in days]


def reached_values(step: ReachedShare) -> list[Value]:
    """One step of the curve."""
    return [step.day, *map(Fraction, (step.share, step.low, step.high))]


def promise_values(record: PromiseRecord) -> list[Value]:
    """What became of every date promised."""
    median = record.median_slip
    return [
        record.count,
        record.met_count,
        record.passed_count,
        record.ahead_count,
        record.moved_count,
        None if median is None else round(median),
    ]


def in_order(positions: Sequence[Position]) -> list[Position]:
    """The open programs, those due first first."""
    return sorted(
        positions,
        key=lambda p: (
            p.due is None,
            p.due.last.isoformat() if p.due else "",
            p.program.code,
        ),
    )


def open_values(position: Position, titles: str) -> list[Value]:
    """One open program with what is promised of it."""
    program, state = position.program, position.state
    ahead = [(m.due.last, m) for m in position.milestones if m.due and m.is_ahead]
    nearest = min(ahead, key=itemgetter(0))[1] if ahead else None
    passed = sum(milestone.is_passed for milestone in position.milestones)
    return [
        f"{program.code} · {program.title.in_language(titles)}",
        state.stage or NOT_KNOWN,
        state.condition,
        state.silent_days,
        position.due,
        position.timeliness,
        nearest.due if nearest else None,
        passed or None,
        nearest.name if nearest else None,
    ]
