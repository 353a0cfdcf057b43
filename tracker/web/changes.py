"""The revisions of the record, and one of them in full."""

from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.changes import Action, Change, Revision
from tracker.domain.errors import NotFound
from tracker.domain.record import Kind
from tracker.domain.words import N_
from tracker.services import history
from tracker.web.address import whole_number

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
    page = page_of(found, whole_number("page") or 1)
    return render_template("changes/detail.html", found=found, page=page)


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A page of the changes of one revision, and all of them counted by kind."""

    changes: tuple[Change, ...]
    number: int
    count: int
    kinds: list[tuple[Kind, Action, int]]


def page_of(revision: Revision, number: int) -> ChangePage:
    """The page of this *number*; raises NotFound for one that is not there."""
    count = -(-len(revision.changes) // PAGE_LENGTH) or 1
    if not 1 <= number <= count:
        raise NotFound(
            N_("There is no page %(number)s. The last one is %(count)s."),
            field="page",
            number=number,
            count=count,
        )
    start = (number - 1) * PAGE_LENGTH
    counted = Counter((change.kind, change.action) for change in revision.changes)
    return ChangePage(
        changes=revision.changes[start : start + PAGE_LENGTH],
        number=number,
        count=count,
        kinds=[(*pair, counted[pair]) for pair in sorted(counted, key=_order)],
    )


def _order(pair: tuple[Kind, Action]) -> tuple[int, int]:
    return pair[0].rank, pair[1].rank
