"""Bars of bottleneck scores: what each of the five parts adds to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from flask import Flask

from tracker.domain.bottlenecks import WEIGHTS, HeldProgram, Part, SectorBottleneck
from tracker.web.filters import label, number
from tracker.web.translate import gettext

# Where the scale of a set of bars may end; the first that holds the longest is taken.
ENDS = tuple(Fraction(step, 5) for step in range(1, 6))


@dataclass(frozen=True, slots=True)
class PartOfBar:
    """One part of a bar, in percent of its width, and what it says."""

    code: str
    words: str
    start: float
    width: float


def init_app(app: Flask) -> None:
    """Let the templates draw scores."""
    app.jinja_env.globals.update(
        score_parts=score_parts,
        score_words=score_words,
        scale_end=scale_end,
        every_part=tuple(Part),
    )
    app.jinja_env.filters.update(points=points)


def points(share: Fraction | None) -> str:
    """A share of one in points of a hundred; what was not measured is said so."""
    return gettext("not measured") if share is None else number(share * 100)


def shares_of(row: SectorBottleneck | HeldProgram) -> Mapping[Part, Fraction]:
    """What each part adds to the score of a sector or a program."""
    return row.shares(WEIGHTS)


def scale_end(rows: list[SectorBottleneck] | list[HeldProgram]) -> Fraction:
    """Where the scale of the bars of *rows* ends."""
    longest = max((row.score for row in rows), default=Fraction())
    return next(end for end in ENDS if end >= longest)


def score_parts(row: SectorBottleneck | HeldProgram, end: Fraction) -> list[PartOfBar]:
    """The parts of the bar of *row* from the left, on a scale that stops at *end*."""
    found, start = [], Fraction()
    for part, share in shares_of(row).items():
        if share:
            words = f"{label(part)}: {points(share)}"
            at, width = 100 * start / end, 100 * share / end
            found.append(PartOfBar(part.value, words, float(at), float(width)))
        start += share
    return found


def score_words(row: SectorBottleneck | HeldProgram) -> str:
    """What the bar of *row* shows, for those who cannot see it."""
    parts = [
        f"{label(part)}: {points(share)}" for part, share in shares_of(row).items()
    ]
    return gettext(
        "%(score)s points of a hundred. %(parts)s",
        score=points(row.score),
        parts=", ".join(parts),
    )
