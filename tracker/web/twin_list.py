"""Every page that comes as data too: ONE table of its address, values and main rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from flask.typing import ResponseReturnValue

from tracker.domain.words import N_
from tracker.web.api import analyses, charts, endpoints, overviews, rules, words

Answer: TypeAlias = Callable[..., ResponseReturnValue]

# Pages that are the same whatever plan links keep on them.
OF_EVERY_PLAN = frozenset({"events.index", "programs.detail", "claims.detail"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A page as data: what gives its values in the API, and what they call its rows.

    ``page`` is the endpoint of the page, ``path`` its address; ``subject`` names it to
    people. One ``is_timeless`` whatever the view. One that ``is_of_one`` holds a single
    thing, which is its only row where ``rows`` names none of its own.
    """

    page: str
    path: str
    values: Answer
    rows: str
    subject: str
    is_timeless: bool = False
    is_of_one: bool = False

    @property
    def is_of_plan(self) -> bool:
        """Whether it holds less where the address names a plan."""
        return not self.is_timeless and self.page not in OF_EVERY_PLAN


LISTS = (
    ("overview.index", "/overview", overviews.overview, "plans", N_("Overview")),
    ("programs.index", "/programs", endpoints.programs, "programs", N_("Programs")),
    ("sectors.index", "/sectors", overviews.sectors, "sectors", N_("Sectors")),
    ("analysis.index", "/analysis", analyses.findings, "findings", N_("Analysis")),
    ("progress.index", "/progress", rules.rules, "figures", N_("Progress")),
    (
        "bottlenecks.index",
        "/bottlenecks",
        analyses.bottlenecks,
        "programs",
        N_("Bottlenecks"),
    ),
    (
        "deadlines.index",
        "/deadlines",
        analyses.deadlines,
        "milestones",
        N_("Deadlines"),
    ),
    ("claims.index", "/claims", analyses.claims, "claims", N_("Claims")),
    ("change.index", "/change", analyses.change_as_asked, "moves", N_("What moved")),
    ("forecast.index", "/forecast", analyses.forecast, "open", N_("Forecast")),
    ("lineage.index", "/lineage", analyses.lineage, "passages", N_("Lineage")),
    ("charts.index", "/charts", charts.charts, "charts", N_("Charts")),
    ("events.index", "/events", endpoints.events, "events", N_("Events")),
)
TIMELESS = (
    ("sources.index", "/sources", endpoints.sources, "sources", N_("Sources")),
    ("changes.index", "/changes", endpoints.changes, "changes", N_("Changes")),
    ("method.index", "/method", words.method, "words", N_("Method")),
)
OF_ONE = (
    (
        "programs.detail",
        "/programs/<code>",
        endpoints.program,
        "reports",
        N_("Program"),
    ),
    ("sectors.detail", "/sectors/<code>", overviews.sector, "programs", N_("Sector")),
    ("claims.detail", "/claims/<key>", analyses.claim, "claim", N_("Claim")),
    (
        "claims.check",
        "/claims/check",
        analyses.claim_check,
        "claim",
        N_("Check of a claim"),
    ),
    ("charts.detail", "/charts/<name>", charts.chart, "rows", N_("Chart")),
)
TIMELESS_OF_ONE = (
    ("sources.detail", "/sources/<key>", endpoints.source, "citations", N_("Source")),
    (
        "changes.detail",
        "/changes/<int:number>",
        endpoints.change,
        "changes",
        N_("Revision"),
    ),
)


def _twin(row: tuple[str, str, Answer, str, str], **more: bool) -> Twin:
    page, path, values, rows, subject = row
    return Twin(page=page, path=path, values=values, rows=rows, subject=subject, **more)


TWINS: Mapping[str, Twin] = {
    twin.page: twin
    for twin in (
        *(_twin(row) for row in LISTS),
        *(_twin(row, is_timeless=True) for row in TIMELESS),
        *(_twin(row, is_of_one=True) for row in OF_ONE),
        *(_twin(row, is_timeless=True, is_of_one=True) for row in TIMELESS_OF_ONE),
    )
}

# Public pages that are no data, each with its reason.
WITHOUT: Mapping[str, str] = {
    "reports.index": "offers files to take away, which are its data",
    "exports.index": "offers the record itself as a workbook",
}
