"""The table of every program in a report: said, shown, due, last word, source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.state import Position
from tracker.reporting.frame import Frame
from tracker.reporting.history import standing_label
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, shorten, wrap
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, boxes
from tracker.reporting.report import ReportRow
from tracker.reporting.report_rows import (
    LINE,
    PADDING,
    Columns,
    lines_at,
    placed_rows,
    rule_below,
)
from tracker.reporting.style import LOOKS, SMALL_SIZE, SOFT_INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Where each column begins, and how wide its words may be.
TITLE, SAID, SHOWN = (0, 260), (274, 118), (404, 118)
DUE, WORD = (534, 128), (674, 286)
CHIP = 9
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Cells:
    """One row laid out: the lines of each column, and its height."""

    row: ReportRow
    title: tuple[str, ...]
    said: tuple[str, ...]
    shown: tuple[str, ...]
    due: tuple[str, ...]
    word: tuple[str, ...]
    source: str

    @property
    def height(self) -> float:
        """The height of the tallest column."""
        columns = (self.title, self.said, self.shown, self.due, self.word)
        lines = max(map(len, columns))
        if self.source:
            lines = max(lines, len(self.word) + 1)
        return lines * LINE + PADDING


def draw_table(heading: str, rows: Sequence[ReportRow], frame: Frame) -> None:
    """Draw *rows* on the paper of *frame*, the head of the table on every page."""
    language = frame.language
    columns = Columns(
        heading,
        (
            (TITLE, language.say("Program")),
            (SAID, language.say("Said")),
            (SHOWN, language.say("Shown")),
            (DUE, language.say("Due")),
            (WORD, language.say("Last word, and where it is read")),
        ),
    )
    cells = [_cells(row, language) for row in rows]
    for page, place, each in placed_rows(columns, cells, frame):
        _write_row(page, each, place, language)


def _cells(row: ReportRow, language: Language) -> Cells:
    title = f"{row.program.code} {language.title(row.program.title)}"
    said = row.said.state
    word = row.last_word
    if said.last_report_on:
        word = f"{language.day(said.last_report_on)}: {word}"
    lines = wrap(word, WORD[1], SMALL_SIZE) if word else ()
    if len(lines) > MOST_LINES:
        rest = shorten(" ".join(lines[MOST_LINES - 1 :]), WORD[1], SMALL_SIZE)
        lines = (*lines[: MOST_LINES - 1], rest)
    due = language.partial(row.said.due) if row.said.due else "–"
    return Cells(
        row=row,
        title=wrap(title, TITLE[1], SMALL_SIZE),
        said=wrap(standing_label(said, language), SAID[1] - CHIP - 5, SMALL_SIZE),
        shown=wrap(
            standing_label(row.shown.state, language), SHOWN[1] - CHIP - 5, SMALL_SIZE
        ),
        due=(
            *wrap(due, DUE[1], SMALL_SIZE),
            *wrap(language.label(row.said.timeliness).lower(), DUE[1], SMALL_SIZE),
        ),
        word=lines,
        source=shorten(row.last_source, WORD[1], 9.5) if row.last_source else "",
    )


def _write_row(
    page: Axes, cells: Cells, place: tuple[float, float], language: Language
) -> None:
    left, top = place
    token = spot("program", cells.row.program.code)
    labels = list(lines_at(cells.title, left + TITLE[0], top, token))
    for column, lines, position in (
        (SAID, cells.said, cells.row.said),
        (SHOWN, cells.shown, cells.row.shown),
    ):
        _draw_chip(page, position, (left + column[0], top))
        labels += lines_at(lines, left + column[0] + CHIP + 5, top)
    labels += lines_at(cells.due, left + DUE[0], top)
    labels += lines_at(cells.word, left + WORD[0], top)
    if cells.source:
        y = top + 10.5 + len(cells.word) * LINE
        labels.append(
            Label(x=left + WORD[0], y=y, text=cells.source, size=9.5, color=SOFT_INK)
        )
    lettering(page, labels)
    rule_below(page, place, cells, WORD[0] + WORD[1])


def _draw_chip(page: Axes, position: Position, place: tuple[float, float]) -> None:
    """Draw the colour and hatch of the stage before its words."""
    x, y = place[0], place[1] + 2
    chip = Box(x, y, x + CHIP, y + CHIP)
    boxes(page, [chip], LOOKS[position.state.stage])
