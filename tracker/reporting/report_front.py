"""The head of a plan in a report: large figures, and what changed lately."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.reporting.frame import Frame, footer
from tracker.reporting.lettering import Label, lettering, wrap
from tracker.reporting.marks import strokes
from tracker.reporting.paper import page_of
from tracker.reporting.report import Front
from tracker.reporting.style import RULE_LINE, SOFT_INK, TEXT_SIZE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEADING_SIZE, FIGURE_SIZE, WORDS_SIZE = 26, 34, 13
IN_A_ROW, TILE_HEIGHT = 4, 96
LINE = 19
MOST_CHANGES = 14


def draw_front(front: Front, frame: Frame) -> None:
    """Draw the head of a plan on the paper of *frame*."""
    assert frame.paper is not None  # a front is never a picture by itself
    heading = wrap(front.heading, frame.width, HEADING_SIZE, bold=True)
    view = wrap(footer(frame), frame.width, TEXT_SIZE)
    changes = _change_lines(front, frame)
    tiles = -(-len(front.figures) // IN_A_ROW)
    head_height = len(heading) * HEADING_SIZE * 1.25 + len(view) * 17 + 14
    height = head_height + tiles * TILE_HEIGHT + 30 + len(changes) * LINE + 10
    figure, place = frame.paper.room_for(frame.width, height)
    page, left, top = page_of(figure), place.left, place.top
    _write_lines(page, heading, (left, top + HEADING_SIZE), HEADING_SIZE * 1.25)
    below = top + len(heading) * HEADING_SIZE * 1.25
    labels = [
        Label(x=left, y=below + 14 + i * 17, text=t, size=TEXT_SIZE, color=SOFT_INK)
        for i, t in enumerate(view)
    ]
    lettering(page, labels)
    _write_tiles(page, front.figures, (left, top + head_height), frame)
    _write_changes(
        page, front.period, changes, (left, top + head_height + tiles * TILE_HEIGHT)
    )
    edge = place.bottom
    strokes(page, [((left, edge), (place.right, edge))], RULE_LINE)


def _write_lines(
    page: Axes, lines: Sequence[str], place: tuple[float, float], step: float
) -> None:
    x, y = place
    lettering(
        page,
        [
            Label(x=x, y=y + index * step, text=line, size=HEADING_SIZE, bold=True)
            for index, line in enumerate(lines)
        ],
    )


def _write_tiles(
    page: Axes,
    figures: Sequence[tuple[str, str]],
    place: tuple[float, float],
    frame: Frame,
) -> None:
    """Write each figure large, with what it tells below it."""
    wide = frame.width / IN_A_ROW
    labels = []
    for index, (figure, words) in enumerate(figures):
        x = place[0] + index % IN_A_ROW * wide
        y = place[1] + index // IN_A_ROW * TILE_HEIGHT
        labels.append(Label(x=x, y=y + 34, text=figure, size=FIGURE_SIZE, bold=True))
        labels += [
            Label(x=x, y=y + 54 + line * 16, text=text, size=WORDS_SIZE)
            for line, text in enumerate(wrap(words, wide - 20, WORDS_SIZE)[:2])
        ]
    lettering(page, labels)


def _change_lines(front: Front, frame: Frame) -> list[tuple[str, bool]]:
    """The changes as lines; each tells whether it begins a change."""
    # A single change left over takes no more room than the words that it is missing.
    count = len(front.changes)
    most = count if count == MOST_CHANGES + 1 else MOST_CHANGES
    lines = []
    for change in front.changes[:most]:
        first, *rest = wrap(change, frame.width - 18, WORDS_SIZE)
        lines.append((first, True))
        lines += [(text, False) for text in rest]
    more = count - most
    if more > 0:
        words = frame.language.plural(
            "and %(count)s more change", "and %(count)s more changes", more
        )
        lines.append((words, True))
    return lines


def _write_changes(
    page: Axes,
    period: str,
    lines: Sequence[tuple[str, bool]],
    place: tuple[float, float],
) -> None:
    x, y = place
    labels = [Label(x=x, y=y + 16, text=period, size=15, bold=True)]
    for index, (text, is_first) in enumerate(lines):
        base = y + 40 + index * LINE
        if is_first:
            labels.append(Label(x=x, y=base, text="•", size=WORDS_SIZE))
        labels.append(Label(x=x + 18, y=base, text=text, size=WORDS_SIZE))
    lettering(page, labels)
