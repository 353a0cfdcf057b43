"""Charts on the pages of their analyses: the picture, its words, and where it leads."""

from dataclasses import dataclass

from tracker.domain.errors import NotFound
from tracker.reporting.finding import Finding
from tracker.reporting.frame import NARROW
from tracker.services import charts
from tracker.services.chart_list import CHARTS
from tracker.services.wanted_chart import Wanted
from tracker.web.address import asked, to
from tracker.web.charts import spoken
from tracker.web.sides import side_words, with_sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """One chart: its finding, the picture wide and narrow, and the page of its own."""

    name: str
    finding: Finding
    wide: str
    narrow: str
    detail: str


def embedded(name: str, plan: str | None = None, rule: str = "") -> Embedded | None:
    """The chart of this name, of *plan* or of what is asked; None in an empty record.

    The words are read from the record here, the picture is drawn when it is sent for.
    """
    if name not in CHARTS:
        return None
    wanted = with_sides(
        Wanted(name=name, view=asked().view, plan=plan or asked().plan, rule=rule)
    )
    try:
        found = charts.facts(wanted, spoken())
    except NotFound:
        return None
    words = {"name": name, "plan": wanted.plan or None, "rule": rule or None}
    words |= side_words(name)
    return Embedded(
        name=name,
        finding=found.finding,
        wide=to("charts.chart", format="svg", **words),
        narrow=to("charts.chart", format="svg", width=NARROW, **words),
        detail=to("charts.detail", **words),
    )
