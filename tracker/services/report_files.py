"""Reports as files: charts and the progress report of a view, written whole."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tracker.domain.errors import BadInput, NotFound, Unavailable
from tracker.domain.program import Plan
from tracker.domain.views import View
from tracker.domain.words import N_, Word
from tracker.reporting.language import ENGLISH, Language
from tracker.services import charts, files
from tracker.services.catalogue import Catalogue
from tracker.services.chart_list import CHARTS
from tracker.services.charts import Audience, held_for
from tracker.services.pdf_report import pdf_report
from tracker.services.progress import plan_in
from tracker.services.progress_workbook import progress_workbook
from tracker.services.wanted_chart import ALL_PLANS, Wanted, file_name, stem


class ReportFormat(Word):
    """A form in which a report is given."""

    PNG = "png", N_("Charts as PNG")
    SVG = "svg", N_("Charts as SVG")
    PDF = "pdf", N_("Report as PDF")
    XLSX = "xlsx", N_("Progress report for Excel")


MIMETYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


# Reports that are one file: what they are called, and what makes them.
WHOLE = {
    ReportFormat.PDF: ("report", pdf_report),
    ReportFormat.XLSX: ("progress", progress_workbook),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which report is wanted: of which plan (empty: every plan), view and formats.

    ``scale`` 2 draws the PNG charts with twice as many pixels each way.
    """

    view: View
    plan: str = ""
    formats: tuple[str, ...] = tuple(ReportFormat)
    language: Language = ENGLISH
    scale: int = 1


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of a report, still to be made."""

    name: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: Path
    size: int
    sha256: str


def report_files(order: Order) -> list[ReportFile]:
    """The files of *order* in the order they are made; nothing is made yet.

    Raises NotFound for an unknown plan, or an empty record, and BadInput for a format
    there is none of.
    """
    for name in order.formats:
        if name not in list(ReportFormat):
            raise BadInput(
                N_("There is no report as “%(format)s”. Choose from: %(formats)s."),
                field="format",
                format=name[:40],
                formats=", ".join(ReportFormat),
            )
    held = held_for(order.view)
    plans = plans_of(held, order.plan)
    return [
        file
        for name in dict.fromkeys(order.formats)
        for file in _files(held, plans, order, name)
    ]


def plans_of(held: Catalogue, code: str) -> list[Plan]:
    """The plan of this *code*, or every plan."""
    if code:
        return [plan_in(held, code)]
    if not held.plans:
        raise NotFound(
            N_("The record is empty. Fill it with “flask init”, then ask again.")
        )
    return list(held.plans.values())


def _files(
    held: Catalogue, plans: Sequence[Plan], order: Order, format: str
) -> Iterator[ReportFile]:
    if format in WHOLE:
        yield _whole(held, plans, order, format)
        return
    for kind in CHARTS.values():
        if kind.is_of_all or (kind.may_be_of_all and not order.plan):
            yield _drawing(kind.name, "", order, (format, held.revision))
            continue
        for plan in plans:
            yield _drawing(kind.name, plan.code, order, (format, held.revision))


def _whole(
    held: Catalogue, plans: Sequence[Plan], order: Order, format: str
) -> ReportFile:
    """The report that is one file about all the plans."""
    name, make = WHOLE[ReportFormat(format)]
    stemmed = stem(order.plan or ALL_PLANS, name, order.view, held.revision)
    return ReportFile(
        f"{stemmed}.{format}", lambda: make(held, plans, order.view, order.language)
    )


def _drawing(name: str, plan: str, order: Order, form: tuple[str, int]) -> ReportFile:
    format, revision = form
    scale = order.scale if format == ReportFormat.PNG else 1
    wanted = Wanted(name=name, plan=plan, view=order.view, format=format, scale=scale)
    return ReportFile(
        file_name(wanted, plan or ALL_PLANS, revision),
        lambda: charts.chart(wanted, Audience(order.language)).content,
    )


def write_report(
    wanted: Sequence[ReportFile],
    folder: Path,
    on_made: Callable[[ReportFile], None] = lambda _file: None,
) -> list[Written]:
    """Make the *wanted* files and write them into *folder*, which is made if need be.

    All are made before the first is written, so that an error leaves nothing behind.
    Raises Unavailable where the disk refuses.
    """
    made = []
    for file in wanted:
        made.append((folder / file.name, file.make()))
        on_made(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            N_("The folder %(folder)s cannot be made: %(reason)s."),
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error
    files.sweep(folder)
    for path, content in made:
        files.write_whole(path, content)
    return [
        Written(path, len(content), sha256(content).hexdigest())
        for path, content in made
    ]
