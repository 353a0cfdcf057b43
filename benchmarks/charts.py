"""How long each chart takes, beside a bare matplotlib script that draws the same marks.

    python -m benchmarks.charts [--plan UP2021] [--as-of 2023-12-31] [--runs 5]

The bare script gets the very polygons, lines, symbols and words of our picture and puts
them on one axes with matplotlib's own ``add_collection``, ``scatter`` and ``text``; it
computes nothing. Both are run in turn, and the best run of each counts. "read" is what
it costs to read the values from the record, "kept" to get a picture that is kept. The
last line is the whole report as PDF, beside its pages written bare.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Flask
from matplotlib import rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.figure import Figure

from tracker import create_app
from tracker.config import ROOT
from tracker.domain.views import View
from tracker.reporting.language import ENGLISH
from tracker.reporting.lettering_artist import Lettering
from tracker.reporting.pdf import draw_pages
from tracker.reporting.render import to_png, to_svg
from tracker.reporting.style import POINTS_PER_PIXEL, ZOOM
from tracker.services import charts, pdf_report, setup
from tracker.services.catalogue import catalogue
from tracker.services.chart_list import CHARTS
from tracker.services.charts import Audience, chart, frame_of, gathered
from tracker.services.period import usual_start
from tracker.services.report_scope import Scope
from tracker.services.wanted_chart import Wanted

WIDTHS = (14, 9, 9, 9, 7, 9, 9, 9)
HEADER = ("chart", "ours svg", "bare svg", "ratio", "", "ours png", "bare png", "read")
Draw = Callable[[], Figure]


def main() -> None:
    """Measure every chart and the report of one plan, on the real record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plan", default="UP2021")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2023, 12, 31))
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, an_app(Path(folder)).app_context():
        setup.set_up(ROOT / "data" / "programs.xlsx", date(2026, 11, 22))
        view = View(asked.as_of)
        print_row(HEADER)
        for name in CHARTS:
            measure_chart(Wanted(name=name, plan=asked.plan, view=view), asked.runs)
        measure_report(asked.plan, view, asked.runs)


def an_app(folder: Path) -> Flask:
    """The application on an empty record of its own."""
    return create_app({"TRACKER_INSTANCE": folder, "TRACKER_DATABASE_URL": ""})


def measure_chart(wanted: Wanted, runs: int) -> None:
    """Print a line about one chart."""
    kind = CHARTS[wanted.name]
    started = time.perf_counter()
    values = kind.gather(charts.question(wanted))
    read = time.perf_counter() - started
    frame = frame_of(wanted, charts.question(wanted), ENGLISH)
    finding = kind.describe(values, ENGLISH)
    bare = bare_script(kind.draw(values, frame))
    ours_svg, bare_svg = in_turn(
        lambda: to_svg(kind.draw(values, frame), wanted.name, finding),
        lambda: bare_to_svg(bare()),
        runs,
    )
    ours_png, bare_png = in_turn(
        lambda: to_png(kind.draw(values, frame)), lambda: bare_to_png(bare()), runs
    )
    gathered(wanted)
    chart(wanted, Audience())
    kept, _ = in_turn(lambda: chart(wanted, Audience()), lambda: None, runs * 20)
    print_row(
        (
            wanted.name,
            in_ms(ours_svg),
            in_ms(bare_svg),
            f"{ours_svg / bare_svg:.2f}",
            "",
            in_ms(ours_png),
            in_ms(bare_png),
            in_ms(read),
        ),
        f"kept {kept * 1e3:.2f} ms",
    )


def measure_report(plan: str, view: View, runs: int) -> None:
    """Print a line about the PDF report."""
    held = catalogue()
    scope = Scope(
        held=held,
        plans=(held.plans[plan],),
        view=view,
        since=usual_start(view),
        language=ENGLISH,
    )
    report = pdf_report.report_on(scope)
    zoom = ZOOM.get()
    pages = draw_pages(report)
    bare = [bare_script(page) for page in pages]
    ZOOM.set(zoom)
    ours, script = in_turn(
        lambda: pdf_report.pdf_report(scope),
        lambda: bare_to_pdf([draw() for draw in bare]),
        runs,
    )
    ratio = f"{ours / script:.2f}"
    print_row((f"PDF, {len(pages)} pages", in_ms(ours), in_ms(script), ratio))


