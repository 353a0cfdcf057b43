"""The same address with .json or .csv: a page as data, with equal rows and numbers."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from flask import Blueprint, Flask, Response, current_app, make_response, request
from flask.typing import ResponseReturnValue

from tracker.web.address import asked, to
from tracker.web.csv_tables import csv_answer
from tracker.web.frame import has_page
from tracker.web.translate import gettext

bp = Blueprint("twins", __name__)

# Pages with rows: what answers for each in the API, and what it calls the rows.
TABLES = {
    "programs": ("api.programs", "programs"),
    "claims": ("api.claims", "claims"),
    "events": ("api.events", "events"),
    "sources": ("api.sources", "sources"),
    "changes": ("api.changes", "changes"),
    "bottlenecks": ("api.bottlenecks", "programs"),
    "deadlines": ("api.deadlines", "milestones"),
    "forecast": ("api.forecast", "open"),
    "lineage": ("api.lineage", "passages"),
    "change": ("api.change_between", "moves"),
}
LISTS = f"any({', '.join(TABLES)})"


def init_app(app: Flask) -> None:
    """Let the templates say how a page can be had as data."""
    app.jinja_env.globals.update(twins=twins)


@bp.get(f"/<{LISTS}:name>.json")
def list_as_json(name: str) -> ResponseReturnValue:
    """Give a list as the API has it."""
    return _from_api(TABLES[name][0])


@bp.get("/programs/<code>.json")
def program_as_json(code: str) -> ResponseReturnValue:
    """Give a program as the API has it."""
    return _from_api("api.program", code=code)


@bp.get("/claims/<key>.json")
def claim_as_json(key: str) -> ResponseReturnValue:
    """Give a claim with its verdict as the API has it."""
    return _from_api("api.claim", key=key)


@bp.get("/claims/check.json")
def claim_check_as_json() -> ResponseReturnValue:
    """Give the check of a claim just heard as the API has it."""
    return _from_api("api.claim_check")


@bp.get("/changes/<int:number>.json")
def change_as_json(number: int) -> ResponseReturnValue:
    """Give a revision as the API has it."""
    return _from_api("api.change", number=number)


@bp.get(f"/<{LISTS}:name>.csv")
def list_as_csv(name: str) -> ResponseReturnValue:
    """Give a list as a table: the rows of the page, a column a field."""
    # The API's own values, not its JSON: there a program has its fields in order.
    endpoint, rows_name = TABLES[name]
    found = cast("dict[str, Any]", current_app.view_functions[endpoint]())
    heads, rows = as_table(found[rows_name])
    return csv_answer(f"{_file_name(name, found['revision'])}.csv", heads, rows)


def _from_api(endpoint: str, **words: object) -> Response:
    view = current_app.view_functions[endpoint]
    return make_response(view(**words))


def _file_name(name: str, revision: int) -> str:
    """What the file is of: subject, view and revision."""
    found = asked()
    parts = [name, found.plan, found.view.as_of.isoformat()]
    if found.view.known_on:
        parts.append(f"known-{found.view.known_on.isoformat()}")
    parts += [found.view.reading.code, f"r{revision}"]
    return "-".join(part for part in parts if part)


def as_table(values: list[dict[str, Any]]) -> tuple[list[str], list[list[str]]]:
    """The columns that occur in *values*, and a row of text for each of them."""
    flat = [dict(_flattened(value)) for value in values]
    heads = list(dict.fromkeys(name for row in flat for name in row))
    return heads, [[row.get(name, "") for name in heads] for row in flat]


def _flattened(value: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """The cells of a row; rows within a row have no place in a table."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield from _flattened(part, f"{before}{name}_")
        elif not (isinstance(part, list) and part and isinstance(part[0], dict)):
            yield f"{before}{name}", _text(part)


def _text(part: object) -> str:
    if isinstance(part, list):
        return "; ".join(map(str, part))
    return "" if part is None else str(part)


def _query() -> str:
    return request.query_string.decode("ascii", "replace")


def twins() -> list[tuple[str, str]]:
    """How this page can be had as data: addresses that keep the view, and words."""
    name, query = request.path.strip("/"), _query()
    forms = ("json", "csv") if name in TABLES else ("json",)
    found = [
        (f"{request.script_root}/{name}.{form}{query and f'?{query}'}", form.upper())
        for form in forms
    ]
    if has_page("exports.index"):
        found.append((to("exports.index"), gettext("Excel")))
    return found
