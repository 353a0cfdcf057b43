"""Which chart is wanted, in which form, and under which name it is given."""

from dataclasses import dataclass

from tracker.domain.errors import BadInput, NotFound
from tracker.domain.views import View
from tracker.domain.words import N_, Word
from tracker.reporting.frame import NARROW, WIDE
from tracker.services.chart_list import CHARTS

SCALES = (1, 2)
WIDTHS = (WIDE, NARROW)
ALL_PLANS = "all-plans"


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
class Wanted:
    """Which chart is asked for: of what plan and view, by which rule, in which form.

    ``plan`` empty means every plan, or where a chart is of one plan the one that
    ``current_plan`` gives; ``rule`` empty means the main rule of the plan.
    ``earlier`` and ``old_rule`` are the other side of a chart that compares two; left
    out, they are a year before, and the same rule.
    """

    name: str
    view: View
    plan: str = ""
    rule: str = ""
    earlier: View | None = None
    old_rule: str = ""
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


def file_name(wanted: Wanted, subject: str, revision: int) -> str:
    """A name that holds subject, view and revision: UP2021-stages-2023-12-31-r7.svg."""
    parts = [stem(subject, wanted.name, wanted.view, revision)]
    if wanted.earlier:
        parts.append(_since(wanted.earlier))
    if wanted.old_rule:
        parts.append(f"from-{wanted.old_rule}")
    if wanted.rule:
        parts.append(wanted.rule)
    if wanted.width != WIDE:
        parts.append(f"{wanted.width}px")
    dense = "" if wanted.scale == 1 else f"@{wanted.scale}x"
    return f"{'-'.join(parts)}{dense}.{wanted.format}"


def _since(view: View) -> str:
    """The words of the earlier side of a comparison."""
    parts = ["since", view.as_of.isoformat()]
    if view.known_on:
        parts.append(f"known-{view.known_on.isoformat()}")
    if view.reading.code != "said":
        parts.append(view.reading.code)
    return "-".join([*parts, *([f"r{view.revision}"] if view.revision else [])])


def stem(subject: str, name: str, view: View, revision: int) -> str:
    """The name of a file without its ending."""
    parts = [subject, name, view.as_of.isoformat()]
    if view.known_on:
        parts.append(f"known-{view.known_on.isoformat()}")
    if view.reading.code != "said":
        parts.append(view.reading.code)
    return "-".join([*parts, f"r{revision}"])
