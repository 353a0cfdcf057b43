"""Draws bottlenecks: a bar a sector and a bar a program, stacked from five parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.domain.bottlenecks import Part
from tracker.reporting.bottlenecks import (
    Bottlenecks,
    describe_bottlenecks,
    points,
)
from tracker.reporting.bottlenecks_rows import Row, sections_of
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import (
    HALF_CAPITAL,
    Label,
    lettering,
    shorten,
    width_of,
    wrap,
)
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, boxes, strokes
from tracker.reporting.style import (
    FAINT_LINE,
    INK,
    PAPER,
    RULE_LINE,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
    Look,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# The parts are no stages: greys and blues of their own, told apart by hatch.
LOOKS: Mapping[Part, Look] = {
    Part.OVERDUE: Look("#0b2f5c"),
    Part.STAY: Look("#3f78b5", "//"),
    Part.AWAITED: Look("#b7cfe8", "..", INK, "#0b2f5c"),
    Part.SILENCE: Look("#d9dbde", "xx", INK, "#6b6e73"),
    Part.HELD_UP: Look("#900a0b", "\\\\\\"),
}
BAR, HEADING, AFTER_SECTION = 18, 34, 34
TITLE_LINE, NOTE_LINE, NOTE_SIZE = 13.5, 12, 10
STEPS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def draw_bottlenecks(bottlenecks: Bottlenecks, frame: Frame) -> Figure:
    """Draw the sectors, and below them the open programs with the highest scores."""
    language = frame.language
    sections = sections_of(bottlenecks, language)
    head = Head(
        title=describe_bottlenecks(bottlenecks, language).title,
        subtitle=language.say(
            "%(subject)s. The score in points of a hundred; a sector's is the mean of "
            "its open programs times their share.",
            subject=bottlenecks.subject,
        ),
        key=[KeyItem(language.label(part), LOOKS[part]) for part in Part]
        if sections
        else (),
    )
    heights = [_section_height(rows, frame) for _, rows in sections]
    sheet = open_sheet(frame, head, sum(heights))
    top = sheet.top
    for (heading, rows), high in zip(sections, heights, strict=True):
        _draw_section(sheet, heading, rows, (top, top + high))
        top += high
    return sheet.figure


def _title_width(frame: Frame) -> float:
    return frame.inner_width if frame.is_narrow else 310


def _title_lines(row: Row, frame: Frame) -> tuple[str, ...]:
    """The title of a row; on a narrow sheet what it rests on stands behind it."""
    wide, is_bold = _title_width(frame), row.kind == "sector"
    lines = wrap(row.label, wide, SMALL_SIZE, bold=is_bold)
    if not frame.is_narrow:
        return lines
    together = f"{lines[-1]} · {row.note}"
    if width_of(together, SMALL_SIZE, bold=is_bold) <= wide:
        return (*lines[:-1], together)
    return (*lines, *wrap(row.note, wide, SMALL_SIZE, bold=is_bold))


def _row_height(row: Row, frame: Frame) -> float:
    lines = len(_title_lines(row, frame)) * TITLE_LINE
    return lines + BAR + 16 if frame.is_narrow else max(BAR, lines) + 10


def _section_height(rows: Sequence[Row], frame: Frame) -> float:
    return HEADING + sum(_row_height(row, frame) for row in rows) + AFTER_SECTION


def _draw_section(
    sheet: Sheet, heading: str, rows: Sequence[Row], span: tuple[float, float]
) -> None:
    frame = sheet.frame
    left = frame.margin + (0 if frame.is_narrow else _title_width(frame) + 16)
    notes = 52 if frame.is_narrow else 246
    area = Box(left, span[0], frame.width - frame.margin - notes, span[1])
    widest = _scale_end(rows)
    axes = sheet.plot(area, (0, widest), (0, span[1] - span[0]))
    _write_heading(sheet, heading, span[0])
    tops, titles = [], []
    top = float(HEADING)
    for row in rows:
        lines = _title_lines(row, frame)
        tops.append(_bar_top(row, top, len(lines), frame))
        titles += _title_labels(row, lines, span[0] + top, frame)
        top += _row_height(row, frame)
    lettering(sheet.page, titles)
    spans: list[tuple[float, float]] = [(HEADING - 6, top)]
    if frame.is_narrow:  # clear of the words
        spans = [*((y - 2, y + BAR + 2) for y in tops), (top - 4, top)]
    _draw_scale(axes, spans, widest, frame.language)
    _draw_bars(axes, rows, tops, frame.language)
    _write_notes(axes, rows, tops, (frame, notes - 8))


def _scale_end(rows: Sequence[Row]) -> float:
    """Where the scale ends: the first step beyond the longest bar."""
    longest = float(max(row.score for row in rows))
    return next((step for step in STEPS if step >= longest and step), 1.0)


def _bar_top(row: Row, top: float, lines: int, frame: Frame) -> float:
    if frame.is_narrow:
        return top + lines * TITLE_LINE + 3
    return top + max(0.0, (lines * TITLE_LINE - BAR) / 2)


def _title_labels(
    row: Row, lines: Sequence[str], top: float, frame: Frame
) -> list[Label]:
    beside = 0 if frame.is_narrow else max(0.0, (BAR - len(lines) * TITLE_LINE) / 2)
    return [
        Label(
            x=frame.margin,
            y=top + beside + 10.5 + index * TITLE_LINE,
            text=line,
            bold=row.kind == "sector",
            spot=spot(row.kind, row.key, row.label, is_stop=index == 0),
        )
        for index, line in enumerate(lines)
    ]


def _write_heading(sheet: Sheet, heading: str, top: float) -> None:
    frame = sheet.frame
    y = top + 14
    lettering(
        sheet.page,
        [Label(x=frame.margin, y=y, text=heading, size=TEXT_SIZE, bold=True)],
    )
    edge = frame.width - frame.margin
    strokes(sheet.page, [((frame.margin, y + 6), (edge, y + 6))], RULE_LINE)


def _draw_scale(
    axes: Axes,
    spans: Sequence[tuple[float, float]],
    widest: float,
    language: Language,
) -> None:
    """Draw a line a step over each of *spans*, named below the last."""
    steps = [step for step in STEPS if step <= widest]
    lines = [((step, top), (step, end)) for top, end in spans for step in steps]
    strokes(axes, lines, FAINT_LINE)
    lettering(
        axes,
        [
            Label(
                x=step,
                y=spans[-1][1],
                text=language.number(round(step * 100)),
                size=9.5,
                color=SOFT_INK,
                align="left" if step == 0 else "center",
                dy=12,
            )
            for step in steps
        ],
    )


def _draw_bars(
    axes: Axes, rows: Sequence[Row], tops: Sequence[float], language: Language
) -> None:
    by_part: dict[Part, list[Box]] = {part: [] for part in Part}
    for row, top in zip(rows, tops, strict=True):
        start = Fraction()
        for part, share in row.shares.items():
            tip = (
                f"{row.label}: {language.label(part).lower()} {points(share, language)}"
            )
            end = start + share
            if share:
                box = Box(float(start), top, float(end), top + BAR)
                by_part[part].append(box._replace(spot=spot(row.kind, row.key, tip)))
            start = end
    for part, wanted in by_part.items():
        boxes(axes, wanted, LOOKS[part], part.value)
    edges = [
        ((box.left, box.top), (box.left, box.bottom))
        for wanted in by_part.values()
        for box in wanted
        if box.left
    ]
    strokes(axes, edges, PAPER, 1)


def _note_lines(note: str, wide: float) -> tuple[str, ...]:
    """What a score rests on, in the two lines that a bar has room for."""
    first, *rest = wrap(note, wide, NOTE_SIZE)
    return (first, shorten(" ".join(rest), wide, NOTE_SIZE)) if rest else (first,)


def _write_notes(
    axes: Axes,
    rows: Sequence[Row],
    tops: Sequence[float],
    room: tuple[Frame, float],
) -> None:
    """Write the score behind each bar, and what it rests on at the edge."""
    frame, wide = room
    labels = []
    for row, top in zip(rows, tops, strict=True):
        base = top + BAR / 2 + SMALL_SIZE * HALF_CAPITAL
        score = points(row.score, frame.language)
        labels.append(Label(x=float(row.score), y=base, text=score, bold=True, dx=6))
        if frame.is_narrow:
            continue
        lines = _note_lines(row.note, wide - 40)
        labels += [
            Label(
                x=axes.get_xlim()[1],
                y=base + (index - (len(lines) - 1) / 2) * NOTE_LINE,
                text=line,
                size=NOTE_SIZE,
                color=SOFT_INK,
                dx=44,
            )
            for index, line in enumerate(lines)
        ]
    lettering(axes, labels)
