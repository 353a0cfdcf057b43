"""The progress report as a download: made once a view and kept."""

from dataclasses import dataclass
from hashlib import sha256

from tracker.services.catalogue import catalogue, record_mark
from tracker.services.charts import ALL_PLANS, stem
from tracker.services.kept import Kept
from tracker.services.progress_workbook import progress_workbook
from tracker.services.report_files import MIMETYPES, Order, plans_of

KEPT_COUNT = 16


@dataclass(frozen=True, slots=True)
class Document:
    """A report as bytes, with the name of its file and a tag that changes with it."""

    content: bytes
    mimetype: str
    filename: str
    etag: str


_documents: Kept[Document] = Kept(KEPT_COUNT)


def progress_report(order: Order) -> Document:
    """The Excel progress report of *order*; raises NotFound for an unknown plan."""
    language = order.language
    key = (order.plan, order.view, record_mark(), language.code, language.titles)
    return _documents.get(key, lambda: _make(order))


def _make(order: Order) -> Document:
    held = catalogue()
    plans = plans_of(held, order.plan)
    content = progress_workbook(held, plans, order.view, order.language)
    name = stem(order.plan or ALL_PLANS, "progress", order.view, held.revision)
    return Document(
        content=content,
        mimetype=MIMETYPES["xlsx"],
        filename=f"{name}.xlsx",
        etag=sha256(content).hexdigest()[:32],
    )
