"""Draws the lineage: a column a plan, and ribbons from items to what they became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.domain.lineage import Lineage
from tracker.domain.vocabulary import LineageBasis, Relation
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.lettering import Label, lettering, width_of
from tracker.reporting.lineage import LineageFlow, describe_lineage
from tracker.reporting.lineage_layout import (
    TITLE_LINE,
    TITLE_SIZE,
    Column,
    columns_of,
)
from tracker.reporting.links import spot
from tracker.reporting.marks import Outline, Point, Symbol, strokes, symbols
from tracker.reporting.style import PAPER, RULE_LINE, SMALL_SIZE, SOFT_INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HEADING = 26
CURVE_STEPS = 24
INKS = {
    Relation.RENAMED: "#3f78b5",
    Relation.MERGED: "#740a99",
    Relation.CARRIED_OVER: "#c68904",
    Relation.DROPPED: "#900a0b",
}
SHAPES = {
    Relation.RENAMED: "circle",
    Relation.MERGED: "diamond",
    Relation.CARRIED_OVER: "square",
}
DROPPED = Symbol("square", 8, PAPER, INKS[Relation.DROPPED])
PACKAGE = Symbol("circle", 8, PAPER, SOFT_INK)


def draw_lineage(flow: LineageFlow, frame: Frame) -> Figure:
    """Draw the plans as columns; on a narrow sheet the titles give way to codes."""
    language = frame.language
    head = Head(
        title=describe_lineage(flow, language).title,
        subtitle=language.say(
            "From plan to plan. A line drawn through is stated by a source, a dashed "
            "one is our match of titles or topics."
        ),
        key=() if flow.is_empty else _key(flow, language),
    )
    columns = columns_of(flow, frame)
    height = max((column.height for column in columns), default=0.0)
    sheet = open_sheet(frame, head, 0 if flow.is_empty else HEADING + height)
    if not flow.is_empty:
        _draw(sheet, flow, columns)
    return sheet.figure


def _key(flow: LineageFlow, language: Language) -> list[KeyItem]:
    found = {row.relation for row in flow.lineage}
    items = [
        KeyItem(language.label(r), symbol=Symbol(SHAPES[r], 10, INKS[r], PAPER))
        for r in Relation
        if r in found and r is not Relation.DROPPED
    ]
    if Relation.DROPPED in found:
        items.append(KeyItem(language.label(Relation.DROPPED), symbol=DROPPED))
    if any(row.heir and flow.program(row.heir) is None for row in flow.lineage):
        items.append(
            KeyItem(language.say("into the package as a whole"), symbol=PACKAGE)
        )
    return items


def _draw(sheet: Sheet, flow: LineageFlow, columns: Sequence[Column]) -> None:
    top = sheet.top + HEADING
    _write_headings(sheet, columns)
    by_code = {column.plan.code: column for column in columns}
    for before, after, rows in flow.passes():
        _draw_passes(sheet.page, rows, (by_code[before.code], by_code[after.code]), top)
    for column in columns:
        _write_programs(sheet, flow, column, top)


def _write_headings(sheet: Sheet, columns: Sequence[Column]) -> None:
    """Name each plan above its column; a column of numbers ends below the name."""
    y, size = sheet.top + 11, TITLE_SIZE if sheet.frame.is_narrow else SMALL_SIZE
    labels = []
    for column in columns:
        text, wide = column.plan.code, column.right - column.left
        ends = column is columns[-1] and width_of(text, size, bold=True) > wide
        x, align = (column.right, "right") if ends else (column.left, "left")
        labels.append(Label(x=x, y=y, text=text, size=size, bold=True, align=align))
    y = sheet.top + 17
    lines = [((column.left, y), (column.right, y)) for column in columns]
    strokes(sheet.page, lines, RULE_LINE)
    lettering(sheet.page, labels)


def _draw_passes(
    page: Axes, rows: Sequence[Lineage], columns: tuple[Column, Column], top: float
) -> None:
    before, after = columns
    curves: dict[tuple[Relation, LineageBasis], list[Outline]] = {}
    dropped, into_package = [], []
    ends: dict[Relation, list[Point]] = {}
    for row in rows:
        if row.origin not in before.heights:
            continue
        start = (before.right, top + before.heights[row.origin])
        if row.heir in after.heights:
            end = (after.left - 8, top + after.heights[row.heir])
            curve = list(_curve(start, end))
            curves.setdefault((row.relation, row.basis), []).append(curve)
            ends.setdefault(row.relation, []).extend((start, end))
        elif row.relation is Relation.DROPPED:
            dropped.append((start[0] + 6, start[1]))
        else:
            into_package.append((start[0] + 6, start[1]))
    for (relation, basis), lines in curves.items():
        dash = (3, 2) if basis is LineageBasis.MATCHED else ()
        strokes(page, lines, INKS[relation], 2, dash)
    for relation, places in ends.items():
        symbol = Symbol(SHAPES[relation], 8, INKS[relation], PAPER)
        symbols(page, places, symbol)
    symbols(page, dropped, DROPPED)
    symbols(page, into_package, PACKAGE)


def _curve(
    start: tuple[float, float], end: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """A line that leaves and arrives level."""
    for step in range(CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        eased = t * t * (3 - 2 * t)
        yield start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * eased


def _write_programs(
    sheet: Sheet, flow: LineageFlow, column: Column, top: float
) -> None:
    labels = []
    for program in flow.programs[column.plan.code]:
        lines = column.lines[program.code]
        first = top + column.heights[program.code] - (len(lines) - 1) * TITLE_LINE / 2
        name = f"{program.code} {sheet.frame.language.title(program.title)}"
        labels += [
            Label(
                x=column.left,
                y=first + index * TITLE_LINE + 3.5,
                text=line,
                size=TITLE_SIZE,
                spot=spot("program", program.code, name, is_stop=index == 0),
            )
            for index, line in enumerate(lines)
        ]
    lettering(sheet.page, labels)
