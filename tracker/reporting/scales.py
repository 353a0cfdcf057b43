"""Scales: years along a picture, shares up its side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil, inf
from typing import TYPE_CHECKING

from babel.dates import format_date

from tracker.reporting.language import NO_BREAK, Language
from tracker.reporting.lettering import Label, lettering, width_of
from tracker.reporting.marks import size_of, strokes
from tracker.reporting.style import FAINT_LINE, RULE_LINE, SMALL_SIZE, SOFT_INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
ROOM_FOR_A_YEAR = 34
SHORT_DAYS = 800


def number_of(day: date) -> float:
    """A day on an axis of time."""
    return float(day.toordinal())


def draw_time_scale(axes: Axes, language: Language) -> None:
    """Draw years as lines over the height of *axes*, named below it.

    Where the whole is short, the quarters of each year are named too.
    """
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    pixel = size_of(axes)[0] / (right - left)
    ticks = _ticks(date.fromordinal(int(left)), date.fromordinal(int(right)), pixel)
    strokes(
        axes, [((number_of(d), bottom), (number_of(d), top)) for d in ticks], FAINT_LINE
    )
    strokes(axes, [((left, bottom), (right, bottom))], RULE_LINE)
    labels = []
    ends = [*ticks[1:], date.fromordinal(int(right))]
    for index, (day, end) in enumerate(zip(ticks, ends, strict=True)):
        text = _tick_words(day, language, is_first=index == 0)
        if (number_of(end) - number_of(day)) * pixel >= width_of(text, SMALL_SIZE) + 4:
            x = number_of(day)
            labels.append(Label(x=x, y=bottom, text=text, color=SOFT_INK, dx=2, dy=14))
    lettering(axes, labels)


def steps_of_years(axes: Axes, room: float) -> int:
    """How many years lie between names that need so much *room*, in pixels."""
    left, right = axes.get_xlim()
    return ceil(room * (right - left) / size_of(axes)[0] / 365)


def _ticks(first: date, last: date, pixel: float) -> list[date]:
    months = (1, 4, 7, 10) if (last - first).days <= SHORT_DAYS else (1,)
    days = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in months
    ]
    ticks = [day for day in days if first <= day < last]
    if not ticks or (ticks[0] - first).days * pixel > ROOM_FOR_A_YEAR:
        ticks.insert(0, first)
    return ticks


def _tick_words(day: date, language: Language, *, is_first: bool) -> str:
    """A year by its number, a month by its short name, the first with its year."""
    if day.month == 1:
        return str(day.year)
    short = format_date(day, "LLL", locale=language.locale).strip(".")
    return f"{short}{NO_BREAK}{day.year}" if is_first else short


def draw_share_scale(
    axes: Axes, language: Language, shares: Sequence[float] = QUARTERS
) -> None:
    """Draw shares as lines over the width of *axes*, named at its left."""
    left, right = axes.get_xlim()
    strokes(axes, [((left, share), (right, share)) for share in shares], FAINT_LINE)
    lettering(
        axes,
        [
            Label(
                x=left,
                y=share,
                text=language.percent(share),
                color=SOFT_INK,
                align="right",
                dx=-6,
                dy=SMALL_SIZE * 0.365,
            )
            for share in shares
        ],
    )


def spread(
    places: Sequence[float],
    gap: float,
    bounds: tuple[float, float] = (-inf, inf),
) -> list[float]:
    """Move *places* (in rising order) apart until each is *gap* from the next.

    For labels at the ends of lines that lie close together. As far as there is room
    they stay within *bounds*.
    """
    moved = list(places)
    for _ in moved:
        for index in range(len(moved) - 1):
            lack = gap - (moved[index + 1] - moved[index])
            if lack > 0:
                moved[index] -= lack / 2
                moved[index + 1] += lack / 2
    for index in reversed(range(len(moved))):
        highest = moved[index + 1] - gap if index + 1 < len(moved) else bounds[1]
        moved[index] = min(moved[index], highest)
    for index in range(len(moved)):
        lowest = moved[index - 1] + gap if index else bounds[0]
        moved[index] = max(moved[index], lowest)
    return moved
