"""Charts: drawn once however many ask, and kept by revision, view and form."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import BadInput, NotFound
from tracker.domain.program import Plan
from tracker.domain.views import View
from tracker.domain.words import N_, Word
from tracker.reporting.finding import Finding, Table
from tracker.reporting.frame import NARROW, WIDE, Frame, footer
from tracker.reporting.history import describe_history, table_of_history
from tracker.reporting.history_drawing import draw_history
from tracker.reporting.language import ENGLISH, Language
from tracker.reporting.links import Address, no_address
from tracker.reporting.render import to_pdf, to_png, to_svg
from tracker.reporting.stages import describe_stages, table_of_stages
from tracker.reporting.stages_drawing import draw_stages
from tracker.services.catalogue import Catalogue, catalogue, record_mark
from tracker.services.chart_values import history_in, stages_in
from tracker.services.kept import Kept
from tracker.services.progress import plan_in
from tracker.storage.transactions import end_reading

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KEPT_COUNT = 64
SCALES = (1, 2)
WIDTHS = (WIDE, NARROW)


class Format(Word):
    """A form in which a chart is given."""

    SVG = "svg", N_("SVG")
    PNG = "png", N_("PNG")
    PDF = "pdf", N_("PDF")

    @property
    def mimetype(self) -> str:
        """How answers name it."""
        return {"svg": "image/svg+xml", "png": "image/png"}.get(
            self.value, "application/pdf"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its name, what reads its values, and what draws and describes them.

    The values pass from ``gather`` to the others and to nobody else.
    """

    name: str
    label: str
    gather: Callable[[Catalogue, Plan, View], Any]
    draw: "Callable[[Any, Frame], Figure]"
    describe: Callable[[Any, Language], Finding]
    tabulate: Callable[[Any, Language], Table]
    rule: str = ""


