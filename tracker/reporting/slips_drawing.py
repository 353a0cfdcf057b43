"""Draws slipping deadlines: a panel a matter, when it was said against for when.

A line that stays flat is a firm date; one that rises slips. Below the diagonal lies the
past: a date there had passed on the day it was named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.deadlines import Milestone, Stated
from tracker.domain.vocabulary import Bound
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, shorten, wrap
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, Symbol, cover, shapes, strokes, symbols
from tracker.reporting.scales import number_of, spread, steps_of_years
from tracker.reporting.slips import Matter, Slips, describe_slips, span_of
from tracker.reporting.style import (
    ALARM,
    COMPLETED,
    FAINT_LINE,
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

PANEL, FOOT, GAP = 190, 30, 26
SCALE_ROOM, NAME_ROOM, YEAR_ROOM = 36, 92, 32
TITLE_LINE, UNDER_TITLE, MOST_LINES = 14, 8, 4
PAST = Look("#f2f3f4")
MET = Symbol("square", 9, COMPLETED.face, PAPER)
PASSED = Symbol("diamond", 11, ALARM, PAPER)
TO_COME = Symbol("circle", 9, SAID_INK, PAPER)
STATED = Symbol("circle", 6, SOFT_INK, PAPER)
NO_PROMISE = Symbol("circle", 7, PAPER, SOFT_INK)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of all panels: said from and to, promised from and to."""

    said_from: date
    said_to: date
    due_from: date
    due_to: date


def draw_slips(slips: Slips, frame: Frame) -> Figure:
    """Draw a panel for every matter whose dates were promised again."""
    language = frame.language
    columns = 1 if frame.is_narrow else 3
    wide = (frame.inner_width - GAP * (columns - 1)) / columns
    drawn = slips.drawn
    rows = [drawn[at : at + columns] for at in range(0, len(drawn), columns)]
    rooms = [_title_room(row, wide, language) for row in rows]
    head = Head(
        title=describe_slips(slips, language).title,
        subtitle=language.say(
            "%(subject)s. Along: when it was said; upwards: the date promised. "
            "Flat is firm, rising slips; grey: in the past when it was named.",
            subject=slips.subject,
        ),
        key=_key(slips, language),
    )
    sheet = open_sheet(frame, head, sum(rooms) + len(rows) * (PANEL + FOOT))
    top = sheet.top
    for row, room in zip(rows, rooms, strict=True):
        scale = Scale(*span_of(slips, frame.view.as_of))
        for index, matter in enumerate(row):
            left = frame.margin + index * (wide + GAP)
            _draw_panel(sheet, matter, (left, top + room, wide), scale)
        top += room + PANEL + FOOT
    return sheet.figure


def _title_room(row: Sequence[Matter], wide: float, language: Language) -> float:
    """The height above the panels of a row that their titles take."""
    most = max(len(_title_lines(matter, wide, language)) for matter in row)
    return most * TITLE_LINE + UNDER_TITLE


def _title_lines(matter: Matter, wide: float, language: Language) -> tuple[str, ...]:
    """The title of a panel in as many lines as nearly every title has room in."""
    lines = wrap(language.title(matter.title), wide, SMALL_SIZE, bold=True)
    if len(lines) <= MOST_LINES:
        return lines
    rest = shorten(" ".join(lines[MOST_LINES - 1 :]), wide, SMALL_SIZE, bold=True)
    return (*lines[: MOST_LINES - 1], rest)


def _key(slips: Slips, language: Language) -> list[KeyItem]:
    found = {_symbol(m) for m in slips.milestones}
    words = {
        PASSED: language.say("last date passed without word"),
        TO_COME: language.say("last date still to come"),
        MET: language.say("met"),
    }
    items = [KeyItem(text, symbol=s) for s, text in words.items() if s in found]
    stated = [s for m in slips.milestones for s in m.statements]
    if stated:
        items.append(KeyItem(language.say("earlier word"), symbol=STATED))
    if any(s.deadline.bound is not Bound.BY for s in stated):
        text = language.say("“not before”: no promise")
        items.append(KeyItem(text, symbol=NO_PROMISE))
    return items


def _symbol(milestone: Milestone) -> Symbol:
    if milestone.met_on:
        return MET
    return PASSED if milestone.is_passed else TO_COME


def _draw_panel(
    sheet: Sheet, matter: Matter, place: tuple[float, float, float], scale: Scale
) -> None:
    left, top, wide = place
    _write_title(sheet, matter, place)
    area = Box(left + SCALE_ROOM, top, left + wide - NAME_ROOM, top + PANEL)
    across = (number_of(scale.said_from), number_of(scale.said_to) + 30)
    down = (number_of(scale.due_to) + 60, number_of(scale.due_from) - 30)
    axes = sheet.plot(area, across, down)
    _draw_scales(axes)
    _draw_lines(axes, matter.milestones)
    _name_lines(axes, matter.milestones, sheet.frame.language)


def _write_title(
    sheet: Sheet, matter: Matter, place: tuple[float, float, float]
) -> None:
    """Write the title of a panel, its last line just above it."""
    left, top, wide = place
    title = sheet.frame.language.title(matter.title)
    lines = _title_lines(matter, wide, sheet.frame.language)
    first = top - UNDER_TITLE - (len(lines) - 1) * TITLE_LINE
    labels = [
        Label(
            x=left,
            y=first + index * TITLE_LINE,
            text=line,
            bold=True,
            spot=spot("program", matter.key, title, is_stop=index == 0),
        )
        for index, line in enumerate(lines)
    ]
    lettering(sheet.page, labels)


