"""The marks pictures are made of: boxes, strokes and symbols, many in one artist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.reporting.style import (
    INK,
    PAPER,
    PIXELS_PER_INCH,
    RULE_LINE,
    ZOOM,
    Look,
    points,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.collections import Collection, PolyCollection
    from matplotlib.path import Path
    from matplotlib.transforms import TransformedPath

Point = tuple[float, float]
Outline = Sequence[Point]


class Box(NamedTuple):
    """A rectangle in the coordinates of its axes; ``spot`` is its link token."""

    left: float
    top: float
    right: float
    bottom: float
    spot: str = ""

    @property
    def corners(self) -> Outline:
        """The corners, round the box."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )


@cache
def no_clip() -> TransformedPath:
    """A clip path that is never used: without one, matplotlib makes one an artist."""
    from matplotlib.path import Path
    from matplotlib.transforms import IdentityTransform, TransformedPath

    return TransformedPath(Path.unit_rectangle(), IdentityTransform())


def _add(axes: Axes, artist: Collection) -> None:
    artist.set_clip_path(no_clip())
    axes.add_collection(artist, autolim=False)


def boxes(axes: Axes, wanted: Sequence[Box], look: Look, name: str = "") -> None:
    """Draw *wanted* in one *look*; *name* tells the marks of a picture apart."""
    if wanted:
        artist = shapes(axes, [box.corners for box in wanted], look, name)
        if any(box.spot for box in wanted):
            artist.set_urls([box.spot or None for box in wanted])


def shapes(
    axes: Axes, outlines: Sequence[Outline], look: Look, name: str = ""
) -> PolyCollection:
    """Draw closed *outlines* in one *look*."""
    from matplotlib.collections import PolyCollection

    artist = PolyCollection(
        outlines,
        facecolors=look.face or "none",
        edgecolors=look.outline or "none",
        linewidths=points(1) if look.outline else 0,
        linestyles=[(0, (3, 2))] if look.is_dashed else "solid",
        hatch=look.hatch or None,
        hatchcolors=look.hatch_ink,
        clip_on=False,
        zorder=1,
        label=name,
    )
    _add(axes, artist)
    return artist


def cover(axes: Axes, wanted: Sequence[Box]) -> None:
    """Lay boxes that nobody sees over marks, so that a whole row can be pointed at."""
    from matplotlib.collections import PolyCollection

    linked = [box for box in wanted if box.spot]
    artist = PolyCollection(
        [box.corners for box in linked],
        facecolors="none",
        edgecolors="none",
        linewidths=0,
        clip_on=False,
        zorder=1,
        urls=[box.spot for box in linked],
    )
    _add(axes, artist)


def strokes(
    axes: Axes,
    lines: Sequence[Outline],
    color: str = RULE_LINE,
    width: float = 1,
    dash: tuple[float, ...] = (),
) -> None:
    """Draw open *lines*, *width* pixels thick, with dashes of *dash* line widths."""
    from matplotlib.collections import LineCollection

    if not lines:
        return
    artist = LineCollection(
        [list(line) for line in lines],
        colors=color,
        linewidths=points(width),
        linestyles=[(0, dash)] if dash else "solid",
        clip_on=False,
        zorder=1,
    )
    _add(axes, artist)


SHAPES: dict[str, Outline] = {
    "circle": (),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "down": ((-1, 1), (1, 1), (0, -1)),
    "up": ((-1, -1), (1, -1), (0, 1)),
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
}


def size_of(axes: Axes) -> tuple[float, float]:
    """The width and height of *axes* in pixels."""
    place, whole = axes.get_position(), axes.figure.bbox
    pixel = PIXELS_PER_INCH / ZOOM.get() / axes.figure.dpi
    return place.width * whole.width * pixel, place.height * whole.height * pixel


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape of ``SHAPES``, its size in pixels, its colour and its outline."""

    shape: str
    size: float = 8
    face: str = INK
    edge: str = PAPER


def symbols(axes: Axes, places: Sequence[Point], symbol: Symbol) -> None:
    """Draw *symbol* at every one of *places*."""
    from matplotlib.collections import PathCollection
    from matplotlib.transforms import IdentityTransform

    if not places:
        return
    radius = points(symbol.size) / 2
    artist = PathCollection(
        [_path(symbol.shape)],
        transform=IdentityTransform(),
        sizes=[radius**2],
        offsets=list(places),
        offset_transform=axes.transData,
        facecolors=symbol.face,
        edgecolors=symbol.edge,
        linewidths=points(1),
        clip_on=False,
        zorder=1,
    )
    _add(axes, artist)


def _path(shape: str) -> Path:
    from matplotlib.path import Path

    outline = SHAPES[shape]
    if not outline:
        return Path.unit_circle()
    return Path([*outline, outline[0]], closed=True)
