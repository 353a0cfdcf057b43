"""The sources, and the page of one with everything that rests on it."""

from itertools import groupby

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.vocabulary import SourceGrade, SourceType
from tracker.services import sources
from tracker.services.sources import Citation
from tracker.web.address import word
from tracker.web.filters import label
from tracker.web.paging import asked_page

bp = Blueprint("sources", __name__, url_prefix="/sources")

PAGE_LENGTH = 100


@bp.get("")
def index() -> ResponseReturnValue:
    """List the sources that the address asks for, newest first, a page at a time."""
    text, grade, type_ = word("text"), word("grade"), word("type")
    found = sources.source_list(text, grade, type_)
    return render_template(
        "sources/index.html",
        revision=found.revision,
        page=asked_page(found.rows, PAGE_LENGTH),
        total_count=found.total_count,
        text=text,
        grade=grade,
        type=type_,
        grades=list(SourceGrade),
        grade_choices=tuple((g.value, f"{g.value}: {label(g)}") for g in SourceGrade),
        type_choices=tuple((t.value, label(t)) for t in SourceType),
    )


@bp.get("/<key>")
def detail(key: str) -> ResponseReturnValue:
    """Show one source and the facts that cite it."""
    found = sources.source_detail(key)
    return render_template(
        "sources/detail.html",
        revision=found.revision,
        source=found.source,
        citations=by_kind(found.citations),
        count=len(found.citations),
    )


def by_kind(citations: tuple[Citation, ...]) -> list[tuple[str, list[Citation]]]:
    """The citations under the name of their kind, in the order of the kinds."""
    return [
        (label(kind), list(items))
        for kind, items in groupby(in_order(citations), key=lambda c: c.kind)
    ]


def in_order(citations: tuple[Citation, ...]) -> list[Citation]:
    """The citations in the order of their kinds, then by program."""
    return sorted(citations, key=lambda c: (c.kind.rank, c.program, c.key))
