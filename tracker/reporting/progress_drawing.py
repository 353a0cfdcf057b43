"""Draws progress over time: two lines, and the gap between them hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from tracker.domain.scores import Score
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, wrap
from tracker.reporting.marks import (
    Box,
    Outline,
    Symbol,
    shapes,
    size_of,
    strokes,
    symbols,
)
from tracker.reporting.progress import (
    Mark,
    Progress,
    describe_progress,
    described_marks,
)
from tracker.reporting.scales import (
    draw_share_scale,
    draw_time_scale,
    number_of,
    spread,
)
from tracker.reporting.style import (
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

PLOT = 300
SCALE_ROOM, NUMBER_ROOM = 46, 22
MARK_LINE = 16
GAP = Look("#eef3f8", "///", hatch_ink="#c3d4e6")


def draw_progress(progress: Progress, frame: Frame) -> Figure:
    """Draw the figure by month, with the days that mattered numbered and told below."""
    language = frame.language
    marks = [] if progress.is_empty else described_marks(progress, language)
    lines = _mark_lines(marks, frame)
    head = Head(
        title=describe_progress(progress, language).title,
        subtitle=language.say(
            "%(plan)s, month by month, by the rule “%(rule)s”",
            plan=language.title(progress.plan.title),
            rule=language.say(progress.rule.label),
        ),
        key=_key(language) if not progress.is_empty else (),
    )
    height = 0.0
    if not progress.is_empty:
        height = NUMBER_ROOM + PLOT + 30 + len(lines) * MARK_LINE
    sheet = open_sheet(frame, head, height)
    if not progress.is_empty:
        _draw(sheet, progress, marks)
        _write_marks(sheet, lines)
    return sheet.figure


def _key(language: Language) -> list[KeyItem]:
    return [
        KeyItem(language.say("said"), Look(SAID_INK)),
        KeyItem(language.say("shown"), Look(INK)),
        KeyItem(language.say("the gap between them"), GAP),
        KeyItem(language.say("said, if silence hid success"), sign="╌╌"),
    ]


def _draw(sheet: Sheet, progress: Progress, marks: Sequence[Mark]) -> None:
    frame, points = sheet.frame, progress.points
    ends_room = 74 if frame.is_narrow else 150
    area = Box(
        frame.margin + SCALE_ROOM,
        sheet.top + NUMBER_ROOM,
        frame.width - frame.margin - ends_room,
        sheet.top + NUMBER_ROOM + PLOT,
    )
    first, last = number_of(points[0].day.replace(day=1)), number_of(points[-1].day)
    tail = max((last - first) / 60, 3)  # so that a step on the last day is seen
    axes = sheet.plot(area, (first, last + tail), (1.0, 0.0))
    draw_share_scale(axes, frame.language)
    draw_time_scale(axes, frame.language)
    days = [*(number_of(point.day) for point in points), last + tail]
    points = (*points, points[-1])
    said = _steps(days, [p.said for p in points])
    shown = _steps(days, [p.shown for p in points])
    high = _steps(days, [p.said for p in points], is_high=True)
    shapes(axes, [[*said, *reversed(shown)]], GAP, "gap")
    strokes(axes, [high], SAID_INK, 1, (1, 2))
    strokes(axes, [said], SAID_INK, 2.6)
    strokes(axes, [shown], INK, 2.6)
    _write_ends(axes, progress, frame)
    _number_marks(axes, marks)


def _steps(
    days: Sequence[float], scores: Sequence[Score], *, is_high: bool = False
) -> Outline:
    """A line that keeps its height until the end of a month."""
    values = [float((s.high if is_high else s.value) or 0) for s in scores]
    line = [(days[0], values[0])]
    for day, before, after in zip(days[1:], values, values[1:], strict=False):
        line += [(day, before), (day, after)]
    return line


@dataclass(frozen=True, slots=True)
class End:
    """The end of a line: its reading in words, its last score, its ink."""

    name: str
    score: Score
    ink: str

    @property
    def height(self) -> float:
        """The height at which the line ends."""
        return float(self.score.value or 0)


def _write_ends(axes: Axes, progress: Progress, frame: Frame) -> None:
    """Name the lines where they end, with their figures."""
    language, last = frame.language, progress.points[-1]
    ends = [
        End(language.say("shown"), last.shown, INK),
        End(language.say("said"), last.said, SAID_INK),
    ]
    ends.sort(key=lambda end: end.height)
    # No lower than where the years are told, above the days that mattered.
    heights = spread([end.height for end in ends], 34 / PLOT, (-4 / PLOT, inf))
    right = axes.get_xlim()[1]
    labels = []
    for y, end in zip(heights, ends, strict=True):
        first, second = _end_words(end, frame)
        labels += [
            Label(
                x=right, y=y, text=first, size=13, bold=True, color=end.ink, dx=8, dy=2
            ),
            Label(x=right, y=y, text=second, color=SOFT_INK, dx=8, dy=15),
        ]
    lettering(axes, labels)


def _end_words(end: End, frame: Frame) -> tuple[str, str]:
    """What stands at the end of a line: its figure, and below it what it counts."""
    language = frame.language
    share = language.percent(end.score.value or 0)
    if frame.is_narrow:
        return share, end.name
    done = language.number(round(float(end.score.done), 1))
    counted = language.say("%(done)s of %(of)s", done=done, of=end.score.of)
    return f"{end.name} {share}", counted


def _number_marks(axes: Axes, marks: Sequence[Mark]) -> None:
    """Stand a thin line at each day that mattered, its number above the plot."""
    left, right = axes.get_xlim()
    placed = [
        (number, number_of(mark.day))
        for number, mark in enumerate(marks, start=1)
        if left <= number_of(mark.day) <= right
    ]
    strokes(axes, [((x, 0), (x, 1.02)) for _, x in placed], SOFT_INK, 1, (2, 2))
    pixel = size_of(axes)[0] / (right - left)
    wide = spread([x for _, x in placed], 17 / pixel, (left + 8 / pixel, right))
    places = [(x, 1 + 11 / PLOT) for x in wide]
    symbols(axes, places, Symbol("circle", 16, SOFT_INK, PAPER))
    lettering(
        axes,
        [
            Label(
                x=x,
                y=y,
                text=str(number),
                size=9.5,
                bold=True,
                color=PAPER,
                align="center",
                dy=3.5,
            )
            for (number, _), (x, y) in zip(placed, places, strict=True)
        ],
    )


def _mark_lines(marks: Sequence[Mark], frame: Frame) -> list[tuple[str, str]]:
    """The days that mattered as lines below the plot: number, words."""
    lines = []
    for number, mark in enumerate(marks, start=1):
        first, *rest = wrap(mark.text, frame.inner_width - 24, SMALL_SIZE)
        lines.append((str(number), first))
        lines += [("", line) for line in rest]
    return lines


def _write_marks(sheet: Sheet, lines: Sequence[tuple[str, str]]) -> None:
    top = sheet.top + NUMBER_ROOM + PLOT + 30
    x = sheet.frame.margin
    labels = []
    for index, (number, words) in enumerate(lines):
        y = top + index * MARK_LINE + SMALL_SIZE
        labels.append(Label(x=x, y=y, text=number, bold=True, color=SOFT_INK))
        labels.append(Label(x=x + 24, y=y, text=words))
    lettering(sheet.page, labels)
