"""The same address with .json or .csv: a page as data, with equal rows and numbers."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from flask import Blueprint, Flask, Response, current_app, make_response, request
from flask.typing import ResponseReturnValue

from tracker.web.address import asked, to
from tracker.web.frame import has_page
from tracker.web.translate import gettext

bp = Blueprint("twins", __name__)

LISTS = "any(programs, claims, events, sources, changes)"
# What spreadsheets would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def init_app(app: Flask) -> None:
    """Let the templates say how a page can be had as data."""
    app.jinja_env.globals.update(twins=twins)


@bp.get(f"/<{LISTS}:name>.json")
def list_as_json(name: str) -> ResponseReturnValue:
    """Give a list as the API has it."""
    return _from_api(f"api.{name}")


@bp.get("/programs/<code>.json")
def program_as_json(code: str) -> ResponseReturnValue:
    """Give a program as the API has it."""
    return _from_api("api.program", code=code)


@bp.get("/changes/<int:number>.json")
def change_as_json(number: int) -> ResponseReturnValue:
    """Give a revision as the API has it."""
    return _from_api("api.change", number=number)


@bp.get(f"/<{LISTS}:name>.csv")
def list_as_csv(name: str) -> ResponseReturnValue:
    """Give a list as a table: the rows of the page, a column a field."""
    found: dict[str, Any] = current_app.view_functions[f"api.{name}"]()  # type: ignore[assignment]
    answer = Response(as_csv(found[name]), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = (
        f'attachment; filename="{_file_name(name, found["revision"])}.csv"'
    )
    return answer


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


def as_csv(rows: list[dict[str, Any]]) -> str:
    """*rows* as a table; a text that looks like a formula gets an apostrophe."""
    flat = [dict(_flattened(row)) for row in rows]
    heads = list(dict.fromkeys(name for row in flat for name in row))
    file = StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(heads)
    table.writerows([row.get(name, "") for name in heads] for row in flat)
    return file.getvalue()


def _flattened(row: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{before}{name}_")
        else:
            yield f"{before}{name}", _cell(value)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(str(each) for each in value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value


def _query() -> str:
    return request.query_string.decode("ascii", "replace")


def twins() -> list[tuple[str, str]]:
    """How this page can be had as data: addresses that keep the view, and words."""
    name, query = request.path.strip("/"), _query()
    forms = ("json",) if "/" in name else ("json", "csv")
    found = [
        (f"{request.script_root}/{name}.{form}{query and f'?{query}'}", form.upper())
        for form in forms
    ]
    if has_page("exports.index"):
        found.append((to("exports.index"), gettext("Excel")))
    return found
