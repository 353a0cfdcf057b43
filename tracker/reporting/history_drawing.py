"""Draws the history at a glance: the picture of the project.

One row a program: above its line what is said, below it what is shown, coloured by
stage through time. Road maps and later items that hold the thread before and after are
drawn slimmer; several road maps that became one program share the height.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.history import Spell
from tracker.domain.program import Sector
from tracker.domain.threads import Stretch
from tracker.reporting.frame import Frame, Head, Sheet, open_sheet
from tracker.reporting.history import (
    Band,
    History,
    HistoryRow,
    describe_history,
)
from tracker.reporting.history_key import key_of
from tracker.reporting.history_layout import (
    BAND,
    HALF,
    NUMBER_COLUMN,
    STAGE_SIZE,
    TITLE_LINE,
    Layout,
    Placed,
    layout_of,
    number_of,
    stage_lines,
    stage_words,
)
from tracker.reporting.history_time import draw_milestones, draw_time
from tracker.reporting.language import Language
from tracker.reporting.lettering import HALF_CAPITAL, Label, lettering, shorten
from tracker.reporting.links import spot
from tracker.reporting.marks import Box, boxes, strokes
from tracker.reporting.style import (
    CLOSED,
    HELD_UP,
    INK,
    LOOKS,
    RULE_LINE,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
    Look,
    faded,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SLIM = 0.62
STRIP = 4


def draw_history(history: History, frame: Frame) -> Figure:
    """Draw every program of the plan through time, sector by sector."""
    language = frame.language
    layout = layout_of(history, frame)
    head = Head(
        title=describe_history(history, language).title,
        subtitle=language.say(
            "%(plan)s. Above each line what is said, below it what is shown by "
            "evidence; slimmer: the items before and after it in other plans.",
            plan=language.title(history.plan.title),
        ),
        key=key_of(history, language),
    )
    sheet = open_sheet(frame, head, layout.height if history.rows else 0)
    if history.rows:
        _draw_rows(sheet, layout)
    return sheet.figure


def _draw_rows(sheet: Sheet, layout: Layout) -> None:
    area = Box(layout.left, sheet.top, layout.right, sheet.bottom)
    axes = sheet.plot(area, layout.days, (0, layout.height))
    placed = list(layout.placed())
    rows = [each for each in placed if isinstance(each.entry, HistoryRow)]
    draw_time(axes, layout)
    _draw_headings(sheet, [each for each in placed if each not in rows])
    _draw_bands(axes, layout, rows)
    draw_milestones(axes, layout, rows)
    _write_titles(sheet, layout, rows)
    _write_stages(axes, layout, rows)


def _draw_headings(sheet: Sheet, headings: Sequence[Placed]) -> None:
    frame = sheet.frame
    labels, lines = [], []
    for sector, top in headings:
        assert isinstance(sector, Sector)
        title = frame.language.title(sector.title)
        labels.append(
            Label(
                x=frame.margin,
                y=sheet.top + top + 13,
                text=title,
                size=TEXT_SIZE,
                bold=True,
                spot=spot("sector", sector.code, title, is_stop=True),
            )
        )
        y = sheet.top + top + 18
        lines.append(((frame.margin, y), (frame.width - frame.margin, y)))
    strokes(sheet.page, lines, RULE_LINE)
    lettering(sheet.page, labels)


def _draw_bands(axes: Axes, layout: Layout, rows: Sequence[Placed]) -> None:
    """Draw the spells of all rows, all of one look together."""
    by_look: dict[Look, list[Box]] = defaultdict(list)
    lines, joins = [], []
    for placed in rows:
        row = placed.entry
        assert isinstance(row, HistoryRow)
        middle = layout.band_top(placed) + HALF + 0.5
        lines.append(((layout.days[0], middle), (layout.days[1], middle)))
        for band in row.bands:
            _add_band(by_look, row, band, (middle, layout.frame.language))
            if band.stretch.starts > layout.history.starts:
                x = number_of(band.stretch.starts)
                joins.append(((x, middle - HALF), (x, middle + HALF)))
    strokes(axes, lines, RULE_LINE)
    for look in sorted(
        by_look, key=lambda look: (look in (HELD_UP, CLOSED), str(look))
    ):
        boxes(axes, by_look[look], look, look.face)
    strokes(axes, joins, INK, 1.2)


def _add_band(
    by_look: dict[Look, list[Box]],
    row: HistoryRow,
    band: Band,
    place: tuple[float, Language],
) -> None:
    middle, language = place
    is_own = band.stretch.program.code == row.program.code
    for spells, direction in ((band.said, -1), (band.shown, 1)):
        near, far = _edges(band.stretch, middle, direction, is_own=is_own)
        for spell in spells:
            reading = language.say("said") if direction < 0 else language.say("shown")
            tip = _tip(band.stretch.program.code, reading, spell, language)
            token = spot("program", band.stretch.program.code, tip)
            start, end = number_of(spell.starts), number_of(spell.ends)
            whole = Box(start, min(near, far), end, max(near, far), token)
            edge = far - direction * STRIP
            strip = Box(start, min(edge, far), end, max(edge, far))
            if spell.closure and not spell.is_completed:
                near_strip = near + direction * STRIP
                by_look[CLOSED].append(
                    Box(start, min(near, near_strip), end, max(near, near_strip), token)
                )
                continue
            by_look[_look(spell)].append(whole)
            if spell.is_held_up:
                by_look[HELD_UP].append(strip)


def _edges(
    stretch: Stretch, middle: float, direction: int, *, is_own: bool
) -> tuple[float, float]:
    """The inner and outer edge of a half, or of its lane."""
    height = HALF if is_own else HALF * SLIM
    lane = height / stretch.lane_count
    near = middle + direction * (0.5 + lane * stretch.lane)
    return near, near + direction * lane


def _look(spell: Spell) -> Look:
    look = LOOKS[spell.stage]
    return faded(look) if spell.is_silent else look


def _tip(code: str, reading: str, spell: Spell, language: Language) -> str:
    words = [language.label(spell.stage).lower()]
    if spell.is_held_up:
        words.append(language.label(spell.condition).lower())
    if spell.closure:
        words.append(language.label(spell.closure).lower())
    if spell.is_silent:
        words.append(language.say("silent"))
    return language.say(
        "%(code)s, %(reading)s: %(words)s, from %(start)s",
        code=code,
        reading=reading,
        words=", ".join(words),
        start=language.day(spell.starts),
    )


def _write_titles(sheet: Sheet, layout: Layout, rows: Sequence[Placed]) -> None:
    labels = []
    for placed in rows:
        row = placed.entry
        assert isinstance(row, HistoryRow)
        lines = layout.title_lines(row)
        y = sheet.top + placed.top
        if not layout.frame.is_narrow:
            y += max(0.0, (BAND - len(lines) * TITLE_LINE) / 2)
        y += SMALL_SIZE
        code, title = row.program.code, layout.frame.language.title(row.program.title)
        number = f"{row.program.number:02d}"
        x = layout.frame.margin
        labels.append(Label(x=x, y=y, text=number, color=SOFT_INK))
        labels += [
            Label(
                x=x + NUMBER_COLUMN,
                y=y + index * TITLE_LINE,
                text=line,
                spot=spot("program", code, f"{code} {title}", is_stop=index == 0),
            )
            for index, line in enumerate(lines)
        ]
    lettering(sheet.page, labels)


def _write_stages(axes: Axes, layout: Layout, rows: Sequence[Placed]) -> None:
    """Write where each program stands on the last day, said above shown."""
    labels = []
    for placed in rows:
        row = placed.entry
        assert isinstance(row, HistoryRow)
        labels += _stage_labels(row, layout.band_top(placed), layout)
    lettering(axes, labels)


def _stage_labels(row: HistoryRow, top: float, layout: Layout) -> list[Label]:
    frame, days = layout.frame, layout.days
    if frame.is_narrow:
        y = top + BAND + 12
        return [
            Label(
                x=days[0],
                y=y + index * TITLE_LINE,
                text=line,
                size=STAGE_SIZE,
                color=SOFT_INK,
            )
            for index, line in enumerate(stage_lines(row, frame))
        ]
    room = layout.stage_column - 8
    middles = (top + HALF / 2, top + HALF * 1.5 + 1)
    return [
        Label(
            x=days[1],
            y=middle + STAGE_SIZE * HALF_CAPITAL,
            text=shorten(text, room, STAGE_SIZE),
            size=STAGE_SIZE,
            dx=8,
        )
        for middle, text in zip(middles, stage_words(row, frame.language), strict=True)
    ]
