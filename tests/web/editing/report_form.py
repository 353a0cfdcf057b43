"""The form of a report, filled in well, for the tests of its page."""

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories import PROGRAM, SOURCE
from tests.web.sending import filled
from tracker.domain.report import Report
from tracker.storage import queries

PAGE = f"/programs/{PROGRAM}/report"
GOOD = {
    "dated": "2023-04",
    "stage": "partly_done",
    "condition": "normal",
    "kind": "official_claim",
    "side": "joint",
    "percent": "80,5",
    "note": "Test note.",
    "sources__0": SOURCE,
}


def reports(app: Flask) -> list[Report]:
    """The reports on the program that stand."""
    with app.app_context():
        return [w.report for w in queries.reports_of((PROGRAM,))[PROGRAM]]


def send(client: FlaskClient, step: str = "check", **typed: str) -> TestResponse:
    """Fill the form in, save for what is *typed* instead, and press a button."""
    words = filled(client.get(PAGE), **{**GOOD, **typed}, step=step)
    return client.post(PAGE, data=words)
