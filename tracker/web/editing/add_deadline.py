"""Adding a deadline statement to a program."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.services import deadlines
from tracker.services.choices import milestones_used
from tracker.services.deadlines import DeadlinePreview
from tracker.services.descriptions import described
from tracker.services.entries import Entry
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.offers import references
from tracker.web.forms.deadline import DeadlineForm


@bp.route("/programs/<code>/deadline", methods=["GET", "POST"])
@needs(Role.EDITOR)
def add_deadline(code: str) -> ResponseReturnValue:
    """Show the form of a deadline; preview it, then add it."""
    program, _ = described(code)
    form = DeadlineForm()
    task = Task(
        page="editing/add_deadline.html",
        preview_page="editing/preview_deadline.html",
        preview=partial(_preview, form, code),
        save=partial(_add, form, code),
        saved=gettext("The deadline of %(code)s is in the record.", code=code),
        then=url_for("programs.detail", code=code),
        words={"program": program},
        offers=lambda: {**references(), "milestones": milestones_used(code)},
    )
    return carry_out(form, task)


def _entry(form: DeadlineForm, code: str) -> Entry:
    return Entry(form.to_deadline(code), form.to_new_sources())


def _preview(form: DeadlineForm, code: str) -> DeadlinePreview:
    return deadlines.preview_deadline(_entry(form, code), clock.today())


def _add(form: DeadlineForm, code: str) -> None:
    summary = f"{code}: {form.milestone.data} due {form.due.data}"
    deadlines.add_deadline(_entry(form, code), signature(form, summary))
