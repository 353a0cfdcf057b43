"""Reports as downloads: made once a view and kept, the slow one beside requests."""

import json
from collections.abc import Callable, Hashable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from time import time

from tracker.services import files
from tracker.services.catalogue import catalogue, record_mark
from tracker.services.kept import Kept
from tracker.services.pdf_report import pdf_report
from tracker.services.progress_workbook import progress_workbook
from tracker.services.report_files import MIMETYPES, Order, plans_of
from tracker.services.wanted_chart import ALL_PLANS, stem

KEPT_COUNT = 16
KEPT_FILES = 40
# Whoever makes a report tells how far it is more often than that, or has died.
SILENT_SECONDS = 30

Begin = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A report as bytes, with the name of its file and a tag that changes with it."""

    content: bytes
    mimetype: str
    filename: str
    etag: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A report that is being made: how many of its steps are done."""

    done: int
    of: int


BEGUN = Unfinished(0, 1)
_documents: Kept[Document] = Kept(KEPT_COUNT)


def progress_report(order: Order) -> Document:
    """The Excel progress report of *order*; raises NotFound for an unknown plan."""
    return _documents.get(_key("progress", order), lambda: _make_workbook(order))


def _key(name: str, order: Order) -> Hashable:
    language = order.language
    words = (language.code, language.titles)
    return (name, order.plan, order.view, record_mark(), *words)


def _make_workbook(order: Order) -> Document:
    held = catalogue()
    plans = plans_of(held, order.plan)
    content = progress_workbook(held, plans, order.view, order.language)
    return _document(content, "progress", "xlsx", order)


def _document(content: bytes, name: str, format: str, order: Order) -> Document:
    subject, revision = order.plan or ALL_PLANS, catalogue().revision
    return Document(
        content=content,
        mimetype=MIMETYPES[format],
        filename=f"{stem(subject, name, order.view, revision)}.{format}",
        etag=sha256(content).hexdigest()[:32],
    )


def report_pdf(order: Order, folder: Path, begin: Begin) -> Document | Unfinished:
    """The PDF report of *order* if it is made; else it is begun, or goes on.

    It takes a second and more, so *begin* runs the making beside the requests. What is
    made lies in *folder*, where every process of the server finds it. Raises NotFound
    for an unknown plan.
    """
    plans_of(catalogue(), order.plan)
    name = sha256(repr(_key("report", order)).encode()).hexdigest()[:32]
    made, news = folder / f"{name}.pdf", folder / f"{name}.json"
    if made.exists():
        return _document(made.read_bytes(), "report", "pdf", order)
    folder.mkdir(parents=True, exist_ok=True)
    if _claim(news):
        begin(lambda: _make_pdf(order, made, news))
    return _news_of(news) or BEGUN


def _claim(news: Path) -> bool:
    """Whether we are the one to make it: nobody else does, or whoever did has died."""
    if _news_of(news) is None:
        news.unlink(missing_ok=True)
    try:
        with news.open("x") as file:
            json.dump(asdict(BEGUN), file)
    except FileExistsError:
        return False
    return True


def _make_pdf(order: Order, made: Path, news: Path) -> None:
    """Make the report and put it in its place; the news of it end in any case."""
    try:
        held = catalogue()
        content = pdf_report(
            held,
            plans_of(held, order.plan),
            order.view,
            order.language,
            on_step=lambda done, of: _tell(news, Unfinished(done, of)),
        )
        files.write_whole(made, content)
        _sweep(made.parent)
    finally:
        news.unlink(missing_ok=True)


def _tell(news: Path, unfinished: Unfinished) -> None:
    """Note how far a report is, for whoever asks."""
    files.write_whole(news, json.dumps(asdict(unfinished)).encode())


def _news_of(news: Path) -> Unfinished | None:
    """How far a report is; None where nobody is making it, or whoever did has died."""
    try:
        told = json.loads(news.read_text() or "{}")
        is_fresh = time() - news.stat().st_mtime < SILENT_SECONDS
    except (OSError, ValueError):
        return None
    return Unfinished(**{**asdict(BEGUN), **told}) if is_fresh else None


def _sweep(folder: Path) -> None:
    """Keep the reports made last; what the others were made from can be made again."""
    files.sweep(folder)
    made = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
    for path in made[:-KEPT_FILES]:
        path.unlink(missing_ok=True)
