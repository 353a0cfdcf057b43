"""Words in a picture: measured, wrapped, and drawn many at a time.

``Axes.text`` lays out every word anew; a picture with a hundred labels spends most of
its time there. ``lettering`` hands a whole list of words to the renderer instead, ten
times as fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tracker.reporting.marks import no_clip
from tracker.reporting.style import FONT, INK, SMALL_SIZE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ft2font import FT2Font

    from tracker.reporting.lettering_artist import Lettering

UNIT = 100
ELLIPSIS = "…"
NO_BREAK = "\N{NO-BREAK SPACE}"
# Where the baseline lies so that figures and capitals stand in the middle of a line.
HALF_CAPITAL = 0.365


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One line of text at (x, y), its baseline, in the coordinates of its axes.

    ``align`` says where x lies in it: left, center or right. ``dx`` and ``dy`` move it
    by pixels, right and down. ``spot`` is the link token of ``links``.
    """

    x: float
    y: float
    text: str
    size: float = SMALL_SIZE
    bold: bool = False
    color: str = INK
    align: str = "left"
    dx: float = 0
    dy: float = 0
    angle: float = 0
    spot: str = ""


def lettering(axes: Axes, labels: Sequence[Label]) -> Lettering:
    """Draw *labels* on *axes*, in order."""
    from tracker.reporting.lettering_artist import Lettering

    artist = Lettering(labels)
    artist.set_clip_path(no_clip())
    axes.add_artist(artist)
    return artist


@cache
def _font(bold: bool) -> FT2Font:
    from matplotlib.font_manager import FontProperties, findfont
    from matplotlib.ft2font import FT2Font

    weight = "bold" if bold else "normal"
    # A font of our own: those that matplotlib keeps change size as they are drawn.
    font = FT2Font(findfont(FontProperties(family=FONT, weight=weight)))
    font.set_size(UNIT, 72)
    return font


@lru_cache(maxsize=2_048)
def _advance(character: str, bold: bool) -> float:
    from matplotlib.ft2font import LoadFlags

    glyph = _font(bold).load_char(ord(character), LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65_536 / UNIT


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of *text* in the unit of *size*."""
    return size * sum(_advance(character, bold) for character in text)


@lru_cache(maxsize=1_024)
def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Break *text* into lines of at most *width*; a word too long is cut in pieces."""

    def fits(line: str) -> bool:
        return width_of(line, size, bold) <= width

    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if fits(longer):
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = _pieces(word, fits)
        lines.extend(pieces)
    return (*lines, line)


def _pieces(word: str, fits: Callable[[str], bool]) -> list[str]:
    """Cut *word* into pieces that fit; nearly always the word itself.

    A place where no line should break is still a better one than inside a number.
    """
    pieces = []
    while not fits(word) and len(word) > 1:
        end = next((n for n in range(len(word) - 1, 1, -1) if fits(word[:n])), 1)
        end = word.rfind(NO_BREAK, 0, end + 1) + 1 or end
        pieces.append(word[:end].rstrip(NO_BREAK))
        word = word[end:]
    return [*pieces, word]


def shorten(text: str, width: float, size: float, bold: bool = False) -> str:
    """*text* in one line of *width*, ended by an ellipsis where it does not fit."""
    if width_of(text, size, bold) <= width:
        return text
    while text and width_of(text + ELLIPSIS, size, bold) > width:
        text = text[:-1].rstrip()
    return text + ELLIPSIS
