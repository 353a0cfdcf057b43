"""The table of every program in a report: said, shown, due, last word, source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.state import Position
from tracker.reporting.frame import Frame
from tracker.reporting.history import standing_label
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, shorten, wrap
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, boxes, strokes
from tracker.reporting.paper import page_of
from tracker.reporting.report import ReportRow
from tracker.reporting.style import LOOKS, RULE_LINE, SMALL_SIZE, SOFT_INK, TEXT_SIZE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Where each column begins, and how wide its words may be.
TITLE, SAID, SHOWN = (0, 260), (274, 118), (404, 118)
DUE, WORD = (534, 128), (674, 286)
LINE, PADDING, HEADER, CHIP = 14.5, 9, 62, 9
HEADING_SIZE, HEADING_LINE = TEXT_SIZE + 2, 19
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
    paper = frame.paper
    assert paper is not None  # a table is never a picture by itself
    cells = [_cells(row, frame.language) for row in rows]
    title = wrap(heading, frame.width, HEADING_SIZE, bold=True)
    header = HEADER + (len(title) - 1) * HEADING_LINE
    while cells:
        if paper.room < header + cells[0].height:
            paper.new_page()
        count = max(1, _fitting(cells, paper.room - header))
        shown, cells = cells[:count], cells[count:]
        height = header + sum(each.height for each in shown)
        figure, place = paper.room_for(frame.width, height)
        page = page_of(figure)
        _write_header(page, title, (place.left, place.top), frame)
        y = place.top + header
        for each in shown:
            _write_row(page, each, (place.left, y), frame.language)
            y += each.height


def _fitting(cells: Sequence[Cells], room: float) -> int:
    """How many rows fit into *room*."""
    count = 0
    for each in cells:
        room -= each.height
        if room < 0:
            break
        count += 1
    return count


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


def _write_header(
    page: Axes, title: Sequence[str], place: tuple[float, float], frame: Frame
) -> None:
    """Write the lines of the title, and under them what stands in each column."""
    language = frame.language
    left, top = place
    names = (
        (TITLE, language.say("Program")),
        (SAID, language.say("Said")),
        (SHOWN, language.say("Shown")),
        (DUE, language.say("Due")),
        (WORD, language.say("Last word, and where it is read")),
    )
    labels = [
        Label(
            x=left,
            y=top + 16 + index * HEADING_LINE,
            text=line,
            size=HEADING_SIZE,
            bold=True,
        )
        for index, line in enumerate(title)
    ]
    y = labels[-1].y + 30
    labels += [
        Label(x=left + start, y=y, text=name, bold=True) for (start, _), name in names
    ]
    lettering(page, labels)
    y += 8
    strokes(page, [((left, y), (left + frame.width, y))], SOFT_INK, 1.5)


def _write_row(
    page: Axes, cells: Cells, place: tuple[float, float], language: Language
) -> None:
    left, top = place
    token = spot("program", cells.row.program.code)
    labels = list(_lines(cells.title, left + TITLE[0], top, token))
    for column, lines, position in (
        (SAID, cells.said, cells.row.said),
        (SHOWN, cells.shown, cells.row.shown),
    ):
        _draw_chip(page, position, (left + column[0], top))
        labels += _lines(lines, left + column[0] + CHIP + 5, top)
    labels += _lines(cells.due, left + DUE[0], top)
    labels += _lines(cells.word, left + WORD[0], top)
    if cells.source:
        y = top + 10.5 + len(cells.word) * LINE
        labels.append(
            Label(x=left + WORD[0], y=y, text=cells.source, size=9.5, color=SOFT_INK)
        )
    lettering(page, labels)
    y = top + cells.height - PADDING / 2
    strokes(page, [((left, y), (left + WORD[0] + WORD[1], y))], RULE_LINE, 0.8)


def _lines(
    lines: Sequence[str], x: float, top: float, token: str = ""
) -> Iterator[Label]:
    for index, line in enumerate(lines):
        yield Label(x=x, y=top + 10.5 + index * LINE, text=line, spot=token)


def _draw_chip(page: Axes, position: Position, place: tuple[float, float]) -> None:
    """Draw the colour and hatch of the stage before its words."""
    x, y = place[0], place[1] + 2
    chip = Box(x, y, x + CHIP, y + CHIP)
    boxes(page, [chip], LOOKS[position.state.stage])
