"""Adding a source on its own."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.services import source_entry
from tracker.services.entries import Settled
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.wording import Entered, entered
from tracker.web.forms.source import SourceForm

SHOWN = ("url", "publisher", "title", "dated", "language", "type", "grade", "note")


@bp.route("/sources/add", methods=["GET", "POST"])
@needs(Role.EDITOR)
def add_source() -> ResponseReturnValue:
    """Show the form of a source; preview it, then add it."""
    form = SourceForm()
    task = Task(
        page="editing/add_source.html",
        preview_page="editing/preview_entry.html",
        preview=partial(_preview, form),
        save=partial(_add, form),
        saved=gettext("The source is in the record."),
        then=url_for("sources.index"),
        words={"heading": gettext("Add a source")},
    )
    return carry_out(form, task)


def _preview(form: SourceForm) -> Entered:
    named = source_entry.preview_source(form.to_source(), clock.today())
    return entered(form, Settled(named), SHOWN)


def _add(form: SourceForm) -> None:
    summary = f"Source: {form.publisher.data or form.url.data}"
    source_entry.add_source(form.to_source(), signature(form, summary))
