"""Correcting a report: the wrong one is retired and the right one takes its place."""

from functools import partial
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.domain.errors import Conflict
from tracker.domain.program import Program
from tracker.domain.report import Report
from tracker.services import reports
from tracker.services.descriptions import described
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.offers import references
from tracker.web.editing.report_status import check_step_back, entry_of, preview_of
from tracker.web.editing.wording import compared
from tracker.web.filters import sentence
from tracker.web.forms.kept import kept_words
from tracker.web.forms.report import REPORT_FIELDS, CorrectionForm


@bp.route("/programs/<code>/reports/<key>/correct", methods=["GET", "POST"])
@needs(Role.EDITOR)
def correct_report(code: str, key: str) -> ResponseReturnValue:
    """Show the report in its form; put the right one in its place."""
    program, _ = described(code)
    wrong = reports.report_in(code, key).report
    form = CorrectionForm(data=values_of(wrong))
    task = Task(
        page="editing/correct_report.html",
        preview_page="editing/preview_report.html",
        preview=partial(preview_of, form, code, wrong),
        save=partial(_correct, form, wrong),
        saved=gettext("The report %(key)s is corrected.", key=key),
        then=url_for("programs.detail", code=code),
        words={"program": program, "wrong": wrong},
        offers=references,
        conflict=partial(show_both, program, wrong, form),
    )
    return carry_out(form, task)


def values_of(report: Report) -> dict[str, Any]:
    """What the fields of the form hold for *report*."""
    values = {name: getattr(report, name) for name in REPORT_FIELDS}
    reverses = "yes" if report.reverses else None
    return {**values, "reverses": reverses, "sources": list(report.sources)}


def _correct(form: CorrectionForm, wrong: Report) -> None:
    entry = entry_of(form, wrong.program, wrong)
    check_step_back(form, entry)
    summary = f"{wrong.key} corrected: {form.reason.data}"
    reports.add_report(entry, signature(form, summary))


def show_both(
    program: Program, wrong: Report, form: CorrectionForm, problem: Conflict
) -> ResponseReturnValue:
    """Show what took the place of the report beside what the editor typed."""
    now = reports.successor_of(wrong)
    rows = []
    if now is not None:
        rows = compared(form, values_of(now), values_of(form.to_report(program.code)))
    page = render_template(
        "editing/conflict_report.html",
        program=program,
        wrong=wrong,
        now=now,
        rows=rows,
        kept=kept_words(),
        message=sentence(problem),
    )
    return page, 409