CHARTS: Mapping[str, Chart] = {
    chart.name: chart
    for chart in (
        Chart(
            name="history",
            label=N_("History at a glance"),
            gather=history_in,
            draw=draw_history,
            describe=describe_history,
            tabulate=table_of_history,
        ),
        Chart(
            name="stages",
            label=N_("Programs by stage"),
            gather=stages_in,
            draw=draw_stages,
            describe=describe_stages,
            tabulate=table_of_stages,
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which chart is asked for: of what plan and view, in which form and size.

    ``plan`` empty means the plan in force on the day, see ``plan_or_current``.
    """

    name: str
    view: View
    plan: str = ""
    format: str = "svg"
    width: int = WIDE
    scale: int = 1

    def check(self) -> None:
        """Refuse what nobody can draw; raises NotFound or BadInput."""
        if self.name not in CHARTS:
            raise NotFound(
                N_("There is no chart “%(name)s”. The charts are: %(names)s."),
                name=self.name[:40],
                names=", ".join(CHARTS),
            )
        if self.format not in list(Format):
            raise NotFound(
                N_("A chart comes as %(formats)s, not as “%(format)s”."),
                format=self.format[:40],
                formats=", ".join(Format),
            )
        if self.width not in WIDTHS:
            raise BadInput(
                N_("A chart is %(wide)s pixels wide, or %(narrow)s for a telephone."),
                field="width",
                wide=WIDE,
                narrow=NARROW,
            )
        if self.scale not in SCALES:
            raise BadInput(N_("The scale of a chart is 1 or 2."), field="scale")


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a chart is drawn: the language, and where its marks lead.

    ``where`` tells audiences apart whose addresses differ.
    """

    language: Language = ENGLISH
    address: Address = no_address
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a chart says in words and numbers, without the picture."""

    chart: Chart
    plan: Plan
    finding: Finding
    table: Table
    footer: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as bytes, with the name of its file and a tag that changes with it."""

    content: bytes
    mimetype: str
    filename: str
    etag: str


_pictures: Kept[Picture] = Kept(KEPT_COUNT)


def chart(wanted: Wanted, audience: Audience) -> Picture:
    """The chart *wanted*; raises NotFound or BadInput for what nobody can draw.

    A kept one costs one statement and draws nothing.
    """
    wanted.check()
    key = _key(wanted, audience)
    return _pictures.get(key, lambda: _draw(wanted, audience))


def kept_size(wanted: Wanted, audience: Audience) -> int | None:
    """How many bytes the chart has, if it was drawn already."""
    picture = _pictures.peek(_key(wanted, audience))
    return len(picture.content) if picture else None


def _key(wanted: Wanted, audience: Audience) -> Hashable:
    language = audience.language
    return (wanted, record_mark(), language.code, language.titles, audience.where)


def facts(wanted: Wanted, language: Language) -> Facts:
    """The words and numbers of the chart *wanted*, without drawing it."""
    wanted.check()
    held = catalogue()
    plan = plan_or_current(held, wanted.plan, wanted.view)
    kind = CHARTS[wanted.name]
    values = kind.gather(held, plan, wanted.view)
    return Facts(
        chart=kind,
        plan=plan,
        finding=kind.describe(values, language),
        table=kind.tabulate(values, language),
        footer=footer(_frame(wanted, held, language)),
        revision=held.revision,
    )


def plan_or_current(held: Catalogue, code: str, view: View) -> Plan:
    """The plan of this *code*, or the latest one begun by the day of *view*."""
    if code:
        return plan_in(held, code)
    plans = list(held.plans.values())
    if not plans:
        raise NotFound(
            N_("The record is empty. Fill it with “flask init”, then ask again.")
        )
    begun = [p for p in plans if p.starts_on and p.starts_on.first <= view.as_of]
    return max(
        begun or plans[:1], key=lambda p: p.starts_on.first if p.starts_on else date.min
    )


def file_name(wanted: Wanted, revision: int) -> str:
    """A name that holds subject, view and revision: UP2021-stages-2023-12-31-r7.svg."""
    name = stem(wanted.plan, wanted.name, wanted.view, revision)
    wide = "" if wanted.width == WIDE else f"-{wanted.width}px"
    dense = "" if wanted.scale == 1 else f"@{wanted.scale}x"
    return f"{name}{wide}{dense}.{wanted.format}"


def stem(plan: str, subject: str, view: View, revision: int) -> str:
    """The name of a file without its ending."""
    parts = [plan, subject, view.as_of.isoformat()]
    if view.known_on:
        parts.append(f"known-{view.known_on.isoformat()}")
    if view.reading.code != "said":
        parts.append(view.reading.code)
    return "-".join([*parts, f"r{revision}"])


def _frame(wanted: Wanted, held: Catalogue, language: Language) -> Frame:
    return Frame(
        view=wanted.view,
        revision=held.revision,
        rule=CHARTS[wanted.name].rule,
        language=language,
        width=wanted.width,
    )


def _draw(wanted: Wanted, audience: Audience) -> Picture:
    held = catalogue()
    plan = plan_or_current(held, wanted.plan, wanted.view)
    kind = CHARTS[wanted.name]
    values = kind.gather(held, plan, wanted.view)
    end_reading()  # a writer need not wait for the drawing
    figure = kind.draw(values, _frame(wanted, held, audience.language))
    finding = kind.describe(values, audience.language)
    content = _rendered(figure, wanted, finding, audience.address)
    return Picture(
        content=content,
        mimetype=Format(wanted.format).mimetype,
        filename=file_name(replace(wanted, plan=plan.code), held.revision),
        etag=sha256(content).hexdigest()[:32],
    )


def _rendered(
    figure: "Figure", wanted: Wanted, finding: Finding, address: Address
) -> bytes:
    if wanted.format == Format.SVG:
        return to_svg(figure, wanted.name, finding, address)
    if wanted.format == Format.PNG:
        return to_png(figure, wanted.scale)
    return to_pdf(figure, finding, address)
