"""The palette and the type of every picture, and the settings that make them last.

Colour is never alone: every look has a hatch, a shape or a word beside it. Sizes are
in pixels of 1/96 inch, as on the pages.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from tracker.domain.vocabulary import Closure, Condition, Stage

INK = "#111111"
SOFT_INK = "#4a4d52"
RULE_LINE = "#c9ccd1"
FAINT_LINE = "#e6e8eb"
PAPER = "#ffffff"
ALARM = "#900a0b"
LINK = "#00448c"
SAID_INK = LINK

FONT = "DejaVu Sans"
# Verdana is as wide as DejaVu Sans, which not every reader has.
SVG_FONTS = f"'{FONT}', Verdana, sans-serif"

TITLE_SIZE = 17
TEXT_SIZE = 12
SMALL_SIZE = 10.5
PIXELS_PER_INCH = 96
POINTS_PER_PIXEL = 0.75
# How large a pixel is just now: 1, but smaller where a picture has to fit on paper.
ZOOM: ContextVar[float] = ContextVar("zoom", default=1.0)


def points(pixels: float) -> float:
    """A length in pixels as points."""
    return pixels * POINTS_PER_PIXEL * ZOOM.get()


@dataclass(frozen=True, slots=True)
class Look:
    """How an area is filled: colour, hatch over it, ink for words on it, outline."""

    face: str
    hatch: str = ""
    ink: str = PAPER
    hatch_ink: str = PAPER
    outline: str = ""
    is_dashed: bool = False


Standing: TypeAlias = Stage | Condition | Closure | None

NOT_STARTED = Look("#929498", ink=INK)
# Two steps of the ladder share a colour; the closer hatch is the later step.
NEGOTIATING = Look("#2793df", "//", ink=INK)
IN_PROGRESS = Look("#2793df", "/////", ink=INK)
AGREED = Look("#740a99", "..")
APPROVED = Look("#740a99", "....")
PARTLY_DONE = Look("#c68904", "xxx", ink=INK)
COMPLETED = Look("#146355")
HELD_UP = Look("#900a0b", "\\\\\\")
CLOSED = Look("#0f0f0e", "+++")
UNKNOWN = Look(PAPER, ink=INK, outline=INK, is_dashed=True)

LOOKS: Mapping[Standing, Look] = {
    Stage.NOT_STARTED: NOT_STARTED,
    Stage.NEGOTIATING: NEGOTIATING,
    Stage.AGREED: AGREED,
    Stage.APPROVED: APPROVED,
    Stage.IN_PROGRESS: IN_PROGRESS,
    Stage.PARTLY_DONE: PARTLY_DONE,
    Stage.COMPLETED: COMPLETED,
    Condition.STALLED: HELD_UP,
    Condition.BLOCKED: HELD_UP,
    Closure.CARRIED_OVER: CLOSED,
    Closure.SUPERSEDED: CLOSED,
    Closure.WITHDRAWN: CLOSED,
    None: UNKNOWN,
}


def faded(look: Look) -> Look:
    """The same look, paled: for what has been silent for long."""
    mixed = "".join(
        f"{round(int(look.face[i : i + 2], 16) * 0.35 + 255 * 0.65):02x}"
        for i in (1, 3, 5)
    )
    return Look(f"#{mixed}", look.hatch, INK, PAPER, look.outline, look.is_dashed)


@cache
def use_settings() -> None:
    """Set matplotlib up once, before the first picture: type, and bytes that repeat."""
    from matplotlib import rcParams

    rcParams.update(
        {
            "font.family": [FONT],
            "hatch.linewidth": 0.7,
            "path.simplify": False,
            "pdf.fonttype": 42,
            "pdf.compression": 6,
            "svg.fonttype": "none",
            # Hinted letters run wider than they measure, so that words would overlap.
            "text.hinting": "none",
            "svg.hashsalt": "integration-tracker",
        }
    )
