"""Draws percentage claims over time, above the figures said and shown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.claim_checks import Verdict
from tracker.domain.scores import Score
from tracker.reporting.claims import (
    ClaimMark,
    Claims,
    by_prominence,
    describe_claims,
    figure_words,
)
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, width_of
from tracker.reporting.links import spot
from tracker.reporting.marks import (
    Box,
    Outline,
    Symbol,
    cover,
    shapes,
    size_of,
    strokes,
    symbols,
)
from tracker.reporting.scales import draw_share_scale, draw_time_scale, number_of
from tracker.reporting.style import (
    ALARM,
    COMPLETED,
    INK,
    PAPER,
    SAID_INK,
    SOFT_INK,
    Look,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PLOT, SCALE_ROOM, TOP_ROOM, FOOT_ROOM = 380, 46, 14, 26
RECORD = Look("#e8edf3", "///", hatch_ink="#c3d4e6")
NAME_SIZE = 10
SYMBOLS = {
    "above": Symbol("up", 11, ALARM, PAPER),
    "within": Symbol("circle", 9, COMPLETED.face, PAPER),
    "below": Symbol("down", 11, COMPLETED.face, PAPER),
    "unchecked": Symbol("circle", 9, PAPER, SOFT_INK),
}
RING = Symbol("circle", 17, "none", INK)
INKS = {
    Verdict.ABOVE: ALARM,
    Verdict.WITHIN: COMPLETED.face,
    Verdict.BELOW: COMPLETED.face,
    Verdict.UNCHECKED: SOFT_INK,
}


def draw_claims(claims: Claims, frame: Frame) -> Figure:
    """Draw every percentage claim; those with room for it are named."""
    language = frame.language
    head = Head(
        title=describe_claims(claims, language).title,
        subtitle=language.say(
            "%(plan)s: claims by percentage, and the record by the rule “%(rule)s”",
            plan=language.title(claims.plan.title),
            rule=language.say(claims.rule.label),
        ),
        key=() if claims.is_empty else _key(claims, language),
    )
    height = 0 if claims.is_empty else TOP_ROOM + PLOT + FOOT_ROOM
    sheet = open_sheet(frame, head, height)
    if not claims.is_empty:
        _draw(sheet, claims)
    return sheet.figure


def _key(claims: Claims, language: Language) -> list[KeyItem]:
    """The entries of the key, only for what the picture holds."""
    found = {_kind(mark) for mark in claims.marks}
    words = {
        "above": language.say("above the record"),
        "within": language.say("within the record"),
        "below": language.say("below the record"),
        "unchecked": language.say("counts measures or cannot be checked"),
    }
    items = [
        KeyItem(words[kind], symbol=SYMBOLS[kind]) for kind in words if kind in found
    ]
    if not all(mark.is_official for mark in claims.marks):
        items.append(KeyItem(language.say("ringed: an independent word"), symbol=RING))
    text = language.say("the record: from shown to said, silence counted as done")
    return [
        *items,
        KeyItem(text, RECORD),
        KeyItem(language.say("said"), Look(SAID_INK)),
        KeyItem(language.say("shown"), Look(INK)),
    ]


def _kind(mark: ClaimMark) -> str:
    return {
        Verdict.ABOVE: "above",
        Verdict.WITHIN: "within",
        Verdict.BELOW: "below",
        Verdict.UNCHECKED: "unchecked",
    }[mark.check.verdict]


def _draw(sheet: Sheet, claims: Claims) -> None:
    frame = sheet.frame
    area = Box(
        frame.margin + SCALE_ROOM,
        sheet.top + TOP_ROOM,
        frame.width - frame.margin - 20,
        sheet.top + TOP_ROOM + PLOT,
    )
    days = [mark.day for mark in claims.marks] + [p.day for p in claims.points]
    first, last = number_of(min(days)), number_of(frame.view.as_of)
    edge = max((last - first) / 40, 10)
    axes = sheet.plot(area, (first - edge, last + edge), (1.04, 0.0))
    draw_share_scale(axes, frame.language)
    draw_time_scale(axes, frame.language)
    _draw_record(axes, claims)
    _draw_marks(axes, claims.marks, frame)
    _name_marks(axes, claims, frame)


def _draw_record(axes: Axes, claims: Claims) -> None:
    if not claims.points:
        return
    days = [number_of(point.day) for point in claims.points]
    high = _steps(days, [float(p.said.high or 0) for p in claims.points])
    said = _steps(days, [_value(p.said) for p in claims.points])
    shown = _steps(days, [_value(p.shown) for p in claims.points])
    shapes(axes, [[*high, *reversed(shown)]], RECORD, "record")
    strokes(axes, [said], SAID_INK, 2)
    strokes(axes, [shown], INK, 2)


def _value(score: Score) -> float:
    return float(score.value or 0)


def _steps(days: Sequence[float], values: Sequence[float]) -> Outline:
    line = [(days[0], values[0])]
    for day, before, after in zip(days[1:], values, values[1:], strict=False):
        line += [(day, before), (day, after)]
    return line


def _draw_marks(axes: Axes, marks: Sequence[ClaimMark], frame: Frame) -> None:
    spans = [
        ((number_of(m.day), m.low), (number_of(m.day), m.high))
        for m in marks
        if m.low != m.high
    ]
    strokes(axes, spans, SOFT_INK, 3)
    for kind, symbol in SYMBOLS.items():
        places = [(number_of(m.day), m.high) for m in marks if _kind(m) == kind]
        symbols(axes, places, symbol)
    alone = [(number_of(m.day), m.high) for m in marks if not m.is_official]
    symbols(axes, alone, RING)
    pixel = _pixel(axes)
    cover(axes, [_hit_box(mark, pixel, frame.language) for mark in marks])


class Pixel(NamedTuple):
    """A pixel in the coordinates of an axes."""

    across: float
    down: float


def _pixel(axes: Axes) -> Pixel:
    wide, high = size_of(axes)
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    return Pixel((right - left) / wide, (top - bottom) / high)


def _hit_box(mark: ClaimMark, pixel: Pixel, language: Language) -> Box:
    """The box round a claim that a pointer finds, with what was claimed."""
    claim = mark.check.claim
    tip = f"{claim.claimant}, {claim.dated}: {figure_words(mark, language)}"
    x, y = number_of(mark.day), mark.high
    wide, high = pixel.across * 7, pixel.down * 7
    return Box(x - wide, y - high, x + wide, y + high, spot("claim", claim.key, tip))


def _name_marks(axes: Axes, claims: Claims, frame: Frame) -> None:
    """Name the claims for which there is room, the most prominent first."""
    pixel = _pixel(axes)
    taken = [*_mark_boxes(claims.marks, pixel), *_line_boxes(claims, pixel)]
    labels = []
    for mark in by_prominence(claims.marks):
        text = f"{mark.speaker} {frame.language.number(round(mark.high * 100, 1))}"
        placed = _place(mark, text, taken, (axes, pixel))
        if placed:
            label, box = placed
            taken.append(box)
            labels.append(label)
    lettering(axes, labels)


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
    line = _steps(days, [_value(point.said) for point in claims.points])
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
