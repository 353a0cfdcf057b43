"""Draws programs by stage: two bars a sector, what is said above what is shown.

Every program is one square of the same size in all bars, so that a sector of two looks
like two. Programs that left the plan undone stand together, a black strip under them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from tracker.domain.segments import Segment, count_segments, present_segments
from tracker.domain.vocabulary import Closure
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import HALF_CAPITAL, Label, lettering, width_of
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, boxes, strokes
from tracker.reporting.stages import Row, Stages, describe_stages, segment_label
from tracker.reporting.stages_layout import BAR, PAIR, TITLE_LINE, Bar, Layout
from tracker.reporting.style import (
    CLOSED,
    LOOKS,
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

STRIP = 5
SMALLEST_SQUARE = 6


def draw_stages(stages: Stages, frame: Frame) -> Figure:
    """Draw the bars of every sector, the plan as a whole on top."""
    language = frame.language
    layout = Layout(frame, stages.rows(language), stages.goal)
    head = Head(
        title=describe_stages(stages, language).title,
        subtitle=language.say(
            "%(plan)s: programs by stage and sector; one square is one program. "
            "Behind each bar how many reached the stage “%(goal)s”.",
            plan=language.title(stages.plan.title),
            goal=language.label(stages.goal).lower(),
        ),
        key=_key(stages, language),
    )
    sheet = open_sheet(frame, head, layout.height if layout.rows else 0)
    if layout.rows:
        _draw_rows(sheet, layout)
    return sheet.figure


def _key(stages: Stages, language: Language) -> list[KeyItem]:
    """The looks that the bars have, in their order."""
    states = (stages.said, stages.shown)
    segments = present_segments(count_segments(each) for each in states)
    shown_stages = dict.fromkeys(segment.stage for segment in segments)
    items = [
        KeyItem(language.label(stage), LOOKS[stage])
        for stage in sorted(shown_stages, key=lambda s: -1 if s is None else s.rank)
    ]
    closures = {state.closure for each in states for state in each} - {None}
    if closures:
        words = ", ".join(language.label(c).lower() for c in Closure if c in closures)
        text = language.say("Left the plan undone (%(how)s)", how=words)
        items.append(KeyItem(text, Look(PAPER, outline=SOFT_INK), under=CLOSED))
    return list(reversed(items)) if not closures else [*items[-2::-1], items[-1]]


def _draw_rows(sheet: Sheet, layout: Layout) -> None:
    _write_titles(sheet, layout)
    by_column = groupby(
        sorted(layout.bars(sheet.frame.language), key=attrgetter("column")),
        key=attrgetter("column"),
    )
    for column, found in by_column:
        bars = list(found)
        left = layout.left(column)
        longest = max(len(bar.states) for bar in bars)
        area = Box(left, sheet.top, left + longest * layout.square, sheet.bottom)
        axes = sheet.plot(area, (0, longest), (0, layout.height))
        _draw_bars(axes, bars, layout, sheet.frame.language)


def _draw_bars(
    axes: Axes, bars: Sequence[Bar], layout: Layout, language: Language
) -> None:
    """Draw the bars of one column; x counts programs."""
    _draw_segments(axes, bars, language)
    if layout.square >= SMALLEST_SQUARE:
        _part_squares(axes, bars)
    _write_counts(axes, bars, layout.square)
    _write_readings(axes, bars, layout, language)


def _placed(bar: Bar) -> Iterator[tuple[Segment, int, int]]:
    """Each segment of a bar: where it begins and how many programs it has."""
    start = 0
    for segment, count in count_segments(bar.states).items():
        yield segment, start, count
        start += count


def _draw_segments(axes: Axes, bars: Sequence[Bar], language: Language) -> None:
    by_segment: dict[Segment, list[Box]] = {}
    strips = []
    for bar in bars:
        for segment, start, count in _placed(bar):
            tip = _tip(bar, segment, count, language)
            token = spot("sector", bar.row.code, tip)
            end, bottom = start + count, bar.top + BAR
            box = Box(start, bar.top, end, bottom, token)
            by_segment.setdefault(segment, []).append(box)
            if segment.is_closed:
                strips.append(Box(start, bottom - STRIP, end, bottom))
    for segment in present_segments([dict.fromkeys(by_segment, 1)]):
        boxes(axes, by_segment[segment], LOOKS[segment.stage], str(segment))
    boxes(axes, strips, CLOSED, "left the plan")


def _tip(bar: Bar, segment: Segment, count: int, language: Language) -> str:
    return language.say(
        "%(where)s, %(reading)s: %(segment)s %(count)s of %(of)s",
        where=bar.row.title,
        reading=bar.reading,
        segment=segment_label(segment, language).lower(),
        count=count,
        of=len(bar.states),
    )


def _part_squares(axes: Axes, bars: Sequence[Bar]) -> None:
    """Part the programs of a bar by fine lines, so that they can be counted."""
    lines: dict[bool, list[tuple[tuple[float, float], tuple[float, float]]]] = {}
    for bar in bars:
        for segment, start, count in _placed(bar):
            for x in range(start + (start == 0), start + count):
                line = ((x, bar.top), (x, bar.top + BAR))
                lines.setdefault(segment.stage is None, []).append(line)
    strokes(axes, lines.get(False, ()), PAPER, 1.2)
    strokes(axes, lines.get(True, ()), RULE_LINE, 1)


def _write_counts(axes: Axes, bars: Sequence[Bar], square: float) -> None:
    """Write each count in the middle of its segment, on a plain ground.

    One square needs no figure.
    """
    grounds: dict[str, list[Box]] = {}
    labels = []
    for bar in bars:
        for segment, start, count in _placed(bar):
            look, text = LOOKS[segment.stage], str(count)
            half = (width_of(text, SMALL_SIZE, bold=True) + 5) / 2 / square
            if count == 1 or half * 2 > count:
                continue
            x, y = start + count / 2, bar.middle - (2 if segment.is_closed else 0)
            ground = Box(x - half, y - 6.5, x + half, y + 6.5)
            grounds.setdefault(look.face, []).append(ground)
            base = y + SMALL_SIZE * HALF_CAPITAL
            labels.append(
                Label(x=x, y=base, text=text, color=look.ink, bold=True, align="center")
            )
    for face, wanted in grounds.items():
        boxes(axes, wanted, Look(face))
    lettering(axes, labels)


def _write_titles(sheet: Sheet, layout: Layout) -> None:
    labels = []
    for row, place in zip(layout.rows, layout.places, strict=True):
        lines = layout.title_lines(row)
        beside = (PAIR - len(lines) * TITLE_LINE) / 2
        above = 0 if layout.frame.is_narrow else beside
        x = layout.frame.margin + place.column * layout.column_width
        y = sheet.top + place.top + above + TITLE_LINE - 4
        labels += [
            Label(
                x=x,
                y=y + index * TITLE_LINE,
                text=line,
                size=TEXT_SIZE,
                bold=True,
                spot=_title_spot(row, index),
            )
            for index, line in enumerate(lines)
        ]
    lettering(sheet.page, labels)


def _title_spot(row: Row, line: int) -> str:
    """The link of a title; the keyboard stops at its first line."""
    if not row.code:
        return ""
    return spot("sector", row.code, row.title, is_stop=line == 0)


def _write_readings(
    axes: Axes, bars: Sequence[Bar], layout: Layout, language: Language
) -> None:
    """Write the reading before each bar, and after it how many reached the goal."""
    labels = []
    for bar in bars:
        base = bar.middle + SMALL_SIZE * HALF_CAPITAL
        end = len(bar.states)
        outcome = layout.outcome_of(bar, language)
        labels += [
            Label(x=0, y=base, text=bar.reading, align="right", dx=-8),
            Label(x=end, y=base, text=outcome, color=SOFT_INK, dx=8),
        ]
    lettering(axes, labels)
