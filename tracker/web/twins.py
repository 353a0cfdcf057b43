"""The same address with .json, .csv or .xlsx: a page as data, with equal numbers."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    make_response,
    request,
)
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tracker.domain.words import N_
from tracker.services.plain_values import Values
from tracker.services.table_files import table_workbook
from tracker.web import keeping
from tracker.web.address import VIEW_WORDS, asked
from tracker.web.csv_tables import csv_answer
from tracker.web.downloads import EXCEL, give_name
from tracker.web.language import page_language
from tracker.web.sizes import size as in_words
from tracker.web.translate import gettext
from tracker.web.twin_list import TWINS, Twin
from tracker.web.twin_tables import book_of, plain_table

bp = Blueprint("twins", __name__)

# The forms by the ending of their address, and what a link calls them.
FORMS = {"json": N_("JSON"), "csv": N_("CSV"), "xlsx": N_("Excel")}
PICTURE = "charts.chart"  # says itself in what a chart comes
OVERVIEW = "/overview"  # the overview itself has no name in its address
PAGING = "page"  # its files hold every row, whichever page of them was looked at
LONGEST_FILTER = 80
ARGUMENT = re.compile("<[^>]*>")


def init_app(app: Flask) -> None:
    """Let the templates say how a page can be had as data."""
    app.jinja_env.globals.update(twins=twins)


def answer_as(twin: Twin, form: str, **words: object) -> ResponseReturnValue:
    """Give the page of *twin* as data, from the values that the API gives."""
    keeping.is_file_of(page_of(request.path))
    found = cast("Values", twin.values(**words))
    name = f"{file_stem(twin, found['revision'])}.{form}"
    if form == "json":
        return give_name(make_response(found), name, is_saved=False)
    if form == "csv":
        return csv_answer(name, *plain_table(twin, found))
    made = table_workbook(book_of(twin, found, address_of_page()))
    return give_name(Response(made, content_type=EXCEL), name)


def _answering(twin: Twin, form: str) -> Callable[..., ResponseReturnValue]:
    return lambda **words: answer_as(twin, form, **words)


for _twin in TWINS.values():
    for _form in FORMS:
        bp.add_url_rule(
            f"{_twin.path}.{_form}",
            f"{_twin.page.replace('.', '_')}_as_{_form}",
            _answering(_twin, _form),
        )


def page_of(path: str) -> str:
    """The path of the page that a file is of."""
    stem = path.rpartition(".")[0]
    return "/" if stem == OVERVIEW else stem


def address_of_page() -> str:
    """The whole address of the page that this request asks for as data."""
    query = request.query_string.decode("ascii", "replace")
    root = request.url_root.rstrip("/")
    return f"{root}{page_of(request.path)}{query and f'?{query}'}"


def file_stem(twin: Twin, revision: int) -> str:
    """What the file is of: subject, view and revision."""
    subject = request.path.rpartition(".")[0].strip("/").replace("/", "-")
    parts = [subject, *_view_of(twin), _filters()[:LONGEST_FILTER], f"r{revision}"]
    return "-".join(part for part in parts if part)


def _view_of(twin: Twin) -> list[str]:
    """What of the view in the address the file depends on."""
    if twin.is_timeless:
        return []
    found = asked()
    known_on = found.view.known_on
    return [
        found.plan if twin.is_of_plan else "",
        found.view.as_of.isoformat(),
        f"known-{known_on.isoformat()}" if known_on else "",
        found.view.reading.code,
    ]


def _filters() -> str:
    words = request.args.items()
    chosen = [
        f"{name}-{text}" for name, text in words if name not in (*VIEW_WORDS, PAGING)
    ]
    return "-".join(chosen)


def twins() -> list[tuple[str, str]]:
    """How this page can be had as data: addresses that keep the view, and words.

    The words name the size of what was made before in this view of this revision.
    """
    path, query = request.path, request.query_string
    name = OVERVIEW if path == "/" else path
    before, after = f"{request.script_root}{name}.", ""
    if query:
        after = f"?{query.decode('ascii', 'replace')}"
    sizes = keeping.kept_sizes([f"{name}.{form}" for form in FORMS], query)
    return [
        (f"{before}{form}{after}", f"{words}, {in_words(size)}" if size else words)
        for (form, words), size in zip(_forms(page_language()), sizes, strict=True)
    ]


@lru_cache
def _forms(_language: str) -> list[tuple[str, str]]:
    """The forms in words, kept by language."""
    return [(form, gettext(words)) for form, words in FORMS.items()]


def forms_instead() -> str:
    """Where an address ends in a form that its page has not: those that it has.

    Empty where the address is not that of a page with a form behind it.
    """
    form = request.path.rpartition(".")[2]
    if form in FORMS or request.endpoint == PICTURE:
        return ""
    if _endpoint_at(page_of(request.path)) not in TWINS:
        return ""
    return gettext(
        "This page comes as %(formats)s, not as “%(form)s”.",
        formats=", ".join(FORMS),
        form=form[:40],
    )


def names_instead() -> str:
    """Where an address asks for a page as data that there is not: those that there are.

    Empty where the address asks for no data.
    """
    if request.path.rpartition(".")[2] not in FORMS:
        return ""
    return gettext(
        "There is no such page. As %(formats)s come: %(names)s.",
        formats=", ".join(FORMS),
        names=", ".join(sorted(ARGUMENT.sub("…", t.path[1:]) for t in TWINS.values())),
    )


def _endpoint_at(path: str) -> str:
    adapter = current_app.create_url_adapter(request)
    try:
        return str(adapter.match(path, "GET")[0]) if adapter else ""
    except (HTTPException, RequestRedirect):
        return ""
