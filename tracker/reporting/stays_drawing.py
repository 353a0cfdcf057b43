"""Draws the days in each stage: a row a stage, its median on a line to its bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, width_of, wrap
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, Symbol, boxes, size_of, strokes, symbols
from tracker.reporting.stays import (
    StayRow,
    Stays,
    StillThere,
    days_words,
    describe_stays,
    ends_words,
    median_words,
)
from tracker.reporting.style import (
    FAINT_LINE,
    INK,
    LOOKS,
    PAPER,
    RULE_LINE,
    SMALL_SIZE,
    SOFT_INK,
    Look,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TITLE_LINE, CHIP, GAP = 14.5, 24, 18
# From the top of a lane: where its figure, its line and its ticks stand.
LANE, LINE_AT, TICKS_FROM, TICKS_TO = 48, 25, 34, 44
SCALE = 8
STEPS = (10, 20, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000)
MEDIAN = Symbol("diamond", 13, INK, PAPER)
STILL = Look(INK)
# Pixels.
TICK, ROOM_FOR_A_COUNT = 2, 26


def draw_stays(stays: Stays, frame: Frame) -> Figure:
    """Draw a row a stage, in the order of the ladder."""
    language = frame.language
    head = Head(
        title=describe_stays(stays, language).title,
        subtitle=language.say(
            "Programs of all plans: days in each stage before the next (%(reading)s)",
            reading=language.say(stays.reading.label).lower(),
        ),
        key=_key(language) if stays.rows else (),
    )
    words = [_row_words(row, frame) for row in stays.rows]
    heights = [_row_height(lines, frame) for lines in words]
    sheet = open_sheet(frame, head, sum(heights) + SCALE if stays.rows else 0)
    if stays.rows:
        _draw_rows(sheet, stays.rows, words, heights)
    return sheet.figure


def _key(language: Language) -> list[KeyItem]:
    return [
        KeyItem(language.say("half have moved on"), symbol=MEDIAN),
        KeyItem(language.say("where that may lie (95 %)"), sign="━━"),
        KeyItem(language.say("end open"), sign="╌╌"),
        KeyItem(language.say("a program still there, by its days"), sign="|"),
    ]


def _words_width(frame: Frame) -> float:
    return frame.inner_width if frame.is_narrow else 300


def _row_words(row: StayRow, frame: Frame) -> list[Label]:
    """What is said of a row, a label a line; ``y`` counts from the top of the row."""
    language, width = frame.language, _words_width(frame)
    title = language.label(row.stage)
    parts = [
        (wrap(title, width - CHIP, SMALL_SIZE, bold=True), INK, CHIP),
        (wrap(median_words(row, language), width, SMALL_SIZE), INK, 0),
        (wrap(ends_words(row, language), width, SMALL_SIZE), SOFT_INK, 0),
    ]
    link = spot("stage", row.stage.value, title, is_stop=True)
    labels: list[Label] = []
    for lines, color, inset in parts:
        for line in lines:
            label = Label(
                x=frame.margin + inset,
                y=(len(labels) + 1) * TITLE_LINE,
                text=line,
                bold=bool(inset),
                color=color,
                spot=link if not labels else "",
            )
            labels.append(label)
    return labels


def _row_height(words: Sequence[Label], frame: Frame) -> float:
    high = words[-1].y + 4
    return high + LANE + GAP - 8 if frame.is_narrow else max(high, LANE) + GAP


def _draw_rows(
    sheet: Sheet,
    rows: Sequence[StayRow],
    words: Sequence[Sequence[Label]],
    heights: Sequence[float],
) -> None:
    frame = sheet.frame
    area = _lanes(sheet)
    step = _step(rows, frame)
    end = _end(rows, step)
    axes = sheet.plot(area, (0, end), (0, area.bottom - area.top))
    tops = [sum(heights[:index]) for index in range(len(rows) + 1)]
    edge = frame.width - frame.margin
    rules = [sheet.top + top - GAP / 2 + 2 for top in tops[1:-1]]
    strokes(sheet.page, [((frame.margin, y), (edge, y)) for y in rules], RULE_LINE)
    for row, lines, top in zip(rows, words, tops, strict=False):
        _write_row(sheet, row, lines, top)
    lanes = [
        top + (lines[-1].y + 4 if frame.is_narrow else 0)
        for top, lines in zip(tops, words, strict=False)
    ]
    _draw_scale(axes, lanes, range(0, end + 1, step), frame.language)
    for row, lane in zip(rows, lanes, strict=True):
        _draw_row(axes, row, lane, frame.language)


def _lanes(sheet: Sheet) -> Box:
    """Where the rows of the plot lie on the sheet."""
    frame = sheet.frame
    left = frame.margin + (8 if frame.is_narrow else _words_width(frame) + 30)
    return Box(left, sheet.top, frame.width - frame.margin - 26, sheet.bottom - SCALE)


def _last_day(rows: Sequence[StayRow]) -> int:
    """The last day that anything is drawn at."""
    days = [
        day
        for row in rows
        for day in (row.median, row.low, row.high, *(each.days for each in row.still))
        if day is not None
    ]
    return max(days, default=0)


def _step(rows: Sequence[StayRow], frame: Frame) -> int:
    """How many days lie between two lines of the scale, so that their names fit."""
    most, last = (4 if frame.is_narrow else 6), _last_day(rows)
    return next((step for step in STEPS if last <= step * most), last)


def _end(rows: Sequence[StayRow], step: int) -> int:
    """Where the scale ends: the first line of it beyond everything drawn."""
    return step * (_last_day(rows) // step + 1)


def _write_row(sheet: Sheet, row: StayRow, words: Sequence[Label], top: float) -> None:
    """Write the words of a row beside or above its lane, its stage with its look."""
    at = sheet.top + top
    base = at + words[0].y
    chip = Box(sheet.frame.margin, base - 10, sheet.frame.margin + 18, base + 2)
    boxes(sheet.page, [chip], LOOKS[row.stage], f"{row.stage.value} chip")
    lettering(sheet.page, [replace(word, y=at + word.y) for word in words])


def _draw_scale(
    axes: Axes, lanes: Sequence[float], days: Sequence[int], language: Language
) -> None:
    """Draw a line a step through every lane, named below the last."""
    lines = [
        ((day, lane + LINE_AT - 10), (day, lane + TICKS_TO))
        for day in days
        for lane in lanes
    ]
    strokes(axes, lines, FAINT_LINE)
    across = [((days[0], lane + LINE_AT), (days[-1], lane + LINE_AT)) for lane in lanes]
    strokes(axes, across, FAINT_LINE)
    labels = [
        Label(
            x=day,
            y=lanes[-1] + TICKS_TO,
            text=language.number(day),
            size=9.5,
            color=SOFT_INK,
            align="center",
            dy=14,
        )
        for day in days
    ]
    lettering(axes, labels)


def _draw_row(axes: Axes, row: StayRow, lane: float, language: Language) -> None:
    end = float(axes.get_xlim()[1])
    y = lane + LINE_AT
    if row.low is not None:
        last = float(row.high) if row.high is not None else end
        known = row.high if row.high is not None else row.median
        if known is not None:
            strokes(axes, [((row.low, y), (known, y))], INK, 3)
        if row.high is None:
            strokes(axes, [((known or row.low, y), (last, y))], INK, 3, (1.5, 1.2))
    if row.median is not None:
        symbols(axes, [(row.median, y)], MEDIAN)
        _write_median(axes, row.median, y, language)
    _draw_still(axes, row, lane, language)


def _write_median(axes: Axes, days: int, y: float, language: Language) -> None:
    """Write the median above its mark, within the lane."""
    wide, end = size_of(axes)[0], axes.get_xlim()[1]
    text = days_words(days, language)
    half = width_of(text, SMALL_SIZE, bold=True) / 2
    at = days / end * wide
    inside = min(max(at, half - 6), wide - half + 20)
    label = Label(
        x=days, y=y, text=text, bold=True, align="center", dx=inside - at, dy=-11
    )
    lettering(axes, [label])


def _draw_still(axes: Axes, row: StayRow, lane: float, language: Language) -> None:
    """Draw a tick a program that is still there, with a number where many coincide."""
    pixel = axes.get_xlim()[1] / size_of(axes)[0]
    half = TICK / 2 * pixel
    top, bottom = lane + TICKS_FROM, lane + TICKS_TO
    wanted = [
        Box(
            each.days - half,
            top,
            each.days + half,
            bottom,
            spot("program", each.code, _still_words(each, language)),
        )
        for each in row.still
    ]
    boxes(axes, wanted, STILL, row.stage.value)
    counts = sorted(Counter(each.days for each in row.still).items())
    nexts = [*(day for day, _ in counts[1:]), inf]
    lettering(
        axes,
        [
            Label(x=day, y=bottom, text=f"×{count}", size=9.5, dx=4, dy=-1)
            for (day, count), following in zip(counts, nexts, strict=False)
            if count > 1 and (following - day) / pixel > ROOM_FOR_A_COUNT
        ],
    )


def _still_words(program: StillThere, language: Language) -> str:
    title = language.title(program.title)
    return f"{program.code} {title}: {days_words(program.days, language)}"
