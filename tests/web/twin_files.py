"""Pages as data in every form: how tests ask for them and read them back."""

import csv
import io
from datetime import datetime

from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.web.public_record import GAS
from tracker.web.twin_list import TWINS

# What stands for the parts of an address that are not fixed, by the page.
PARTS: dict[str, dict[str, object]] = {
    "programs.detail": {"code": GAS},
    "sectors.detail": {"code": "energy"},
    "sources.detail": {"key": "test-source"},
    "claims.detail": {"key": "C002"},
    "changes.detail": {"number": 1},
    "charts.detail": {"name": "stages"},
}
HEARD = "plan=TEST2021&dated=2023-04-30&low=80&unit=percent_unspecified"
QUERIES = {"claims.check": HEARD}


def address_of(page: str, form: str, view: str, parts: dict[str, object]) -> str:
    """The address of *page* as data in this *form*."""
    path = TWINS[page].path.replace("int:", "")
    for name, value in parts.items():
        path = path.replace(f"<{name}>", str(value))
    own = "" if "low=" in view else QUERIES.get(page, "")
    query = "&".join(filter(None, (view, own)))
    return f"{path}.{form}?{query}"


def public_pages(app: Flask) -> set[str]:
    """The endpoints of every public page; files have a dot in their address."""
    public = app.extensions["tracker.public"]
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint.partition(".")[0] in public
        and "GET" in (rule.methods or ())
        and "." not in str(rule)
    }


def csv_rows(client: FlaskClient, address: str) -> list[list[str]]:
    """The rows of a CSV file, its header first."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def sheets(client: FlaskClient, address: str) -> list[Worksheet]:
    """The sheets of a workbook."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(load_workbook(io.BytesIO(answer.data)))


def text_of(value: object) -> str:
    """A cell of a workbook as CSV would have it, words of vocabularies apart."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)
