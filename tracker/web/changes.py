"""The revisions of the record, and one of them in full."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.services import history
from tracker.web.address import whole_number

bp = Blueprint("changes", __name__, url_prefix="/changes")


@bp.get("")
def index() -> ResponseReturnValue:
    """List the revisions, newest first, a page at a time."""
    page = history.revisions(whole_number("before"))
    return render_template("changes/index.html", revision=page.revision, page=page)


@bp.get("/<int:number>")
def detail(number: int) -> ResponseReturnValue:
    """Show one revision: every fact it added, changed or retired, field by field."""
    found = history.revision(number)
    return render_template("changes/detail.html", found=found)