def in_turn(
    ours: Callable[[], object], bare: Callable[[], object], runs: int
) -> tuple[float, float]:
    """The best run of each, run in turn so that the machine is the same to both."""
    best = [float("inf"), float("inf")]
    for _ in range(runs + 1):
        for index, work in enumerate((ours, bare)):
            started = time.perf_counter()
            work()
            best[index] = min(best[index], time.perf_counter() - started)
    return best[0], best[1]


def bare_script(figure: Figure) -> Draw:
    """What draws the marks of *figure* with matplotlib's own calls alone."""
    size = figure.get_size_inches()
    marks = [(axes.get_position().bounds, axes) for axes in figure.axes]
    parts = [(place, limits(axes), list(marks_of(axes))) for place, axes in marks]

    def draw() -> Figure:
        bare = Figure(figsize=tuple(size))
        for place, (across, up), wanted in parts:
            axes = bare.add_axes(place)
            axes.set_axis_off()
            axes.set_xlim(*across)
            axes.set_ylim(*up)
            for add in wanted:
                add(axes)
        return bare

    return draw


def limits(axes: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends of both scales."""
    return axes.get_xlim(), axes.get_ylim()


def marks_of(axes: Any) -> Iterator[Callable[[Any], object]]:
    """For each artist on *axes*, what adds the same marks to bare ones."""
    for artist in axes.collections:
        if isinstance(artist, PolyCollection):
            yield polygons(artist)
        elif isinstance(artist, LineCollection):
            yield lines(artist)
        elif isinstance(artist, PathCollection):
            yield dots(artist)
    for artist in axes.artists:
        if isinstance(artist, Lettering):
            yield words(artist)


def polygons(artist: PolyCollection) -> Callable[[Any], object]:
    """The same polygons in the same look."""
    outlines = [path.vertices for path in artist.get_paths()]
    look = {
        "facecolors": artist.get_facecolor(),
        "edgecolors": artist.get_edgecolor(),
        "linewidths": artist.get_linewidth(),
        "hatch": artist.get_hatch(),
    }
    return lambda axes: axes.add_collection(PolyCollection(outlines, **look))


def lines(artist: LineCollection) -> Callable[[Any], object]:
    """The same lines."""
    segments, colors = artist.get_segments(), artist.get_colors()
    widths = artist.get_linewidth()
    return lambda axes: axes.add_collection(
        LineCollection(segments, colors=colors, linewidths=widths)
    )


def dots(artist: PathCollection) -> Callable[[Any], object]:
    """The same symbols, as circles."""
    places, faces = artist.get_offsets(), artist.get_facecolor()
    return lambda axes: axes.scatter(places[:, 0], places[:, 1], c=faces, s=20)


def words(artist: Lettering) -> Callable[[Any], object]:
    """The same words, one ``text`` each."""
    zoom = artist.zoom * POINTS_PER_PIXEL

    def add(axes: Any) -> None:
        for label in artist.labels:
            axes.text(
                label.x,
                label.y,
                label.text,
                fontsize=label.size * zoom,
                fontweight="bold" if label.bold else "normal",
                color=label.color,
                ha=label.align,
            )

    return add


def bare_to_svg(figure: Figure) -> bytes:
    """SVG as matplotlib writes it, words as words."""
    buffer = BytesIO()
    FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None})
    return buffer.getvalue()


def bare_to_png(figure: Figure) -> bytes:
    """PNG at 96 dots an inch."""
    buffer = BytesIO()
    figure.set_dpi(96)
    FigureCanvasAgg(figure).print_png(buffer)
    return buffer.getvalue()


def bare_to_pdf(figures: list[Figure]) -> bytes:
    """PDF as matplotlib writes it, fonts embedded as ours are."""
    buffer = BytesIO()
    assert rcParams["pdf.fonttype"] == 42  # set when our first picture was drawn
    with PdfPages(buffer) as file:
        for figure in figures:
            file.savefig(figure)
    return buffer.getvalue()


def in_ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1e3:.0f} ms"


def print_row(cells: tuple[str, ...], more: str = "") -> None:
    """Print a line of the table."""
    texts = [text.rjust(wide) for text, wide in zip(cells, WIDTHS, strict=False)]
    print(
        cells[0].ljust(WIDTHS[0]) + "".join(texts[1:]) + ("  " + more if more else "")
    )


if __name__ == "__main__":
    main()
