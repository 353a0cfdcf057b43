"""The report as PDF: A4 pages with numbers, selectable words and fonts inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from tracker.reporting.frame import Frame, footer
from tracker.reporting.lettering import Label, lettering, shorten
from tracker.reporting.links import no_address
from tracker.reporting.paper import FOOT, MARGIN, Paper, page_of, size_of_figure
from tracker.reporting.render import addressed
from tracker.reporting.report import Drawing, PlanPart, Report
from tracker.reporting.report_claims import draw_claims
from tracker.reporting.report_front import draw_front
from tracker.reporting.report_table import draw_table
from tracker.reporting.style import SMALL_SIZE, SOFT_INK, ZOOM

if TYPE_CHECKING:
    from matplotlib.figure import Figure


OnStep: TypeAlias = Callable[[int, int], None]


def report_pdf(report: Report, on_step: OnStep = lambda _done, _of: None) -> bytes:
    """The pages of *report*; the same report gives the same bytes.

    *on_step* is told how many of the steps (pictures drawn, pages written) are done.
    """
    from matplotlib.backends.backend_pdf import PdfPages

    zoom = ZOOM.get()
    try:
        pages = draw_pages(report, on_step)
    finally:
        ZOOM.set(zoom)
    buffer = BytesIO()
    drawn = report.step_count
    with PdfPages(buffer, metadata=_metadata(report)) as file:
        for number, page in enumerate(pages, start=1):
            with addressed(page, no_address):
                file.savefig(page)
            on_step(drawn + number, drawn + len(pages))
    return buffer.getvalue()


def _metadata(report: Report) -> dict[str, object]:
    """Title, subject, and as its date the day it is about, not that of the making."""
    day = datetime.combine(report.frame.view.as_of, time(), UTC)
    return {
        "Title": report.title,
        "Subject": report.sentence,
        "Author": report.frame.language.say("Integration tracker"),
        "CreationDate": day,
        "ModDate": day,
        "Producer": None,
    }


def draw_pages(
    report: Report, on_step: OnStep = lambda _done, _of: None
) -> list[Figure]:
    """Draw every page; the zoom is left as that of the last one."""
    paper = Paper()
    frame = replace(report.frame, paper=paper)
    steps = count(1)
    # Before they are drawn nobody knows how many pages there will be: as many, say.
    expected = 2 * report.step_count

    def draw(drawing: Drawing) -> None:
        drawing(frame)
        on_step(next(steps), expected)

    for part in report.parts:
        paper.new_page()
        draw_front(part.front, frame)
        for drawing in part.drawings:
            draw(drawing)
    for drawing in report.drawings:
        draw(drawing)
    for part in report.parts:
        if part.rows:
            paper.new_page()
            draw_table(part.front.heading, part.rows, frame)
        if part.claims:
            draw_claims(_claims_heading(part, frame), part.claims, frame)
    _number(paper, report.title, frame)
    return paper.pages


def _claims_heading(part: PlanPart, frame: Frame) -> str:
    return frame.language.say(
        "%(plan)s: claims of how much is done, the newest first",
        plan=part.front.heading,
    )


def _number(paper: Paper, title: str, frame: Frame) -> None:
    """Write title, view and page number at the foot of every page."""
    language, total = frame.language, len(paper.pages)
    for number, (page, zoom) in enumerate(paper.numbered(), start=1):
        ZOOM.set(zoom)
        wide, high = size_of_figure(page)
        y = high - FOOT
        words = shorten(f"{title} · {footer(frame)}", wide - 240, SMALL_SIZE)
        pages = language.say("Page %(number)s of %(count)s", number=number, count=total)
        labels = [
            Label(x=MARGIN, y=y, text=words, color=SOFT_INK),
            Label(x=wide - MARGIN, y=y, text=pages, color=SOFT_INK, align="right"),
        ]
        lettering(page_of(page), labels)
