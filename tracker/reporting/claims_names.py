"""Names in the picture of claims: of its lines and marks, where they touch nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.claim_checks import Verdict
from tracker.domain.scores import Score
from tracker.reporting.claims import ClaimMark, Claims, by_prominence
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, width_of
from tracker.reporting.marks import Box, Outline, size_of
from tracker.reporting.scales import number_of, spread
from tracker.reporting.style import ALARM, COMPLETED, INK, SAID_INK, SOFT_INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME_SIZE = 10
INKS = {
    Verdict.ABOVE: ALARM,
    Verdict.WITHIN: COMPLETED.face,
    Verdict.BELOW: COMPLETED.face,
    Verdict.UNCHECKED: SOFT_INK,
}


class Pixel(NamedTuple):
    """A pixel in the coordinates of an axes."""

    across: float
    down: float


def pixel_of(axes: Axes) -> Pixel:
    """A pixel of *axes*."""
    wide, high = size_of(axes)
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    return Pixel((right - left) / wide, (top - bottom) / high)


def draw_names(axes: Axes, claims: Claims, language: Language) -> None:
    """Name the two lines, and the claims for which there is room."""
    ends = _end_labels(axes, claims, language)
    lettering(axes, [*ends, *_mark_labels(axes, claims, language, ends)])


def value_of(score: Score) -> float:
    """The height of a score."""
    return float(score.value or 0)


def steps_of(days: Sequence[float], values: Sequence[float]) -> Outline:
    """A line that keeps its height until the next day."""
    line = [(days[0], values[0])]
    for day, before, after in zip(days[1:], values, values[1:], strict=False):
        line += [(day, before), (day, after)]
    return line


def _end_labels(axes: Axes, claims: Claims, language: Language) -> list[Label]:
    """The names of the two lines above their ends: colour alone tells nobody."""
    if not claims.points:
        return []
    last, pixel = claims.points[-1], pixel_of(axes)
    ends = [
        (value_of(last.shown), language.say("shown"), INK),
        (value_of(last.said), language.say("said"), SAID_INK),
    ]
    heights = spread([height for height, _, _ in ends], 13 * pixel.down, (0.0, inf))
    return [
        Label(
            x=number_of(last.day),
            y=y + 5 * pixel.down,
            text=text,
            bold=True,
            color=ink,
            align="right",
            dx=-4,
        )
        for y, (_, text, ink) in zip(heights, ends, strict=True)
    ]


def _label_box(label: Label, pixel: Pixel) -> Box:
    """The room that a label takes whose end is given."""
    wide = width_of(label.text, label.size, label.bold) + 6
    left = label.x - wide * pixel.across
    return Box(left, label.y - 2 * pixel.down, label.x, label.y + 10 * pixel.down)


def _mark_labels(
    axes: Axes, claims: Claims, language: Language, ends: Sequence[Label]
) -> list[Label]:
    """The names of the claims for which there is room, the most prominent first."""
    pixel = pixel_of(axes)
    taken = [*_mark_boxes(claims.marks, pixel), *_line_boxes(claims, pixel)]
    taken += [_label_box(label, pixel) for label in ends]
    labels = []
    for mark in by_prominence(claims.marks):
        text = f"{mark.speaker} {language.number(round(mark.high * 100, 1))}"
        placed = _place(mark, text, taken, (axes, pixel))
        if placed:
            label, box = placed
            taken.append(box)
            labels.append(label)
    return labels


def _mark_boxes(marks: Sequence[ClaimMark], pixel: Pixel) -> list[Box]:
    """The marks, and the strokes down from those that claim a span."""
    wide = 2 * pixel.across
    places = [(number_of(m.day), m) for m in marks]
    spans = [Box(x - wide, m.low, x + wide, m.high) for x, m in places]
    return [*spans, *(_around(x, m.high, (6, 6), pixel) for x, m in places)]


def _line_boxes(claims: Claims, pixel: Pixel) -> list[Box]:
    """The pieces of the line of what is said, which no words should cross."""
    if not claims.points:
        return []
    days = [number_of(point.day) for point in claims.points]
    line = steps_of(days, [value_of(point.said) for point in claims.points])
    return [
        Box(
            min(x, to_x) - pixel.across,
            min(y, to_y) - pixel.down,
            max(x, to_x) + pixel.across,
            max(y, to_y) + pixel.down,
        )
        for (x, y), (to_x, to_y) in pairwise(line)
    ]


def _around(x: float, y: float, size: tuple[float, float], pixel: Pixel) -> Box:
    wide, high = size[0] * pixel.across, size[1] * pixel.down
    return Box(x - wide, y - high, x + wide, y + high)


def _place(
    mark: ClaimMark, text: str, taken: Sequence[Box], plot: tuple[Axes, Pixel]
) -> tuple[Label, Box] | None:
    """Beside the mark where the words touch nothing: right, left, above, below."""
    axes, pixel = plot
    x, y = number_of(mark.day), mark.high
    half = width_of(text, NAME_SIZE) / 2 + 3
    for dx, dy in ((half + 6, 0), (-half - 6, 0), (0, 14), (0, -14)):
        middle = (x + dx * pixel.across, y + dy * pixel.down)
        box = _around(*middle, (half, 7), pixel)
        is_inside = axes.get_xlim()[0] <= box.left and box.right <= axes.get_xlim()[1]
        if is_inside and not any(_touch(box, other) for other in taken):
            ink = INKS[mark.check.verdict]
            label = Label(
                x=middle[0],
                y=middle[1],
                text=text,
                size=NAME_SIZE,
                color=ink,
                align="center",
                dy=3.6,
            )
            return label, box
    return None


def _touch(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom
