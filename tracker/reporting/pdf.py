"""The report as PDF: A4 pages with numbers, selectable words and fonts inside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from tracker.reporting.frame import Frame, footer
from tracker.reporting.lettering import Label, lettering, shorten
from tracker.reporting.links import Address, no_address
from tracker.reporting.paper import FOOT, MARGIN, Paper, page_of, size_of_figure
from tracker.reporting.render import addressed
from tracker.reporting.report import Report
from tracker.reporting.report_front import draw_front
from tracker.reporting.report_table import draw_table
from tracker.reporting.style import SMALL_SIZE, SOFT_INK, ZOOM

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def report_pdf(report: Report, address: Address = no_address) -> bytes:
    """The pages of *report*; the same report gives the same bytes."""
    from matplotlib.backends.backend_pdf import PdfPages

    zoom = ZOOM.get()
    try:
        pages = draw_pages(report)
    finally:
        ZOOM.set(zoom)
    buffer = BytesIO()
    with PdfPages(buffer, metadata=_metadata(report)) as file:
        for page in pages:
            with addressed(page, address):
                file.savefig(page)
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


def draw_pages(report: Report) -> list[Figure]:
    """Draw every page; the zoom is left as that of the last one."""
    paper = Paper()
    frame = replace(report.frame, paper=paper)
    for part in report.parts:
        paper.new_page()
        draw_front(part.front, frame)
        for draw in part.drawings:
            draw(frame)
    for draw in report.drawings:
        draw(frame)
    for part in report.parts:
        if part.rows:
            paper.new_page()
            draw_table(part.front.heading, part.rows, frame)
    _number(paper, report.title, frame)
    return paper.pages


def _number(paper: Paper, title: str, frame: Frame) -> None:
    """Write title, view and page number at the foot of every page."""
    language, count = frame.language, len(paper.pages)
    for number, (page, zoom) in enumerate(paper.numbered(), start=1):
        ZOOM.set(zoom)
        wide, high = size_of_figure(page)
        y = high - FOOT
        words = shorten(f"{title} · {footer(frame)}", wide - 240, SMALL_SIZE)
        pages = language.say("Page %(number)s of %(count)s", number=number, count=count)
        labels = [
            Label(x=MARGIN, y=y, text=words, color=SOFT_INK),
            Label(x=wide - MARGIN, y=y, text=pages, color=SOFT_INK, align="right"),
        ]
        lettering(page_of(page), labels)
