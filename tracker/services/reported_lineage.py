"""What became of every item, as the sheet of the Excel report tells it."""

from tracker.domain.program import Plan, Program
from tracker.reporting.lineage import LineageFlow, describe_lineage
from tracker.services.charts import gathered
from tracker.services.last_words import where_read
from tracker.services.lineage import Passage, lineage_record
from tracker.services.report_scope import Scope
from tracker.services.wanted_chart import Wanted
from tracker.workbook.progress_analyses import ReportedPassage


def passages_of(scope: Scope) -> tuple[tuple[ReportedPassage, ...], tuple[str, ...]]:
    """Every passage that touches the plans, and how many items went on in all."""
    found = lineage_record(scope.view, scope.plan_code)
    flow: LineageFlow = gathered(Wanted(name="lineage", view=scope.view)).values
    finding = describe_lineage(flow, scope.language)
    told = tuple(_told(passage) for passage in found.passages)
    return told, (f"{finding.title}.", finding.sentence) if told else ()


def _told(passage: Passage) -> ReportedPassage:
    heir, sources = passage.heir, passage.sources
    return ReportedPassage(
        lineage=passage.lineage,
        origin_plan=_plan_of(passage.origin),
        origin_title=passage.origin.title,
        heir_plan=_plan_of(heir) if heir else "",
        heir_title=heir.title if heir else None,
        is_into_package=passage.is_into_package,
        source=where_read(sources[0] if sources else None),
    )


def _plan_of(item: Program | Plan) -> str:
    return item.plan if isinstance(item, Program) else item.code
