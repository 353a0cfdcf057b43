"""The sheet a picture is drawn on: head, key, plot and footer, laid out in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.views import View
from tracker.reporting.key_places import (
    CHIP,
    KEY_LINE,
    KEY_TEXT,
    KEY_WRAP,
    KeyPlace,
    places_of,
)
from tracker.reporting.language import ENGLISH, NO_BREAK, Language
from tracker.reporting.lettering import HALF_CAPITAL, Label, lettering, wrap
from tracker.reporting.marks import Box, Symbol, boxes, strokes, symbols
from tracker.reporting.paper import Paper, new_figure, size_of_figure
from tracker.reporting.style import (
    RULE_LINE,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
    TITLE_SIZE,
    Look,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDE = 960
NARROW = 390
NARROW_BELOW = 600
LINE = 1.35
# A PNG fits small letters to whole pixels, which makes a long line up to 8 % wider.
FOOT_SHARE = 0.92
BETWEEN = " · "
LONGEST_PHRASE = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a picture is told besides its numbers: for whom, how wide, of what view.

    ``earlier`` is the other view of a picture that compares two.
    """

    view: View
    revision: int = 0
    rule: str = ""
    earlier: View | None = None
    language: Language = ENGLISH
    width: int = WIDE
    paper: Paper | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it is for the width of a telephone."""
        return self.width < NARROW_BELOW

    @property
    def margin(self) -> int:
        """The white space at each side; paper has its own."""
        if self.paper is not None:
            return 0
        return 10 if self.is_narrow else 16

    @property
    def inner_width(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


def footer(frame: Frame) -> str:
    """The line under every picture and table: what exactly was asked."""
    language, view = frame.language, frame.view
    parts = _earlier_side(frame)
    parts.append(language.say("As of %(day)s", day=language.day(view.as_of)))
    if view.known_on:
        parts.append(language.say("known on %(day)s", day=language.day(view.known_on)))
    floor = view.shown_reading.floor
    parts.append(
        language.say(
            "said: every report, shown: evidence grade %(floor)s or better",
            floor=floor.value,
        )
    )
    if frame.rule:
        parts.append(language.say("rule %(rule)s", rule=frame.rule))
    parts.append(language.say("revision %(number)s", number=frame.revision))
    return BETWEEN.join(parts)


def _in_phrases(words: str) -> str:
    """A footer that breaks between its phrases, not inside one that is short."""
    return BETWEEN.join(
        phrase if len(phrase) > LONGEST_PHRASE else phrase.replace(" ", NO_BREAK)
        for phrase in words.split(BETWEEN)
    )


def _earlier_side(frame: Frame) -> list[str]:
    """What is compared, where two views are: both readings and the earlier view."""
    language, earlier = frame.language, frame.earlier
    if earlier is None:
        return []
    words = [language.say("Since %(day)s", day=language.day(earlier.as_of))]
    if earlier.known_on:
        known = language.day(earlier.known_on)
        words.append(language.say("known on %(day)s", day=known))
    if earlier.revision and earlier.revision != frame.view.revision:
        words.append(language.say("revision %(number)s", number=earlier.revision))
    readings = [language.say(v.reading.label) for v in (earlier, frame.view)]
    compared = " → ".join(dict.fromkeys(readings)).lower()
    return [
        ", ".join(words),
        language.say("figures as %(reading)s", reading=compared),
    ]


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One entry of a key: a filled chip, a symbol or a written sign.

    ``under`` is the look of a strip along the lower edge of the chip.
    """

    text: str
    look: Look | None = None
    under: Look | None = None
    symbol: Symbol | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the plot."""

    title: str
    subtitle: str = ""
    key: Sequence[KeyItem] = ()


class Sheet:
    """A part of a figure with its head and footer drawn, all in pixels.

    The plot fills ``top`` to ``bottom``; ``page`` is an axes over the whole sheet, y
    downwards. ``place`` is where the sheet lies on its figure.
    """

    def __init__(
        self, figure: Figure, place: Box, frame: Frame, top: float, bottom: float
    ) -> None:
        self.figure = figure
        self.place = place
        self.frame = frame
        self.top, self.bottom = top, bottom
        wide, high = place.right - place.left, place.bottom - place.top
        self.page = self.plot(Box(0, 0, wide, high), (0, wide), (0, high))

    def plot(
        self, area: Box, across: tuple[float, float], down: tuple[float, float]
    ) -> Axes:
        """An axes over *area* with x running *across* and y running *down*."""
        width, height = size_of_figure(self.figure)
        left, top = self.place.left + area.left, self.place.top + area.top
        wide, high = area.right - area.left, area.bottom - area.top
        axes = self.figure.add_axes(
            (left / width, 1 - (top + high) / height, wide / width, high / height)
        )
        axes.set_axis_off()
        axes.set_xlim(*across)
        axes.set_ylim(down[1], down[0])
        return axes


def open_sheet(frame: Frame, head: Head, plot_height: float) -> Sheet:
    """A new sheet just high enough for *head*, a plot of *plot_height*, and footer."""
    title = wrap(head.title, frame.inner_width, _title_size(frame), bold=True)
    subtitle = wrap(head.subtitle, frame.inner_width, TEXT_SIZE)
    foot = wrap(_in_phrases(footer(frame)), frame.inner_width * FOOT_SHARE, SMALL_SIZE)
    keys = places_of([item.text for item in head.key], frame.inner_width)
    key_height = keys[-1].bottom if keys else 0
    top = (
        frame.margin
        + len(title) * _title_size(frame) * LINE
        + len(subtitle) * TEXT_SIZE * LINE
        + 10
    )
    plot_top = top + key_height + (8 if keys else 0)
    bottom = plot_top + plot_height
    height = bottom + 16 + len(foot) * SMALL_SIZE * LINE + frame.margin
    sheet = _blank(frame, height, plot_top, bottom)
    _write_head(sheet, title, subtitle)
    _draw_key(sheet, head.key, keys, top)
    _write_foot(sheet, foot)
    return sheet


def _blank(frame: Frame, height: float, top: float, bottom: float) -> Sheet:
    """An empty sheet: a figure of its own, or room on the paper it is for."""
    if frame.paper is None:
        size = (frame.width, round(height))
        return Sheet(new_figure(*size), Box(0, 0, *size), frame, top, bottom)
    figure, place = frame.paper.room_for(frame.width, height)
    return Sheet(figure, place, frame, top, bottom)


def _title_size(frame: Frame) -> float:
    return TITLE_SIZE - 2 if frame.is_narrow else TITLE_SIZE


def _write_head(sheet: Sheet, title: Sequence[str], subtitle: Sequence[str]) -> None:
    frame = sheet.frame
    size = _title_size(frame)
    y = frame.margin - size * (LINE - 1)
    labels = []
    for line in title:
        y += size * LINE
        labels.append(Label(x=frame.margin, y=y, text=line, size=size, bold=True))
    y += 3
    for line in subtitle:
        y += TEXT_SIZE * LINE
        labels.append(
            Label(x=frame.margin, y=y, text=line, size=TEXT_SIZE, color=SOFT_INK)
        )
    lettering(sheet.page, labels)


def _draw_key(
    sheet: Sheet,
    key: Sequence[KeyItem],
    places: Sequence[KeyPlace],
    top: float,
) -> None:
    labels = []
    for item, (x, y, lines) in zip(key, places, strict=True):
        left, middle = sheet.frame.margin + x, top + y + KEY_LINE / 2
        if item.look:
            chip = Box(left, middle - CHIP[1] / 2, left + CHIP[0], middle + CHIP[1] / 2)
            boxes(sheet.page, [chip], item.look)
        if item.under:
            strip = Box(left, middle + 1, left + CHIP[0], middle + CHIP[1] / 2)
            boxes(sheet.page, [strip], item.under)
        if item.symbol:
            place = (left + CHIP[0] / 2, middle)
            symbols(sheet.page, [place], item.symbol)
        base = middle + SMALL_SIZE * HALF_CAPITAL
        if item.sign:
            sign = Label(x=left + CHIP[0] / 2, y=base, text=item.sign, align="center")
            labels.append(sign)
        labels += [
            Label(x=left + KEY_TEXT, y=base + index * KEY_WRAP, text=line)
            for index, line in enumerate(lines)
        ]
    lettering(sheet.page, labels)


def _write_foot(sheet: Sheet, lines: Sequence[str]) -> None:
    frame = sheet.frame
    y = sheet.bottom + 8
    edge = frame.width - frame.margin
    strokes(sheet.page, [((frame.margin, y), (edge, y))], RULE_LINE)
    labels = [
        Label(
            x=frame.margin,
            y=y + 4 + (index + 1) * SMALL_SIZE * LINE,
            text=line,
            color=SOFT_INK,
        )
        for index, line in enumerate(lines)
    ]
    lettering(sheet.page, labels)
