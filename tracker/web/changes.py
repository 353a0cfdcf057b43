"""The revisions of the record, and one of them in full."""

from collections import Counter

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.changes import Action, Revision
from tracker.domain.record import Kind
from tracker.services import history
from tracker.web.address import whole_number
from tracker.web.paging import asked_page

bp = Blueprint("changes", __name__, url_prefix="/changes")

PAGE_LENGTH = 100


@bp.get("")
def index() -> ResponseReturnValue:
    """List the revisions, newest first, a page at a time."""
    page = history.revisions(whole_number("before"))
    return render_template("changes/index.html", revision=page.revision, page=page)


@bp.get("/<int:number>")
def detail(number: int) -> ResponseReturnValue:
    """Show one revision: every fact it added, changed or retired, field by field."""
    found = history.revision(number)
    return render_template(
        "changes/detail.html",
        found=found,
        page=asked_page(found.changes, PAGE_LENGTH),
        kinds=counted_by_kind(found),
    )


def counted_by_kind(revision: Revision) -> list[tuple[Kind, Action, int]]:
    """How many facts of each kind a revision added, changed or retired."""
    counted = Counter((change.kind, change.action) for change in revision.changes)
    return [(*pair, counted[pair]) for pair in sorted(counted, key=_order)]


def _order(pair: tuple[Kind, Action]) -> tuple[int, int]:
    return pair[0].rank, pair[1].rank
