"""What the history chart draws by date: years, plans, and the days promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from tracker.domain.deadlines import Milestone
from tracker.reporting.history import HistoryRow
from tracker.reporting.history_key import MET, NOT_BEFORE, PASSED, PENDING
from tracker.reporting.history_layout import AXIS, BAND, Layout, Placed, number_of
from tracker.reporting.lettering import Label, lettering, width_of
from tracker.reporting.marks import Outline, Symbol, strokes, symbols
from tracker.reporting.style import ALARM, FAINT_LINE, INK, SOFT_INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

YEAR_ROOM = 34


def draw_time(axes: Axes, layout: Layout) -> None:
    """Draw the years as lines from top to bottom, and the plans above them."""
    first, last = layout.history.starts, layout.frame.view.as_of
    pixel = (layout.right - layout.left) / (layout.days[1] - layout.days[0])
    years = range(first.year, last.year + 1)
    starts = [max(first, date(year, 1, 1)) for year in years]
    strokes(axes, _year_lines(layout, [number_of(day) for day in starts]), FAINT_LINE)
    step = ceil(YEAR_ROOM / (365 * pixel))  # long axes name every second year or so
    labels = []
    for year, x in zip(years, map(number_of, starts), strict=True):
        end = min(number_of(date(year + step, 1, 1)), layout.days[1])
        if year % step == 0 and (end - x) * pixel > YEAR_ROOM:
            labels.append(Label(x=x, y=AXIS - 4, text=str(year), color=SOFT_INK, dx=3))
    lettering(axes, labels)
    _draw_plans(axes, layout, pixel)


def _year_lines(layout: Layout, starts: Sequence[float]) -> list[Outline]:
    """A line a year; on a narrow sheet only across the bars, clear of the words."""
    spans: list[tuple[float, float]] = [(AXIS - 14, layout.height - 12)]
    if layout.frame.is_narrow:
        rows = (p for p in layout.placed() if isinstance(p.entry, HistoryRow))
        tops = [layout.band_top(placed) for placed in rows]
        spans = [(AXIS - 14, AXIS), *((top - 5, top + BAND) for top in tops)]
    return [((x, top), (x, bottom)) for top, bottom in spans for x in starts]


def _draw_plans(axes: Axes, layout: Layout, pixel: float) -> None:
    """Draw a line over the term of each plan with its code."""
    terms, lines = [], []
    for index, plan in enumerate(layout.history.plans):
        y = AXIS - 17 - 3 * (index % 2)  # terms overlap
        if not plan.starts_on or not plan.ends_on:
            continue
        start = max(number_of(plan.starts_on.first), layout.days[0])
        end = min(number_of(plan.ends_on.last) + 1, layout.days[1])
        if end <= start:
            continue
        gap = 2 / pixel
        lines.append(((start + gap, y), (end - gap, y)))
        terms.append((start, end, plan.code))
    strokes(axes, lines, INK, 1.5)
    lettering(axes, _codes(terms, layout.history.plan.code, pixel))


def _codes(
    terms: Sequence[tuple[float, float, str]], own: str, pixel: float
) -> list[Label]:
    """The codes that have room over their terms, that of the *own* plan first."""
    kept: dict[float, tuple[float, Label]] = {}
    for start, end, code in sorted(terms, key=lambda term: term[2] != own):
        reach = start + (width_of(code, 10, code == own) + 6) / pixel
        is_free = all(
            reach <= left or start >= right for left, (right, _) in kept.items()
        )
        if reach <= end and is_free:
            label = Label(
                x=start, y=AXIS - 24, text=code, size=10, bold=code == own, dx=3
            )
            kept[start] = (reach, label)
    return [label for _, (_, label) in sorted(kept.items(), key=lambda item: item[0])]


def draw_milestones(axes: Axes, layout: Layout, rows: Sequence[Placed]) -> None:
    """Draw a tick at every promised day in sight, with a mark that says what came."""
    marks: dict[Symbol, list[tuple[float, float]]] = defaultdict(list)
    ticks: dict[str, list[Outline]] = defaultdict(list)
    for placed in rows:
        assert isinstance(placed.entry, HistoryRow)
        top = layout.band_top(placed)
        for milestone in placed.entry.milestones:
            symbol, day = _mark_of(milestone)
            x = number_of(day)
            if layout.days[0] <= x <= layout.days[1]:
                marks[symbol].append((x, top - 3.5))
                ticks[ALARM if symbol is PASSED else INK].append(
                    ((x, top), (x, top + BAND))
                )
    for color, lines in ticks.items():
        strokes(axes, lines, color, 1)
    for symbol, places in marks.items():
        symbols(axes, places, symbol)


def _mark_of(milestone: Milestone) -> tuple[Symbol, date]:
    """The mark of a milestone and the day it stands at."""
    if milestone.due is None:
        return NOT_BEFORE, milestone.statements[-1].deadline.due.last
    if milestone.met_on:
        return MET, milestone.met_on.last
    return (PASSED if milestone.is_passed else PENDING), milestone.due.last
