"""Reports as files: charts and the progress report of a view, written whole."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tracker.domain.errors import BadInput, NotFound
from tracker.domain.program import Plan
from tracker.domain.views import View
from tracker.domain.words import N_, Word
from tracker.reporting.language import ENGLISH, Language
from tracker.services import charts
from tracker.services.catalogue import Catalogue, nothing_held
from tracker.services.chart_list import CHARTS, Chart
from tracker.services.charts import Audience, held_for
from tracker.services.pdf_report import pdf_report
from tracker.services.period import check_start, usual_start
from tracker.services.progress import plan_in
from tracker.services.progress_workbook import progress_workbook
from tracker.services.report_scope import Scope
from tracker.services.wanted_chart import ALL_PLANS, Wanted, file_name, stem


class ReportFormat(Word):
    """A form in which a report is given."""

    PNG = "png", N_("Charts as PNG")
    SVG = "svg", N_("Charts as SVG")
    CHARTS_PDF = "charts-pdf", N_("Charts as PDF")
    PDF = "pdf", N_("Report as PDF")
    XLSX = "xlsx", N_("Progress report for Excel")

    @property
    def ending(self) -> str:
        """What the names of its files end in."""
        return self.value.removeprefix("charts-")


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

    ``since`` is the day after which changes are told; None: what is usual, 90 days
    before the day of the view (and a year before in a chart by itself). ``scale`` 2
    draws the PNG charts with twice as many pixels each way.
    """

    view: View
    plan: str = ""
    since: date | None = None
    formats: tuple[str, ...] = tuple(ReportFormat)
    language: Language = ENGLISH
    scale: int = 1

    @property
    def start(self) -> date:
        """The day after which a whole report tells changes."""
        return self.since or usual_start(self.view)

    def check(self) -> None:
        """Refuse what no report can be about; raises BadInput."""
        if self.since:
            check_start(self.since, self.view)


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
    there is none of, or a period that holds no day.
    """
    order.check()
    for name in order.formats:
        if name not in list(ReportFormat):
            raise BadInput(
                N_("There is no report as “%(format)s”. Choose from: %(formats)s."),
                field="format",
                format=name[:40],
                formats=", ".join(ReportFormat),
            )
    held = held_for(order.view)
    scope = scope_of(held, order)
    return [
        file
        for name in dict.fromkeys(order.formats)
        for file in _files(scope, order, name)
    ]


def scope_of(held: Catalogue, order: Order) -> Scope:
    """What a whole report of *order* is about; raises NotFound for an unknown plan."""
    return Scope(
        held=held,
        plans=tuple(plans_of(held, order.plan)),
        view=order.view,
        since=order.start,
        language=order.language,
    )


def plans_of(held: Catalogue, code: str) -> list[Plan]:
    """The plan of this *code*, or every plan."""
    if code:
        return [plan_in(held, code)]
    if not held.plans:
        raise nothing_held(NotFound)
    return list(held.plans.values())


def _files(scope: Scope, order: Order, name: str) -> Iterator[ReportFile]:
    format = ReportFormat(name)
    form = (format.ending, scope.held.revision)
    if format in WHOLE:
        yield _whole(scope, order, format)
        return
    for kind in CHARTS.values():
        if kind.is_of_all or (kind.may_be_of_all and not order.plan):
            yield _drawing(kind, "", order, form)
            continue
        for plan in scope.plans:
            yield _drawing(kind, plan.code, order, form)


def _whole(scope: Scope, order: Order, format: ReportFormat) -> ReportFile:
    """The report that is one file about all the plans."""
    name, make = WHOLE[format]
    named = whole_name(order, name, scope.held.revision)
    return ReportFile(f"{named}.{format.ending}", lambda: make(scope))


def whole_name(order: Order, name: str, revision: int) -> str:
    """The name of a whole report without its ending; another period has another."""
    stemmed = stem(order.plan or ALL_PLANS, name, order.view, revision)
    if order.start == usual_start(order.view):
        return stemmed
    return f"{stemmed}-since-{order.start.isoformat()}"


def _drawing(kind: Chart, plan: str, order: Order, form: tuple[str, int]) -> ReportFile:
    format, revision = form
    scale = order.scale if format == ReportFormat.PNG else 1
    wanted = Wanted(
        name=kind.name, plan=plan, view=order.view, format=format, scale=scale
    )
    if order.since and kind.is_between:
        wanted = replace(wanted, earlier=replace(order.view, as_of=order.since))
    return ReportFile(
        file_name(wanted, plan or ALL_PLANS, revision),
        lambda: charts.chart(wanted, Audience(order.language)).content,
    )
