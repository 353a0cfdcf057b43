"""How high a row must be for its wrapped texts: not every program works that out."""

from collections.abc import Sequence

LINE_POINTS = 15
MOST_POINTS = 405
# Letters are wider than Excel's unit, the digit nought, and words break early.
SPREAD = 1.15


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of this width."""
    if "\n" in text:
        return sum(lines_of(line, width) for line in text.split("\n"))
    return int(len(text) * SPREAD / width) + 1


def line_counts(texts: Sequence[str], width: int) -> list[int]:
    """How many lines each text takes; short ones, the most, are passed over fast."""
    short = width / SPREAD
    return [
        1 if len(text) < short and "\n" not in text else lines_of(text, width)
        for text in texts
    ]


def height_of(lines: int) -> int:
    """The height of a row of so many lines, in points."""
    return min(lines * LINE_POINTS, MOST_POINTS)
