"""Where the entries of a key stand: in lines no wider than the sheet."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.reporting.lettering import width_of, wrap
from tracker.reporting.style import SMALL_SIZE

CHIP = (18, 12)
KEY_LINE, KEY_WRAP, KEY_TEXT = 20, 13, CHIP[0] + 6
BETWEEN = 16


class KeyPlace(NamedTuple):
    """Where an entry of the key begins, and the lines of its words."""

    left: float
    top: float
    lines: tuple[str, ...]

    @property
    def bottom(self) -> float:
        """Where the next line of entries begins."""
        return self.top + KEY_LINE + (len(self.lines) - 1) * KEY_WRAP


def places_of(texts: Sequence[str], room: float) -> list[KeyPlace]:
    """The places of the entries with these *texts* on a sheet *room* wide.

    One that is wider by itself has its words in several lines and no other beside it.
    """
    x, y = 0.0, 0.0
    places: list[KeyPlace] = []
    for text in texts:
        lines = wrap(text, room - KEY_TEXT, SMALL_SIZE)
        width = KEY_TEXT + width_of(text, SMALL_SIZE) if len(lines) == 1 else room
        if x and x + width > room:
            x, y = 0.0, places[-1].bottom
        places.append(KeyPlace(x, y, lines))
        x += width + BETWEEN
    return places
