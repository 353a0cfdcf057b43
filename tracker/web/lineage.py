"""What became of every item: from road map to union program to the latest plan."""

from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.program import Sector
from tracker.domain.vocabulary import LineageBasis, Relation
from tracker.reporting import lineage as reporting
from tracker.reporting.finding import Finding
from tracker.services.lineage import LineageRecord, Thread, lineage_record
from tracker.web.address import asked, chosen_plan, held
from tracker.web.charts import spoken
from tracker.web.deadlines import chosen_sector
from tracker.web.language import plain_title
from tracker.web.pictures import Embedded, embedded

bp = Blueprint("lineage", __name__, url_prefix="/lineage")


@bp.get("")
def index() -> ResponseReturnValue:
    """Follow every matter through the plans, by sector."""
    sector = chosen_sector()
    found = lineage_record(asked().view, chosen_plan(), sector)
    return render_template(
        "lineage/index.html",
        revision=found.revision,
        found=found,
        page=Page(found),
        sector=sector or "",
        sectors=tuple((s.code, plain_title(s.title)) for s in held().sectors.values()),
    )


@dataclass(frozen=True, slots=True)
class CountLine:
    """How many items of one plan went on in one way: stated, and matched by us."""

    plan: str
    relation: Relation
    stated: int
    matched: int


@dataclass(frozen=True)
class Page:
    """What the page shows beyond what the service found."""

    found: LineageRecord

    @cached_property
    def finding(self) -> Finding:
        """How many items went on, as the picture says it too."""
        programs = held().programs.values()
        own = {
            plan.code: tuple(p for p in programs if p.plan == plan.code)
            for plan in self.found.plans
        }
        whole = lineage_record(self.found.view)
        flow = reporting.LineageFlow(
            plans=whole.plans,
            programs=own,
            lineage=tuple(passage.lineage for passage in whole.passages),
        )
        return reporting.describe_lineage(flow, spoken())

    @property
    def sectors(self) -> list[tuple[Sector, list[Thread]]]:
        """The matters by sector."""
        found: dict[str, tuple[Sector, list[Thread]]] = {}
        for thread in self.found.threads:
            _, own = found.setdefault(thread.sector.code, (thread.sector, []))
            own.append(thread)
        return list(found.values())

    @property
    def counts(self) -> list[CountLine]:
        """How the items of each plan went on."""
        return [
            CountLine(
                plan,
                relation,
                counted.get((relation, LineageBasis.STATED), 0),
                counted.get((relation, LineageBasis.MATCHED), 0),
            )
            for plan, counted in self.found.counts.items()
            for relation in Relation
            if any(own is relation for own, _ in counted)
        ]

    @property
    def picture(self) -> Embedded | None:
        """The flow from plan to plan."""
        return embedded("lineage") if self.found.passages else None
