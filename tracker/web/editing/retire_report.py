"""Retiring a report: it counts no more, and stays readable in the history."""

from functools import partial

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.domain.errors import Conflict
from tracker.domain.program import Program
from tracker.domain.report import Report
from tracker.services import reports
from tracker.services.descriptions import described
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.filters import sentence
from tracker.web.forms.retirement import RetirementForm


@bp.route("/programs/<code>/reports/<key>/retire", methods=["GET", "POST"])
@needs(Role.EDITOR)
def retire_report(code: str, key: str) -> ResponseReturnValue:
    """Show what retiring the report will change; retire it with a reason."""
    program, _ = described(code)
    wrong = reports.report_in(code, key).report
    form = RetirementForm()
    look = partial(reports.preview_retirement, code, key, clock.today())
    task = Task(
        page="editing/retire_report.html",
        preview_page="editing/retire_report.html",
        preview=look,
        save=partial(_retire, form, wrong),
        saved=gettext("The report %(key)s is retired.", key=key),
        then=url_for("programs.detail", code=code),
        words={"program": program, "wrong": wrong},
        offers=lambda: {"preview": look()},
        conflict=partial(_show_gone, program, wrong),
    )
    try:
        return carry_out(form, task)
    except Conflict as problem:  # the page itself shows what would change
        return _show_gone(program, wrong, problem)


def _retire(form: RetirementForm, wrong: Report) -> None:
    summary = f"{wrong.key} retired: {form.reason.data}"
    reports.retire_report(wrong, signature(form, summary))


def _show_gone(
    program: Program, wrong: Report, problem: Conflict
) -> ResponseReturnValue:
    page = render_template(
        "editing/conflict_report.html",
        program=program,
        wrong=wrong,
        now=reports.successor_of(wrong),
        rows=(),
        kept=(),
        message=sentence(problem),
    )
    return page, 409
