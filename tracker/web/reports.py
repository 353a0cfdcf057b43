"""The reports of a view: what can be taken away, each with its format and size."""

from datetime import date
from pathlib import Path

from flask import Blueprint, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue

from tracker.services import report_page
from tracker.services.chart_list import CHARTS
from tracker.services.period import read_start
from tracker.services.report_files import Order
from tracker.services.underway import Unfinished
from tracker.web.address import asked, chosen_plan, held, word
from tracker.web.beside import beside_requests
from tracker.web.charts import as_answer, spoken
from tracker.web.forms.period import PeriodForm

bp = Blueprint("reports", __name__, url_prefix="/reports")

FOLDER = "made-reports"
AGAIN_AFTER = 1  # seconds


@bp.get("")
def index() -> ResponseReturnValue:
    """Offer the reports of the view, with what changed since a day."""
    page, plan = "reports/index.html", chosen_plan() or ""
    form = PeriodForm(request.args)
    if not form.validate():
        return render_template(page, revision=held().revision, form=form), 422
    wanted = order(plan, form.since.data)
    return render_template(
        page,
        revision=held().revision,
        form=form,
        since=since_word(),
        document=report_page.progress_report(wanted) if held().plans else None,
        charts=[chart for chart in CHARTS.values() if not chart.is_of_all],
        shared=[chart for chart in CHARTS.values() if chart.is_of_all],
        plans=[p for p in held().plans.values() if plan in ("", p.code)],
    )


@bp.get("/progress.xlsx")
def progress() -> ResponseReturnValue:
    """Give the progress report of the view for Excel."""
    document = report_page.progress_report(order(asked().plan, asked_since()))
    return as_answer(document, is_saved=True)


@bp.get("/report.pdf")
def report() -> ResponseReturnValue:
    """Give the report of the view as PDF, or tell how far its making is."""
    folder = Path(str(current_app.config["TRACKER_INSTANCE"])) / FOLDER
    wanted = order(asked().plan, asked_since())
    made = report_page.report_pdf(wanted, folder, beside_requests)
    if not isinstance(made, Unfinished):
        return as_answer(made)
    page = render_template("reports/making.html", made=made, since=since_word())
    answer = make_response(page, 202)
    answer.headers["Refresh"] = answer.headers["Retry-After"] = str(AGAIN_AFTER)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def order(plan: str, since: date | None) -> Order:
    """What the address asks for, in the language of the page."""
    return Order(view=asked().view, plan=plan, since=since, language=spoken())


def asked_since() -> date | None:
    """The day since which changes are told; raises BadInput for none there can be."""
    text = word("since")
    return read_start(text, asked().view) if text else None


def since_word() -> str | None:
    """What the address says of that day, for links that keep it."""
    return word("since") or None
