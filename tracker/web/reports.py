"""The reports of a view: what can be taken away, each with its format and size."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from flask import Blueprint, current_app, make_response, render_template
from flask.typing import ResponseReturnValue

from tracker.services import report_page
from tracker.services.chart_list import CHARTS
from tracker.services.report_files import Order
from tracker.services.report_page import Unfinished
from tracker.web.address import asked, chosen_plan, held
from tracker.web.charts import as_answer, spoken

bp = Blueprint("reports", __name__, url_prefix="/reports")

FOLDER = "made-reports"
AGAIN_AFTER = 1  # seconds


@bp.get("")
def index() -> ResponseReturnValue:
    """Offer the reports of the view."""
    plan = chosen_plan() or ""
    document = report_page.progress_report(order(plan)) if held().plans else None
    return render_template(
        "reports/index.html",
        revision=held().revision,
        document=document,
        charts=[chart for chart in CHARTS.values() if not chart.is_of_all],
        shared=[chart for chart in CHARTS.values() if chart.is_of_all],
        plans=[p for p in held().plans.values() if plan in ("", p.code)],
    )


@bp.get("/progress.xlsx")
def progress() -> ResponseReturnValue:
    """Give the progress report of the view for Excel."""
    document = report_page.progress_report(order(asked().plan))
    return as_answer(document, is_saved=True)


@bp.get("/report.pdf")
def report() -> ResponseReturnValue:
    """Give the report of the view as PDF, or tell how far its making is."""
    folder = Path(str(current_app.config["TRACKER_INSTANCE"])) / FOLDER
    made = report_page.report_pdf(order(asked().plan), folder, beside_requests)
    if not isinstance(made, Unfinished):
        return as_answer(made)
    answer = make_response(render_template("reports/making.html", made=made), 202)
    answer.headers["Refresh"] = answer.headers["Retry-After"] = str(AGAIN_AFTER)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def beside_requests(work: Callable[[], None]) -> None:
    """Run *work* in a thread of its own, with the application around it."""
    app = current_app._get_current_object()  # type: ignore[attr-defined] # a proxy

    def run() -> None:
        with app.app_context():
            work()

    Thread(target=run, name="report", daemon=True).start()


def order(plan: str) -> Order:
    """What the address asks for, in the language of the page."""
    return Order(view=asked().view, plan=plan, language=spoken())
