"""The reports of a view: what can be taken away, each with its format and size."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.services import report_page
from tracker.services.chart_list import CHARTS
from tracker.services.report_files import Order
from tracker.web.address import asked, chosen_plan, held
from tracker.web.charts import as_answer, spoken

bp = Blueprint("reports", __name__, url_prefix="/reports")


@bp.get("")
def index() -> ResponseReturnValue:
    """Offer the reports of the view."""
    plan = chosen_plan() or ""
    document = report_page.progress_report(order(plan)) if held().plans else None
    return render_template(
        "reports/index.html",
        revision=held().revision,
        document=document,
        charts=CHARTS.values(),
        plans=[p for p in held().plans.values() if plan in ("", p.code)],
    )


@bp.get("/progress.xlsx")
def progress() -> ResponseReturnValue:
    """Give the progress report of the view for Excel."""
    document = report_page.progress_report(order(asked().plan))
    return as_answer(document, is_saved=True)


def order(plan: str) -> Order:
    """What the address asks for, in the language of the page."""
    return Order(view=asked().view, plan=plan, language=spoken())
