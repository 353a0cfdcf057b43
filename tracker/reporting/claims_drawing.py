"""Draws percentage claims over time, above the figures said and shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.claim_checks import Verdict
from tracker.reporting.claims import (
    ClaimMark,
    Claims,
    describe_claims,
    figure_words,
)
from tracker.reporting.claims_names import (
    Pixel,
    draw_names,
    pixel_of,
    steps_of,
    value_of,
)
from tracker.reporting.frame import Frame, Head, KeyItem, Sheet, open_sheet
from tracker.reporting.language import Language
from tracker.reporting.links import spot
from tracker.reporting.marks import (
    Box,
    Symbol,
    cover,
    shapes,
    strokes,
    symbols,
)
from tracker.reporting.scales import (
    draw_share_scale,
    draw_time_scale,
    number_of,
)
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
SYMBOLS = {
    "above": Symbol("up", 11, ALARM, PAPER),
    "within": Symbol("circle", 9, COMPLETED.face, PAPER),
    "below": Symbol("down", 11, COMPLETED.face, PAPER),
    "unchecked": Symbol("circle", 9, PAPER, SOFT_INK),
}
RING = Symbol("circle", 17, "none", INK)


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
    draw_names(axes, claims, frame.language)


def _draw_record(axes: Axes, claims: Claims) -> None:
    if not claims.points:
        return
    days = [number_of(point.day) for point in claims.points]
    high = steps_of(days, [float(p.said.high or 0) for p in claims.points])
    said = steps_of(days, [value_of(p.said) for p in claims.points])
    shown = steps_of(days, [value_of(p.shown) for p in claims.points])
    shapes(axes, [[*high, *reversed(shown)]], RECORD, "record")
    strokes(axes, [said], SAID_INK, 2)
    strokes(axes, [shown], INK, 2)


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
    pixel = pixel_of(axes)
    cover(axes, [_hit_box(mark, pixel, frame.language) for mark in marks])


def _hit_box(mark: ClaimMark, pixel: Pixel, language: Language) -> Box:
    """The box round a claim that a pointer finds, with what was claimed."""
    claim = mark.check.claim
    tip = f"{claim.claimant}, {claim.dated}: {figure_words(mark, language)}"
    x, y = number_of(mark.day), mark.high
    wide, high = pixel.across * 7, pixel.down * 7
    return Box(x - wide, y - high, x + wide, y + high, spot("claim", claim.key, tip))
