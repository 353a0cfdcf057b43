"""The events around the plans."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.vocabulary import EventKind
from tracker.services.events import event_list
from tracker.web.address import asked, word
from tracker.web.filters import label

bp = Blueprint("events", __name__, url_prefix="/events")


@bp.get("")
def index() -> ResponseReturnValue:
    """List the events up to the day of the view, newest first."""
    kind, text = word("kind"), word("text")
    found = event_list(asked().view, kind, text)
    return render_template(
        "events/index.html",
        revision=found.revision,
        found=found,
        kind=kind,
        text=text,
        kinds=tuple((each.value, label(each)) for each in EventKind),
    )
