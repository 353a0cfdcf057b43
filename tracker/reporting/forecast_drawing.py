"""Draws the forecast: the share completed by time since approval, interval and all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.promises import PromiseRecord
from tracker.reporting.forecast import (
    Forecast,
    ForecastStep,
    Learnt,
    describe_forecast,
)
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, width_of
from tracker.reporting.marks import Box, Outline, boxes, shapes, size_of, strokes
from tracker.reporting.scales import draw_share_scale
from tracker.reporting.style import (
    CLOSED,
    COMPLETED,
    FAINT_LINE,
    HELD_UP,
    INK,
    PAPER,
    RULE_LINE,
    SAID_INK,
    SMALL_SIZE,
    SOFT_INK,
    Look,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PLOT, SCALE_ROOM, TICKS, HEADING, BAR = 280, 46, 40, 34, 22
YEAR = 365.25
BAND = Look("#dfeae7", "///", hatch_ink="#a9c9c2")
GONE = Look("#e3e3e3", "+++", hatch_ink="#9a9a9a")
OPEN = Look("#dce9f6", "//", INK, "#7fb2e0")
AHEAD = Look(PAPER, outline=INK, is_dashed=True, ink=INK)


def draw_forecast(forecast: Forecast, frame: Frame) -> Figure:
    """Draw the curve where enough is known, then how programs and promises ended."""
    language = frame.language
    is_drawn = forecast.said.is_enough
    head = Head(
        title=describe_forecast(forecast, language).title,
        subtitle=language.say(
            "%(subject)s: time from approval to completion, as said so far",
            subject=forecast.subject,
        ),
        key=_key(forecast, language) if is_drawn else (),
    )
    curve = PLOT + TICKS if is_drawn else 0
    bars = 0 if forecast.is_empty else 2 * (HEADING + BAR + 10)
    sheet = open_sheet(frame, head, curve + bars)
    if is_drawn:
        _draw_curve(sheet, forecast)
    if bars:
        _draw_bars(sheet, forecast, sheet.top + curve)
    return sheet.figure


def _key(forecast: Forecast, language: Language) -> list[KeyItem]:
    items = [
        KeyItem(language.say("completed, as said"), Look(SAID_INK)),
        KeyItem(language.say("where it may lie (95 %)"), BAND),
        KeyItem(language.say("left the plan instead"), GONE),
        KeyItem(language.say("an open program, by its age"), sign="|"),
    ]
    if forecast.shown.is_enough:
        items.insert(1, KeyItem(language.say("completed, as shown"), Look(INK)))
    return items


def _draw_curve(sheet: Sheet, forecast: Forecast) -> None:
    frame, said = sheet.frame, forecast.said
    area = Box(
        frame.margin + SCALE_ROOM,
        sheet.top + 8,
        frame.width - frame.margin - 20,
        sheet.top + PLOT,
    )
    days = [step.day for step in (*said.completed, *said.left)]
    end = float(max([*days, *forecast.open_days, YEAR])) * 1.03
    axes = sheet.plot(area, (0, end), (1.0, -0.06))
    draw_share_scale(axes, frame.language)
    _draw_years(axes, end, frame.language)
    low = _steps(said.completed, "low", end)
    high = _steps(said.completed, "high", end)
    shapes(axes, [[*high, *reversed(low)]], BAND, "interval")
    if said.left:
        left = [(day, 1 - share) for day, share in _steps(said.left, "share", end)]
        shapes(axes, [[(0, 1), *left, (end, 1)]], GONE, "left")
    strokes(axes, [_steps(said.completed, "share", end)], SAID_INK, 2.6)
    if forecast.shown.is_enough:
        strokes(axes, [_steps(forecast.shown.completed, "share", end)], INK, 2.6)
    ages = [((float(d), -0.05), (float(d), -0.012)) for d in forecast.open_days]
    strokes(axes, ages, INK, 1.2)
    _write_end(axes, said, end, frame.language)


def _steps(steps: Sequence[ForecastStep], name: str, end: float) -> Outline:
    """A line that keeps its height until the next step, from day nought to the end."""
    line = [(0.0, 0.0)]
    for step in steps:
        line += [(float(step.day), line[-1][1]), (float(step.day), getattr(step, name))]
    return [*line, (end, line[-1][1])]


def _draw_years(axes: Axes, end: float, language: Language) -> None:
    years = range(int(end / YEAR) + 1)
    strokes(axes, [((y * YEAR, 0), (y * YEAR, 1)) for y in years], FAINT_LINE)
    strokes(axes, [((0, 0), (end, 0))], RULE_LINE)
    labels = [
        Label(
            x=year * YEAR,
            y=-0.06,
            text=_year_words(year, years[-1], language),
            color=SOFT_INK,
            align="center" if year else "left",
            dy=12,
        )
        for year in _named(years, YEAR * _pixel(axes), language)
    ]
    lettering(axes, labels)


def _named(years: range, width: float, language: Language) -> list[int]:
    """The years with room for their number between the words at both ends."""
    first, last = _room_for_start(language), _room_for_end(years[-1], language)
    return [
        year
        for year in years
        if not year
        or (width * year > first and not 0 < width * (years[-1] - year) < last)
    ]


def _pixel(axes: Axes) -> float:
    """How many pixels a day is wide."""
    return size_of(axes)[0] / axes.get_xlim()[1]


def _room_for_start(language: Language) -> float:
    """How far the word at day nought reaches, with air behind it."""
    return width_of(_year_words(0, 1, language), SMALL_SIZE) + 16


def _room_for_end(last: int, language: Language) -> float:
    """How far the year before has to stand from the last, which has a word with it."""
    both = (_year_words(last, last, language), str(last))
    return sum(width_of(words, SMALL_SIZE) for words in both) / 2 + 4


def _year_words(year: int, last: int, language: Language) -> str:
    """What stands under a year: a bare number but for the first and the last.

    On a telephone there is no room for more.
    """
    if not year:
        return language.say("approved")
    if year < last:
        return str(year)
    return language.plural("%(count)s year", "%(count)s years", year)


def _write_end(axes: Axes, said: Learnt, end: float, language: Language) -> None:
    last = said.completed[-1]
    text = language.percent(round(last.share, 3))
    label = Label(
        x=end,
        y=last.share,
        text=text,
        size=13,
        bold=True,
        color=SAID_INK,
        align="right",
        dx=-6,
        dy=-7,
    )
    lettering(axes, [label])


def _draw_bars(sheet: Sheet, forecast: Forecast, top: float) -> None:
    """Draw two bars: how approved programs ended, and what became of promises."""
    language, said, promises = sheet.frame.language, forecast.said, forecast.promises
    programs = [
        (said.completed_count, COMPLETED, language.say("completed")),
        (said.left_count, CLOSED, language.say("left the plan")),
        (said.open_count, OPEN, language.say("open")),
    ]
    _draw_bar(sheet, language.say("Approved programs, as said"), programs, top)
    _draw_bar(
        sheet,
        language.say("Dates promised so far, in all plans"),
        _promise_parts(promises, language),
        top + HEADING + BAR + 10,
    )


def _promise_parts(
    promises: PromiseRecord, language: Language
) -> list[tuple[int, Look, str]]:
    return [
        (promises.met_count, COMPLETED, language.say("known to be met")),
        (promises.passed_count, HELD_UP, language.say("passed without word")),
        (promises.ahead_count, AHEAD, language.say("still to come")),
    ]


def _draw_bar(
    sheet: Sheet, heading: str, parts: Sequence[tuple[int, Look, str]], top: float
) -> None:
    frame = sheet.frame
    total = sum(count for count, _, _ in parts) or 1
    pixel = frame.inner_width / total
    labels = [Label(x=frame.margin, y=top + 24, text=heading, bold=True)]
    start = float(frame.margin)
    y = top + HEADING
    for count, look, words in parts:
        end = start + count * pixel
        if count:
            boxes(sheet.page, [Box(start, y, end, y + BAR)], look, words)
            labels += _part_label(f"{count} {words}", str(count), look, (start, end, y))
            ground = _ground(labels[-1], look)
            boxes(sheet.page, [ground] if ground else [], Look(look.face))
        start = end
    lettering(sheet.page, labels)


def _part_label(
    text: str, short: str, look: Look, place: tuple[float, float, float]
) -> list[Label]:
    """The words of a part where there is room, else its number, else nothing."""
    start, end, y = place
    fitting = [t for t in (text, short) if width_of(t, SMALL_SIZE) + 8 < end - start]
    middle = (start + end) / 2
    return [
        Label(x=middle, y=y + BAR / 2 + 3.8, text=t, color=look.ink, align="center")
        for t in fitting[:1]
    ]


def _ground(label: Label, look: Look) -> Box | None:
    """A plain ground under the words of a hatched part."""
    if label.align != "center" or not (look.hatch or look.is_dashed):
        return None
    half = width_of(label.text, label.size) / 2 + 4
    return Box(label.x - half, label.y - 11, label.x + half, label.y + 3.5)
