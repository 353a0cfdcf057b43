"""Figures and pages: a picture by itself, or several one below the other on A4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.reporting.marks import Box
from tracker.reporting.style import PAPER, PIXELS_PER_INCH, ZOOM, use_settings

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# A4 in inches, and in how many pixels across a page is laid out: a picture 960 wide and
# its margins.
A4 = (8.27, 11.69)
PAGE_WIDTH, PAGE_HEIGHT = 1040, 1470
MARGIN, GAP = 40, 20
FOOT = 40


def new_figure(width: float, height: float) -> Figure:
    """A white figure of *width* by *height* pixels."""
    from matplotlib.figure import Figure

    use_settings()
    inch = PIXELS_PER_INCH / ZOOM.get()
    return Figure(
        figsize=(width / inch, height / inch), dpi=PIXELS_PER_INCH, facecolor=PAPER
    )


def size_of_figure(figure: Figure) -> tuple[float, float]:
    """The width and height of *figure* in pixels."""
    inches = figure.bbox_inches
    pixel = PIXELS_PER_INCH / ZOOM.get()
    return inches.width * pixel, inches.height * pixel


def page_of(figure: Figure) -> Axes:
    """An axes over the whole of *figure* in pixels, y downwards."""
    width, height = size_of_figure(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    return axes


class Paper:
    """A4 pages that pictures are drawn on, from the top of the first one.

    A picture too high for a page gets one of its own and is made smaller. ``ZOOM`` is
    that of the page being drawn on; whoever draws must set it back (see ``pdf``).
    """

    def __init__(self) -> None:
        self.pages: list[Figure] = []
        self.zooms: list[float] = []
        self._next = 0.0

    @property
    def bottom(self) -> float:
        """Where pictures must end."""
        return PAGE_HEIGHT - MARGIN - FOOT

    @property
    def room(self) -> float:
        """How much room is left on the page."""
        return self.bottom - self._next if self.pages else 0.0

    def numbered(self) -> Iterator[tuple[Figure, float]]:
        """Every page with its zoom."""
        yield from zip(self.pages, self.zooms, strict=True)

    def new_page(self, high: float = 0) -> Figure:
        """Begin a page on which a picture this *high* finds room."""
        room = self.bottom - MARGIN
        scale = max(1.0, high / room)
        ZOOM.set(A4[0] * PIXELS_PER_INCH / (PAGE_WIDTH * scale))
        figure = new_figure(PAGE_WIDTH * scale, PAGE_HEIGHT * scale)
        self.pages.append(figure)
        self.zooms.append(ZOOM.get())
        self._next = MARGIN
        return figure

    def room_for(self, width: float, height: float) -> tuple[Figure, Box]:
        """A place for a picture, on this page or on the next."""
        if not self.pages or self._next + height > self.bottom:
            self.new_page(height)
        wide, _ = size_of_figure(self.pages[-1])
        left = (wide - width) / 2
        place = Box(left, self._next, left + width, self._next + height)
        self._next = place.bottom + GAP
        return self.pages[-1], place
