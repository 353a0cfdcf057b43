"""A figure as bytes: PNG, SVG or PDF, the same bytes for the same figure.

SVG comes from ``svg``, which adds links and tips.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from tracker.reporting.finding import Finding
from tracker.reporting.links import Address, address_of, no_address
from tracker.reporting.style import PIXELS_PER_INCH
from tracker.reporting.svg import Wrapping, finished

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# None leaves out what would differ from one day to the next.
UNDATED = {"CreationDate": None, "ModDate": None, "Producer": None}


def to_png(figure: Figure, scale: int = 1) -> bytes:
    """The figure as PNG, *scale* times 96 pixels an inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    buffer = BytesIO()
    FigureCanvasAgg(figure).print_figure(
        buffer,
        format="png",
        dpi=PIXELS_PER_INCH * scale,
        metadata={"Software": None},
    )
    return buffer.getvalue()


def to_svg(
    figure: Figure, name: str, finding: Finding, address: Address = no_address
) -> bytes:
    """The figure as SVG; *name* keeps its ids apart from those of other pictures."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    buffer = BytesIO()
    FigureCanvasSVG(figure).print_figure(
        buffer, format="svg", metadata={"Date": None, "Creator": None}
    )
    width, height = (
        round(inches * PIXELS_PER_INCH) for inches in figure.bbox_inches.size
    )
    wrapping = Wrapping(name, finding, (width, height), address)
    return finished(buffer.getvalue().decode(), wrapping).encode()


def to_pdf(figure: Figure, finding: Finding, address: Address = no_address) -> bytes:
    """The figure as one PDF page, its labels linked by *address*."""
    from matplotlib.backends.backend_pdf import FigureCanvasPdf

    buffer = BytesIO()
    described = {"Title": finding.title, "Subject": finding.sentence}
    with addressed(figure, address):
        FigureCanvasPdf(figure).print_figure(
            buffer, format="pdf", metadata={**UNDATED, **described}
        )
    return buffer.getvalue()


@contextmanager
def addressed(figure: Figure, address: Address) -> Iterator[None]:
    """Give the labels of *figure* real addresses while it is written."""
    from tracker.reporting.lettering_artist import Lettering

    letterings = [
        artist
        for axes in figure.axes
        for artist in axes.artists
        if isinstance(artist, Lettering)
    ]
    for artist in letterings:
        artist.address = partial(address_of, address=address)
    try:
        yield
    finally:
        for artist in letterings:
            artist.address = None
