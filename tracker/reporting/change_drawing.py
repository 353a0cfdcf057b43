"""Draws an explained change as a waterfall: each step begins where one ended."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.reporting.change import (
    Change,
    Step,
    describe_change,
    points_in_words,
    steps_of,
)
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import HALF_CAPITAL, Label, lettering, width_of, wrap
from tracker.reporting.marks import Box, boxes, size_of, strokes
from tracker.reporting.style import (
    ALARM,
    COMPLETED,
    FAINT_LINE,
    INK,
    PAPER,
    SAID_INK,
    SMALL_SIZE,
    SOFT_INK,
    Look,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BAR, LINE, BELOW = 24, 14, 30
WORDS_GAP = 20
FIGURE_SIZE = 13
WHOLE = Look(SAID_INK)
RISE = Look(COMPLETED.face, "///")
FALL = Look(ALARM, "\\\\\\")
# Where the scale may end.
ENDS = tuple(Fraction(step, 10) for step in range(1, 11))


def draw_change(change: Change, frame: Frame) -> Figure:
    """Draw the figure before, a step for each cause, and the figure after."""
    language = frame.language
    steps = [] if change.is_empty else steps_of(change, language)
    head = Head(
        title=describe_change(change, language).title,
        subtitle=language.say(
            "%(plan)s, by the rule “%(rule)s”",
            plan=language.title(change.plan.title),
            rule=language.say(change.new_rule.label),
        ),
        key=_key(steps, language),
    )
    heights = [_height(step, frame) for step in steps]
    sheet = open_sheet(frame, head, sum(heights) + BELOW if steps else 0)
    if steps:
        _draw(sheet, steps, heights)
    return sheet.figure


def _key(steps: Sequence[Step], language: Language) -> list[KeyItem]:
    """What of these is drawn."""
    items = {
        "whole": KeyItem(language.say("the figure"), WHOLE),
        "rise": KeyItem(language.say("points that raise it"), RISE),
        "fall": KeyItem(language.say("points that lower it"), FALL),
        "flat": KeyItem(language.say("no part in it"), sign="┃"),
    }
    drawn = {_kind(step) for step in steps}
    return [item for kind, item in items.items() if kind in drawn]


def _kind(step: Step) -> str:
    if not step.part:
        return "flat"
    if step.is_whole:
        return "whole"
    return "rise" if step.part > 0 else "fall"


def _words_width(frame: Frame) -> float:
    return frame.inner_width - 10 if frame.is_narrow else 270


def _lines(step: Step, frame: Frame) -> list[str]:
    """The words of a step, and below them how many programs moved."""
    language = frame.language
    lines = [*wrap(step.words, _words_width(frame), SMALL_SIZE, bold=step.is_whole)]
    if step.moved_count:
        moved = language.plural(
            "%(count)s program moved", "%(count)s programs moved", step.moved_count
        )
        if frame.is_narrow and len(lines) == 1:
            return [f"{lines[0]} · {moved}"]
        lines.append(moved)
    return lines


def _height(step: Step, frame: Frame) -> float:
    words = len(_lines(step, frame)) * LINE
    return words + BAR + 16 if frame.is_narrow else max(words, BAR) + 18


def _draw(sheet: Sheet, steps: Sequence[Step], heights: Sequence[float]) -> None:
    frame = sheet.frame
    left = frame.margin + (0 if frame.is_narrow else _words_width(frame) + WORDS_GAP)
    right = frame.width - frame.margin - (70 if frame.is_narrow else 90)
    high = sum(heights)
    area = Box(left, sheet.top, right, sheet.top + high)
    end = scale_end(steps)
    axes = sheet.plot(area, (0, float(end)), (0, high))
    middles = _middles(steps, heights, frame)
    _draw_scale(axes, end, frame.language)
    _join(axes, steps, middles)
    _draw_bars(axes, steps, middles)
    _write_words(axes, steps, heights, frame)
    _write_figures(axes, steps, middles, frame.language)


def scale_end(steps: Sequence[Step]) -> Fraction:
    """The first tenth that no step goes beyond."""
    highest = max(step.stands for step in steps)
    return next((end for end in ENDS if end >= highest), ENDS[-1])


def _middles(
    steps: Sequence[Step], heights: Sequence[float], frame: Frame
) -> list[float]:
    """How far down the middle of each bar lies; on a telephone below its words."""
    middles, top = [], 0.0
    for step, high in zip(steps, heights, strict=True):
        words = len(_lines(step, frame)) * LINE
        inside = words + 6 + BAR / 2 if frame.is_narrow else high / 2
        middles.append(top + inside)
        top += high
    return middles


def _draw_scale(axes: Axes, end: Fraction, language: Language) -> None:
    """Thin lines at the quarters of the scale, named below it."""
    bottom = axes.get_ylim()[0]
    ticks = [float(end) * quarter / 4 for quarter in range(5)]
    strokes(axes, [((tick, 0), (tick, bottom)) for tick in ticks], FAINT_LINE)
    lettering(
        axes,
        [
            Label(
                x=tick,
                y=bottom,
                text=language.percent(tick),
                color=SOFT_INK,
                align="center" if index else "left",
                dy=14,
            )
            for index, tick in enumerate(ticks)
        ],
    )


def _join(axes: Axes, steps: Sequence[Step], middles: Sequence[float]) -> None:
    """A dotted line from where a step ends to where the next one begins."""
    pairs = pairwise(zip(steps, middles, strict=True))
    lines = [
        ((float(step.stands), y), (float(step.stands), below))
        for (step, y), (_, below) in pairs
    ]
    strokes(axes, lines, SOFT_INK, 1, (2, 2))


def _draw_bars(axes: Axes, steps: Sequence[Step], middles: Sequence[float]) -> None:
    """The bars by their kind; no part is a flat mark where the figure stood."""
    found: dict[str, list[Box]] = {"whole": [], "rise": [], "fall": [], "flat": []}
    for step, y in zip(steps, middles, strict=True):
        low, high = sorted((float(step.start), float(step.stands)))
        bar = Box(low, y - BAR / 2, high, y + BAR / 2)
        found[_kind(step)].append(bar)
    for kind, look in (("whole", WHOLE), ("rise", RISE), ("fall", FALL)):
        boxes(axes, found[kind], look, kind)
    flat = [((bar.left, bar.top), (bar.left, bar.bottom)) for bar in found["flat"]]
    strokes(axes, flat, INK, 3)


def _write_figures(
    axes: Axes, steps: Sequence[Step], middles: Sequence[float], language: Language
) -> None:
    """Beside every bar its figure, or the points it adds, on a patch of paper."""
    wide, _ = size_of(axes)
    pixel = axes.get_xlim()[1] / wide
    labels, patches = [], []
    for step, y in zip(steps, middles, strict=True):
        text = language.percent(step.stands)
        if not step.is_whole:
            text = points_in_words(step.part, language)
        x = float(max(step.start, step.stands))
        room = (width_of(text, FIGURE_SIZE, True) + 10) * pixel
        patches.append(Box(x + 4 * pixel, y - 9, x + 4 * pixel + room, y + 9))
        down = FIGURE_SIZE * HALF_CAPITAL
        labels.append(
            Label(x=x, y=y, text=text, size=FIGURE_SIZE, bold=True, dx=7, dy=down)
        )
    boxes(axes, patches, Look(PAPER), "paper")
    lettering(axes, labels)


def _write_words(
    axes: Axes, steps: Sequence[Step], heights: Sequence[float], frame: Frame
) -> None:
    """The words of each step beside its bar, or above it on a patch of paper."""
    top, patches, labels = 0.0, [], []
    dx = 0.0 if frame.is_narrow else -_words_width(frame) - WORDS_GAP
    pixel = axes.get_xlim()[1] / size_of(axes)[0]
    for step, high in zip(steps, heights, strict=True):
        lines = _lines(step, frame)
        y = top + LINE
        if not frame.is_narrow:
            middle = top + high / 2 - (len(lines) - 1) * LINE / 2
            y = middle + SMALL_SIZE * HALF_CAPITAL
        for line in lines:
            label = Label(x=0, y=y, text=line, bold=step.is_whole, dx=dx)
            wide = width_of(line, SMALL_SIZE, step.is_whole) * 1.06 * pixel
            patches.append(Box(0, y - LINE + 2, wide, y + 4))
            labels.append(label)
            y += LINE
        top += high
    if frame.is_narrow:
        boxes(axes, patches, Look(PAPER), "paper")
    lettering(axes, labels)
