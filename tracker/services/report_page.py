"""Reports as downloads: made once a view and kept, the slow one beside requests."""

from collections.abc import Hashable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tracker.services import files
from tracker.services.catalogue import catalogue, record_mark
from tracker.services.kept import Kept
from tracker.services.pdf_report import pdf_report
from tracker.services.progress_workbook import progress_workbook
from tracker.services.report_files import MIMETYPES, Order, scope_of, whole_name
from tracker.services.underway import (
    BEGUN,
    SILENT_SECONDS,
    Begin,
    Unfinished,
    claim,
    news_of,
    tell,
)

KEPT_COUNT = 16
KEPT_FILES = 40


@dataclass(frozen=True, slots=True)
class Document:
    """A report as bytes, with the name of its file and a tag that changes with it."""

    content: bytes
    mimetype: str
    filename: str
    etag: str


_documents: Kept[Document] = Kept(KEPT_COUNT)


def progress_report(order: Order) -> Document:
    """The Excel progress report of *order*.

    Raises NotFound for an unknown plan and BadInput for a period without a day.
    """
    order.check()
    return _documents.get(_key("progress", order), lambda: _make_workbook(order))


def _key(name: str, order: Order) -> Hashable:
    language = order.language
    words = (language.code, language.titles)
    return (name, order.plan, order.view, order.start, record_mark(), *words)


def _make_workbook(order: Order) -> Document:
    content = progress_workbook(scope_of(catalogue(), order))
    return _document(content, "progress", "xlsx", order)


def _document(content: bytes, name: str, format: str, order: Order) -> Document:
    named = whole_name(order, name, catalogue().revision)
    return Document(
        content=content,
        mimetype=MIMETYPES[format],
        filename=f"{named}.{format}",
        etag=sha256(content).hexdigest()[:32],
    )


def report_pdf(order: Order, folder: Path, begin: Begin) -> Document | Unfinished:
    """The PDF report of *order* if it is made; else it is begun, or goes on.

    It takes a second and more, so *begin* runs the making beside the requests. What is
    made lies in *folder*, where every process of the server finds it. Raises NotFound
    for an unknown plan and BadInput for a period without a day.
    """
    order.check()
    scope_of(catalogue(), order)
    name = sha256(repr(_key("report", order)).encode()).hexdigest()[:32]
    made, news = folder / f"{name}.pdf", folder / f"{name}.json"
    if made.exists():
        return _document(made.read_bytes(), "report", "pdf", order)
    folder.mkdir(parents=True, exist_ok=True)
    if claim(news):
        begin(lambda: _make_pdf(order, made, news))
    return news_of(news) or BEGUN


def _make_pdf(order: Order, made: Path, news: Path) -> None:
    """Make the report and put it in its place; the news of it end in any case."""
    try:
        content = pdf_report(
            scope_of(catalogue(), order),
            lambda done, of: tell(news, Unfinished(done, of)),
        )
        files.write_whole(made, content)
        _sweep(made.parent)
    finally:
        news.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Keep the reports made last; what the others were made from can be made again."""
    files.sweep(folder, older_than=SILENT_SECONDS)  # others may be writing just now
    made = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
    for path in made[:-KEPT_FILES]:
        path.unlink(missing_ok=True)
