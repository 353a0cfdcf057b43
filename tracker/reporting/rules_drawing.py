"""Draws every rule side by side: a row a rule, from what is shown to what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.scores import Score
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import HALF_CAPITAL, Label, lettering, width_of, wrap
from tracker.reporting.marks import Box, Symbol, size_of, strokes, symbols
from tracker.reporting.rules import (
    RuleSpread,
    SpreadRow,
    describe_rules,
    floor_rows_of,
    other_rows_of,
    rows_of,
)
from tracker.reporting.style import (
    FAINT_LINE,
    INK,
    PAPER,
    RULE_LINE,
    SAID_INK,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW, HEADING, AFTER_SECTION = 34, 34, 34
TITLE_LINE, HEADING_LINE = 13.5, 16
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
SAID = Symbol("square", 14, SAID_INK, PAPER)
SHOWN = Symbol("circle", 9, INK, PAPER)
FIGURE_SIZE, OVERHANG = 10, 16


def draw_rules(spread: RuleSpread, frame: Frame) -> Figure:
    """Draw the figures by every rule and below them by every evidence floor."""
    language = frame.language
    head = Head(
        title=describe_rules(spread, language).title,
        subtitle=language.title(spread.plan.title),
        key=() if spread.is_empty else _key(language),
    )
    sections = _sections(spread, language)
    heights = [_section_height(*section, frame) for section in sections]
    height = 0 if spread.is_empty else sum(heights)
    sheet = open_sheet(frame, head, height)
    top = sheet.top
    for (heading, rows), high in zip(sections, heights, strict=True):
        if spread.is_empty:
            break
        _draw_section(sheet, heading, rows, (top, top + high))
        top += high
    return sheet.figure


def _key(language: Language) -> list[KeyItem]:
    return [
        KeyItem(language.say("said"), symbol=SAID),
        KeyItem(language.say("shown"), symbol=SHOWN),
        KeyItem(language.say("at most, if silence hid success"), sign="╌╌"),
    ]


def _sections(
    spread: RuleSpread, language: Language
) -> list[tuple[str, list[SpreadRow]]]:
    by_floor = language.say(
        "%(rule)s, if only these reports count",
        rule=language.say(spread.main_rule.label),
    )
    found = [
        (
            language.say("By every rule"),
            [*rows_of(spread, language), *other_rows_of(spread, language)],
        ),
        (by_floor, floor_rows_of(spread, language)),
    ]
    return [(heading, rows) for heading, rows in found if rows]


def _title_width(frame: Frame) -> float:
    return frame.inner_width if frame.is_narrow else 330


def _row_height(row: SpreadRow, frame: Frame) -> float:
    lines = len(wrap(row.label, _title_width(frame), SMALL_SIZE)) * TITLE_LINE
    return lines + 46 if frame.is_narrow else max(ROW, lines + 10)


def _section_height(heading: str, rows: Sequence[SpreadRow], frame: Frame) -> float:
    rows_height = sum(_row_height(row, frame) for row in rows)
    return _heading_height(heading, frame) + rows_height + AFTER_SECTION


def _heading_lines(heading: str, frame: Frame) -> tuple[str, ...]:
    return wrap(heading, frame.inner_width, TEXT_SIZE, bold=True)


def _heading_height(heading: str, frame: Frame) -> float:
    return HEADING + (len(_heading_lines(heading, frame)) - 1) * HEADING_LINE


def _draw_section(
    sheet: Sheet, heading: str, rows: Sequence[SpreadRow], span: tuple[float, float]
) -> None:
    frame = sheet.frame
    left = frame.margin + (10 if frame.is_narrow else _title_width(frame) + 30)
    area = Box(left, span[0], frame.width - frame.margin - 70, span[1])
    axes = sheet.plot(area, (0, 1), (0, span[1] - span[0]))
    _write_heading(sheet, heading, span[0])
    middles, titles = [], []
    top = _heading_height(heading, frame)
    for row in rows:
        lines = wrap(row.label, _title_width(frame), SMALL_SIZE)
        high = _row_height(row, frame)
        middle = top + (high - 20 if frame.is_narrow else high / 2)
        first = top + 10 if frame.is_narrow else _first_line(middle, len(lines))
        titles += [
            Label(x=frame.margin, y=span[0] + first + index * TITLE_LINE, text=line)
            for index, line in enumerate(lines)
        ]
        middles.append(middle)
        top += high
    lettering(sheet.page, titles)
    _draw_scale(axes, middles, frame.language)
    _draw_figures(axes, rows, middles, frame.language)


def _first_line(middle: float, lines: int) -> float:
    return middle + SMALL_SIZE * HALF_CAPITAL - (lines - 1) * TITLE_LINE / 2


def _write_heading(sheet: Sheet, heading: str, top: float) -> None:
    frame = sheet.frame
    labels = [
        Label(
            x=frame.margin,
            y=top + 14 + index * HEADING_LINE,
            text=line,
            size=TEXT_SIZE,
            bold=True,
        )
        for index, line in enumerate(_heading_lines(heading, frame))
    ]
    lettering(sheet.page, labels)
    y, edge = labels[-1].y, frame.width - frame.margin
    strokes(sheet.page, [((frame.margin, y + 6), (edge, y + 6))], RULE_LINE)


def _draw_scale(axes: Axes, middles: Sequence[float], language: Language) -> None:
    lines = [
        ((share, middle - 9), (share, middle + 9))
        for share in QUARTERS
        for middle in middles
    ]
    strokes(axes, lines, FAINT_LINE)
    strokes(axes, [((0, middle), (1, middle)) for middle in middles], FAINT_LINE)
    labels = [
        Label(
            x=share,
            y=middles[-1] + 9,
            text=language.percent(share),
            size=9.5,
            color=SOFT_INK,
            align="center",
            dy=12,
        )
        for share in QUARTERS
    ]
    lettering(axes, labels)


def _draw_figures(
    axes: Axes,
    rows: Sequence[SpreadRow],
    middles: Sequence[float],
    language: Language,
) -> None:
    placed = list(zip(rows, middles, strict=True))
    spans = [
        ((_value(row.shown), y), (_value(row.said), y))
        for row, y in placed
        if row.said and row.shown
    ]
    tops = [
        ((_value(best), y), (float(best.high or 0), y))
        for row, y in placed
        if (best := row.said or row.shown)
    ]
    strokes(axes, tops, SOFT_INK, 1.5, (1.5, 1.5))
    strokes(axes, spans, SAID_INK, 3)
    symbols(axes, [(_value(row.said), y) for row, y in placed if row.said], SAID)
    symbols(axes, [(_value(row.shown), y) for row, y in placed if row.shown], SHOWN)
    lettering(
        axes,
        [
            label
            for row, y in placed
            for label in _figures(row, y, language, size_of(axes)[0])
        ],
    )


def _figures(row: SpreadRow, y: float, language: Language, wide: float) -> list[Label]:
    """The figures above their marks; two that would touch stand in one.

    *wide* is how many pixels the whole scale has.
    """
    only = row.said or row.shown
    if row.said is None or row.shown is None:
        return [_figure((_value(only), y), language.percent(_value(only)), wide)]
    said, shown = _value(row.said), _value(row.shown)
    above = language.percent(row.said.value or 0)
    words = language.percent(row.shown.value or 0)
    if said == shown:
        return [_figure((said, y), above, wide)]
    both = (
        width_of(words, FIGURE_SIZE, bold=True),
        width_of(above, FIGURE_SIZE, bold=True),
    )
    if abs(said - shown) * wide < sum(both) / 2 + 6:
        return [_figure(((said + shown) / 2, y), f"{words} – {above}", wide)]
    return [_figure((shown, y), words, wide), _figure((said, y), above, wide)]


def _figure(place: tuple[float, float], text: str, wide: float) -> Label:
    """A figure above its place, moved in where it would leave the sheet."""
    x, y = place
    half = width_of(text, FIGURE_SIZE, bold=True) / 2
    inwards = max(0.0, half - x * wide - OVERHANG)
    return Label(
        x=x,
        y=y,
        text=text,
        size=FIGURE_SIZE,
        bold=True,
        align="center",
        dx=inwards,
        dy=-9,
    )


def _value(score: Score | None) -> float:
    return float(score.value or 0) if score else 0.0
