"""Reporting a status: the form that the record lives by."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.domain.report import Report
from tracker.services import reports
from tracker.services.descriptions import described
from tracker.services.entries import Entry
from tracker.services.reports import ReportPreview
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.offers import references
from tracker.web.editing.wording import rows_of
from tracker.web.forms.report import REPORT_FIELDS, ReportForm


@bp.route("/programs/<code>/report", methods=["GET", "POST"])
@needs(Role.EDITOR)
def report_status(code: str) -> ResponseReturnValue:
    """Show the form of a report; preview it, then add it to the history."""
    program, _ = described(code)
    form = ReportForm()
    task = Task(
        page="editing/report_status.html",
        preview_page="editing/preview_report.html",
        preview=partial(preview_of, form, code),
        save=partial(_add, form, code),
        saved=gettext("The report on %(code)s is in the record.", code=code),
        then=url_for("programs.detail", code=code),
        words={"program": program},
        offers=references,
    )
    return carry_out(form, task)


def _add(form: ReportForm, code: str) -> None:
    entry = entry_of(form, code)
    check_step_back(form, entry)
    summary = f"{code}: {form.stage.data.value}, {form.dated.data}"
    reports.add_report(entry, signature(form, summary))


def entry_of(form: ReportForm, code: str, wrong: Report | None = None) -> Entry:
    """What the form enters about a program, in place of the *wrong* report if any."""
    return Entry(form.to_report(code, wrong), form.to_new_sources())


def preview_of(
    form: ReportForm, code: str, wrong: Report | None = None
) -> tuple[ReportPreview, list[tuple[str, str]]]:
    """What the form will change, and what was typed, in words."""
    entry = entry_of(form, code, wrong)
    preview = reports.preview_report(entry, clock.today())
    check_step_back(form, entry)
    return preview, rows_of(form, entry.fact, (*REPORT_FIELDS, "sources"))


def check_step_back(form: ReportForm, entry: Entry) -> None:
    """Raise the question of a step back, unless the editor has answered it."""
    if not form.is_step_back_answered:
        reports.check_step_back(entry)
