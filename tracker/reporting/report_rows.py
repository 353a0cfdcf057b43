"""Tables of a report: a title, a line of column names, and rows over as many pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from tracker.reporting.frame import Frame
from tracker.reporting.lettering import Label, lettering, wrap
from tracker.reporting.marks import strokes
from tracker.reporting.paper import page_of
from tracker.reporting.style import RULE_LINE, SOFT_INK, TEXT_SIZE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Where a column begins, and how wide its words may be.
Column: TypeAlias = tuple[float, float]

LINE, PADDING, HEADER = 14.5, 9, 62
HEADING_SIZE, HEADING_LINE = TEXT_SIZE + 2, 19


class Laid(Protocol):
    """A row laid out, which knows how high it is."""

    @property
    def height(self) -> float:
        """The height of the row, the space below it included."""


Row = TypeVar("Row", bound=Laid)


@dataclass(frozen=True, slots=True)
class Columns:
    """The title of a table, and where each of its columns is and what it is called."""

    title: str
    named: Sequence[tuple[Column, str]]


def placed_rows(
    columns: Columns, rows: Sequence[Row], frame: Frame
) -> Iterator[tuple[Axes, tuple[float, float], Row]]:
    """Each of *rows* with its page and where it begins; the head is on every page."""
    paper = frame.paper
    assert paper is not None  # a table is never a picture by itself
    title = wrap(columns.title, frame.width, HEADING_SIZE, bold=True)
    header = HEADER + (len(title) - 1) * HEADING_LINE
    while rows:
        if paper.room < header + rows[0].height:
            paper.new_page()
        count = max(1, _fitting(rows, paper.room - header))
        shown, rows = rows[:count], rows[count:]
        height = header + sum(each.height for each in shown)
        figure, place = paper.room_for(frame.width, height)
        page = page_of(figure)
        _write_header(page, title, columns, (place.left, place.top), frame)
        y = place.top + header
        for each in shown:
            yield page, (place.left, y), each
            y += each.height


def _fitting(rows: Sequence[Laid], room: float) -> int:
    """How many rows fit into *room*."""
    count = 0
    for each in rows:
        room -= each.height
        if room < 0:
            break
        count += 1
    return count


def _write_header(
    page: Axes,
    title: Sequence[str],
    columns: Columns,
    place: tuple[float, float],
    frame: Frame,
) -> None:
    """Write the lines of the title, and under them what stands in each column."""
    left, top = place
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
        Label(x=left + start, y=y, text=name, bold=True)
        for (start, _), name in columns.named
    ]
    lettering(page, labels)
    y += 8
    strokes(page, [((left, y), (left + frame.width, y))], SOFT_INK, 1.5)


def lines_at(
    lines: Sequence[str], x: float, top: float, token: str = ""
) -> Iterator[Label]:
    """The *lines* of one column of a row that begins at *top*."""
    for index, line in enumerate(lines):
        yield Label(x=x, y=top + 10.5 + index * LINE, text=line, spot=token)


def rule_below(page: Axes, place: tuple[float, float], row: Laid, wide: float) -> None:
    """Draw the thin line under a row."""
    left, y = place[0], place[1] + row.height - PADDING / 2
    strokes(page, [((left, y), (left + wide, y))], RULE_LINE, 0.8)
