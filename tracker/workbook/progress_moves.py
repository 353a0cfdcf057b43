"""The sheet of a progress report that says what moved the figures, and by what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from tracker.domain.explained_change import Cause
from tracker.domain.state import State
from tracker.domain.words import Word
from tracker.workbook.pages import (
    PageColumn,
    Print,
    Value,
    set_up_print,
    set_widths,
    write_heading,
    write_note,
)
from tracker.workbook.progress_analyses import MovedFigure, MovedProgram
from tracker.workbook.progress_parts import PartsOf, add_parts
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_table import (
    NOT_KNOWN,
    POINTS,
    in_points,
    write_table,
    write_words,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "What moved"
FIGURES = (
    PageColumn("Plan and rule", 70),
    PageColumn("Reading", 11),
    PageColumn("Earlier day as known", 14),
    PageColumn("Before", 12, is_share=True),
    *(PageColumn(cause.label, 14, number_format=POINTS) for cause in Cause),
    PageColumn("After", 14, is_share=True),
    PageColumn("In all, points", 12, number_format=POINTS),
    PageColumn("Programs that moved", 12),
    PageColumn("Of", 8),
    PageColumn("Remark", 24),
)
PROGRAMS = (
    PageColumn("Program", 70),
    PageColumn("Reading", 11),
    PageColumn("Points", 14, number_format=POINTS),
    PageColumn("Stage before", 12),
    PageColumn("Condition before", 14),
    PageColumn("Left before", 14),
    PageColumn("Stage after", 14),
    PageColumn("Condition after", 14),
    PageColumn("Left the plan", 14),
    PageColumn("By what", 12, wraps=False),  # nothing stands to its right
)
FIRST_PART = 5
ABOUT = (
    "The parts, in points of a hundred, lead from the figure before to the one after "
    "and add up exactly; only what is seen of them is rounded.",
    "“Today”: both days as the record tells them today. “Then”: the earlier day by "
    "what was public on it, so that what was learnt or corrected later stands apart.",
)
ABOUT_PROGRAMS = (
    "Points by the rule of the plan; none where the list itself changed, for then "
    "every program weighs differently. “Then” adds only what was learnt later."
)
NO_PLAN = "No plan has programs yet."
NOTHING_MOVED = (
    "No program changed its stage or condition, or left its plan, in that time."
)
NOT_LISTED = "Not in the list"


def fill_moves(page: "Worksheet", report: ProgressReport) -> None:
    """Write why each figure moved, then the programs behind it."""
    told = report.analyses
    row = write_words(
        page, 1, [_period(report), *told.sentences.get(NAME, ())], FIGURES
    )
    for line in ABOUT:
        write_note(page, row, line)
        row += 1
    figures = [figure_values(figure) for figure in told.figures]
    last = write_table(page, row, FIGURES, figures, NO_PLAN)
    last = _add_charts(page, told.figures, row, last)
    write_heading(page, last + 2, "The programs behind it", 13)
    write_note(page, last + 3, ABOUT_PROGRAMS)
    moves = [move_values(moved, report.titles) for moved in told.moves]
    header = last + 4
    last = write_table(page, header, PROGRAMS, moves, NOTHING_MOVED)
    set_widths(page, FIGURES)
    page.freeze_panes = "B1"
    area = f"A1:{get_column_letter(len(FIGURES))}{last}"
    set_up_print(page, Print(area, report.footer, f"{header}:{header}"))


def _add_charts(
    page: "Worksheet", figures: Sequence[MovedFigure], header: int, last: int
) -> int:
    """Add a chart of the parts a plan, where any is not nought; gives the last row."""
    own = [n for n, figure in enumerate(figures, header + 1) if figure.is_own_rule]
    for plan in dict.fromkeys(figure.plan.code for figure in figures):
        rows = [n for n in own if figures[n - header - 1].plan.code == plan]
        if any(any(figures[n - header - 1].explained.parts.values()) for n in rows):
            wanted = PartsOf(
                title=f"{plan}: what moved its own figure, in points",
                header=header,
                rows=(rows[0], rows[-1]),
                first_column=FIRST_PART,
                width=sum(column.width for column in FIGURES),
            )
            last += 1 + add_parts(page, wanted, f"A{last + 2}")
    return last


def _period(report: ProgressReport) -> str:
    since = report.since.isoformat() if report.since else "the beginning"
    return f"From {since} to {report.view.as_of.isoformat()}"


def figure_values(moved: MovedFigure) -> list[Value]:
    """One figure as the cells of its row: before, its parts, after."""
    reading = moved.reading.label.lower()
    then = ", as known then" if moved.is_then else ""
    return [
        f"{moved.plan.code}: {moved.rule.label}, {reading}{then}",
        moved.reading.label,
        "Then" if moved.is_then else "Today",
        *_explained_values(moved),
        len({move.program for move in moved.explained.moves}),
        moved.counts[1],
        "The plan's own rule" if moved.is_own_rule else None,
    ]


def _explained_values(moved: MovedFigure) -> list[Value]:
    """Before, the parts, after and the sum; what nobody spoke of has none of them."""
    explained = moved.explained
    if moved.is_not_known:
        return [NOT_KNOWN, *(None for _ in Cause), NOT_KNOWN, None]
    return [
        explained.before,
        *(in_points(explained.parts[cause]) for cause in Cause),
        explained.after,
        in_points(explained.difference),
    ]


def move_values(moved: MovedProgram, titles: str) -> list[Value]:
    """One program that moved as the cells of its row."""
    program, move = moved.program, moved.move
    return [
        f"{program.code} · {program.title.in_language(titles)}",
        moved.reading.label,
        in_points(moved.points),
        *standing(move.before),
        *standing(move.after),
        move.cause.label,
    ]


def standing(state: State | None) -> Sequence[str | Word | None]:
    """Stage, condition and closure; of what is in no list, that."""
    if state is None:
        return (NOT_LISTED, None, None)
    return (state.stage or NOT_KNOWN, state.condition, state.closure)
