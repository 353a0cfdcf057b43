"""The sheet of a progress report with every rule side by side, said and shown."""

from collections.abc import Mapping, Sequence
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
from tracker.workbook.progress_analyses import Figure, RuleRow
from tracker.workbook.progress_lines import (
    SaidShown,
    add_said_shown_bars,
    bars_rows,
)
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_table import (
    NOT_KNOWN,
    rounded,
    write_table,
    write_words,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    PageColumn("Rule or evidence floor", 52),
    PageColumn("Plan", 10),
    PageColumn("Id", 15),
    PageColumn("Of", 7),
    PageColumn("Said: done", 9),
    PageColumn("Said", 9, is_share=True),
    PageColumn("Said, at most", 9, is_share=True),
    PageColumn("Shown: done", 9),
    PageColumn("Shown", 9, is_share=True),
    PageColumn("Shown, at most", 9, is_share=True),
    PageColumn("Remark", 64),
)
SAID, SHOWN = 6, 9
CHARTS_A_PAGE = 3
NAME = "Rules"
ABOUT = (
    "The same record by every rule. “At most” counts every unknown or long silent open "
    "program as done; the figure itself, which is also the least, counts none of them."
)
EMPTY = "No plan has programs yet."
NO_FIGURE = Figure(None, None)


def fill_rules(page: "Worksheet", report: ProgressReport) -> None:
    """Write a chart a plan, then every rule and evidence floor of every plan."""
    rows = report.analyses.rules
    row = write_words(page, 1, report.analyses.sentences.get(NAME, ()), COLUMNS)
    write_note(page, row, ABOUT)
    counts = charted_counts(rows)
    header = row + 2 + sum(bars_rows(count) for _, count in counts.values())
    _add_charts(page, counts, (row + 2, header))
    last = write_table(page, header, COLUMNS, [rule_values(row) for row in rows], EMPTY)
    set_widths(page, COLUMNS)
    area = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    set_up_print(page, Print(area, report.footer, f"{header}:{header}"))


def _add_charts(
    page: "Worksheet", counts: Mapping[str, tuple[int, int]], rows: tuple[int, int]
) -> None:
    """Add a chart a plan; *rows* are the first free one and the header of the table."""
    row, header = rows
    for number, (plan, (offset, count)) in enumerate(counts.items(), start=1):
        first = header + 1 + offset
        wanted = SaidShown(
            title=f"{plan}: every rule",
            header=header,
            rows=(first, first + count - 1),
            columns=(SAID, SHOWN),
            width=sum(column.width for column in COLUMNS),
        )
        add_said_shown_bars(page, wanted, f"A{row}")
        row += bars_rows(count)
        is_full = not number % CHARTS_A_PAGE
        if is_full or (number == len(counts) and number > 1):
            page.row_breaks.append(Break(id=row - 2))  # a border has room


def rule_values(row: RuleRow) -> list[Value]:
    """One rule of a plan as the cells of its row."""
    said, shown = row.said or NO_FIGURE, row.shown or NO_FIGURE
    of = shown.of if row.said is None else said.of
    return [
        row.words,
        row.plan.code,
        row.rule,
        of,
        *_figure_values(said),
        *_figure_values(shown),
        row.remark or None,
    ]


def _figure_values(figure: Figure) -> list[Value]:
    share = NOT_KNOWN if figure.is_not_known else figure.share
    return [rounded(figure.done), share, figure.high]


def charted_counts(rows: Sequence[RuleRow]) -> dict[str, tuple[int, int]]:
    """For each plan from which of *rows* on it is charted, and how many of them."""
    found: dict[str, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        if row.is_charted:
            first, count = found.get(row.plan.code, (number, 0))
            found[row.plan.code] = (first, count + 1)
    return found