def _draw_scales(axes: Axes) -> None:
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    corner = max(left, bottom)
    shapes(
        axes,
        [
            [
                (left, bottom),
                (left, min(corner, top)),
                (min(right, top), min(right, top)),
                (right, min(right, top)),
                (right, bottom),
            ]
        ],
        PAST,
        "past",
    )
    years = [date(y, 1, 1) for y in range(2000, 2060)]
    up = [number_of(d) for d in years if bottom <= number_of(d) <= top]
    along = [number_of(d) for d in years if left <= number_of(d) <= right]
    strokes(axes, [((left, y), (right, y)) for y in up], FAINT_LINE)
    strokes(axes, [((x, bottom), (x, top)) for x in along], FAINT_LINE)
    strokes(axes, [((left, bottom), (right, bottom))], RULE_LINE)
    labels = [_year(y, (left, y), "right", (-5, 3.6)) for y in up]
    step = max(2, steps_of_years(axes, YEAR_ROOM))
    labels += [_year(x, (x, bottom), "left", (1, 13)) for x in along[::step]]
    lettering(axes, labels)


def _year(
    day: float, place: tuple[float, float], align: str, step: tuple[float, float]
) -> Label:
    return Label(
        x=place[0],
        y=place[1],
        text=str(date.fromordinal(int(day)).year),
        size=9.5,
        color=SOFT_INK,
        align=align,
        dx=step[0],
        dy=step[1],
    )


def _point(stated: Stated) -> tuple[float, float]:
    return number_of(stated.day), number_of(stated.deadline.due.last)


def _draw_lines(axes: Axes, milestones: Sequence[Milestone]) -> None:
    promised = [[_point(s) for s in m.promises] for m in milestones]
    strokes(axes, [line for line in promised if len(line) > 1], SOFT_INK, 1.6)
    # Since the last word nothing was said: the date stood as it was, if it stands.
    right = axes.get_xlim()[1]
    since = [[line[-1], (right, line[-1][1])] for line in promised if line]
    strokes(axes, since, SOFT_INK, 1, (2, 2))
    stated = [s for m in milestones for s in m.statements]
    ends = {id(m.promises[-1]) for m in milestones if m.promises}
    earlier = [s for s in stated if id(s) not in ends]
    for symbol, bound in ((STATED, Bound.BY), (NO_PROMISE, Bound.NOT_BEFORE)):
        places = [_point(s) for s in earlier if s.deadline.bound is bound]
        symbols(axes, places, symbol)
    for symbol in (PASSED, TO_COME, MET):
        last = [m for m in milestones if m.promises and _symbol(m) is symbol]
        symbols(axes, [_point(m.promises[-1]) for m in last], symbol)
    _cover_points(axes, stated)


def _cover_points(axes: Axes, stated: Sequence[Stated]) -> None:
    """Let a pointer find every statement, with its words."""
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    wide, high = (right - left) / 30, (top - bottom) / 32
    wanted = []
    for each in stated:
        x, y = _point(each)
        row = each.deadline
        tip = f"{row.program}, {row.milestone}: {row.stated_on} → {row.due}"
        token = spot("program", row.program, tip)
        wanted.append(Box(x - wide, y - high, x + wide, y + high, token))
    cover(axes, wanted)


def _name_lines(
    axes: Axes, milestones: Sequence[Milestone], language: Language
) -> None:
    """Name each line at its right end, with the days it slipped."""
    bottom, top = axes.get_ylim()
    pixel = (top - bottom) / PANEL
    ends = sorted(
        ((_point((m.promises or m.statements)[-1])[1], m) for m in milestones),
        key=lambda end: (end[0], end[1].name),
    )
    blocks = [_name_block(m, language) for _, m in ends]
    tallest = max(len(block) for block in blocks)
    edge = tallest * 6 * pixel
    heights = spread(
        [y for y, _ in ends], (tallest * 12 + 4) * pixel, (bottom + edge, top - edge)
    )
    labels: list[Label] = []
    for y, block in zip(heights, blocks, strict=True):
        labels += _block_labels(block, (axes.get_xlim()[1], y))
    lettering(axes, labels)


def _block_labels(
    block: Sequence[tuple[str, bool]], place: tuple[float, float]
) -> list[Label]:
    """The lines of a name, their middle at *place*."""
    first = -(len(block) - 1) * 6 + 3.6
    return [
        Label(
            x=place[0],
            y=place[1],
            text=text,
            size=9.5,
            bold=is_figure,
            color=SOFT_INK,
            dx=5,
            dy=first + index * 12,
        )
        for index, (text, is_figure) in enumerate(block)
    ]


def _name_block(milestone: Milestone, language: Language) -> list[tuple[str, bool]]:
    lines = wrap(milestone.name, NAME_ROOM - 8, 9.5)[:2]
    block = [(line, False) for line in lines]
    if milestone.slip_days:
        words = language.plural(
            "+%(count)s day", "+%(count)s days", milestone.slip_days
        )
        block.append((words, True))
    return block
