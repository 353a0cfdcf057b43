"""Adding an event: a meeting, visit, contract or weekly trend."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.services import entries
from tracker.services.choices import regions_used
from tracker.services.entries import Entry
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.offers import references
from tracker.web.editing.wording import Entered, entered
from tracker.web.forms.event import EventForm

SHOWN = (
    "dated",
    "kind",
    "title",
    "region",
    "amount",
    "currency",
    "trend",
    "programs",
)


@bp.route("/events/add", methods=["GET", "POST"])
@needs(Role.EDITOR)
def add_event() -> ResponseReturnValue:
    """Show the form of an event; preview it, then add it."""
    form = EventForm()
    task = Task(
        page="editing/add_event.html",
        preview_page="editing/preview_entry.html",
        preview=partial(_preview, form),
        save=partial(_add, form),
        saved=gettext("The event is in the record."),
        then=url_for("events.index"),
        words={"heading": gettext("Add an event")},
        offers=lambda: {**references(), "regions": regions_used()},
    )
    return carry_out(form, task)


def _entry(form: EventForm) -> Entry:
    return Entry(form.to_event(), form.to_new_sources())


def _preview(form: EventForm) -> Entered:
    return entered(form, entries.preview(_entry(form), clock.today()), SHOWN)


def _add(form: EventForm) -> None:
    summary = f"Event of {form.dated.data}: {form.title.data}"
    entries.enter(_entry(form), signature(form, summary))
