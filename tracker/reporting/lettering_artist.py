"""The matplotlib artist that draws many labels at once; see ``lettering``."""

from collections.abc import Callable, Sequence
from functools import cache
from math import cos, radians, sin
from typing import cast

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties

from tracker.reporting.lettering import Label, width_of
from tracker.reporting.style import FONT, POINTS_PER_PIXEL, ZOOM

SHARE_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


class Lettering(Artist):
    """A list of labels, drawn straight by the renderer.

    ``address`` turns the link token of a label into an address; without it the token
    itself is written, for ``svg`` to replace.
    """

    def __init__(self, labels: Sequence[Label]) -> None:
        super().__init__()
        self.labels = tuple(labels)
        self.zoom = ZOOM.get()
        self.set_zorder(1)  # like all marks: what is drawn later lies above
        self.address: Callable[[str], str | None] | None = None

    def draw(self, renderer: RendererBase) -> None:
        """Draw every label; called by matplotlib."""
        if not self.labels or self.axes is None:
            return
        pixel = cast("float", renderer.points_to_pixels(self._points(1)))
        height = renderer.get_canvas_width_height()[1]
        is_down = renderer.flipy()
        places = np.asarray(
            self.axes.transData.transform([(w.x, w.y) for w in self.labels])
        )
        for label, place in zip(self.labels, places, strict=True):
            x, y = float(place[0]), float(place[1])
            right, up = _step(label, pixel)
            base = height - y - up if is_down else y + up
            self._letter(renderer, label, (x + right, base))

    def _letter(
        self, renderer: RendererBase, label: Label, place: tuple[float, float]
    ) -> None:
        context = renderer.new_gc()
        context.set_foreground(label.color)
        context.set_url(
            self.address(label.spot) if self.address else label.spot or None
        )
        font = _font(label.bold, self._points(label.size))
        renderer.draw_text(context, *place, label.text, font, label.angle)
        context.restore()

    def _points(self, pixels: float) -> float:
        return pixels * POINTS_PER_PIXEL * self.zoom


def _step(label: Label, pixel: float) -> tuple[float, float]:
    """How far right and up of its place the baseline of *label* starts."""
    share = SHARE_BEFORE[label.align]
    before = width_of(label.text, label.size, label.bold) * share if share else 0
    turn = radians(label.angle)
    return (
        (label.dx - before * cos(turn)) * pixel,
        (-label.dy - before * sin(turn)) * pixel,
    )


@cache
def _font(bold: bool, size: float) -> FontProperties:
    weight = "bold" if bold else "normal"
    return FontProperties(family=FONT, weight=weight, size=size)
