"""A small invented record, and people who may or may not change it."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.factories import (
    PROGRAM,
    SOURCE,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
)
from tests.web.sending import filled
from tracker.domain.accounts import Role
from tracker.domain.changes import Add, Origin
from tracker.services import door, users
from tracker.services.door import Author
from tracker.storage import queries

TODAY = date(2023, 6, 1)
PASSWORD = "four plain test words"
FACTS = (
    a_source(SOURCE, dated="2022-05-01"),
    a_source("law-source", grade="A", dated="2022-06-01", publisher="Test Gazette"),
    a_plan(),
    a_sector(),
    a_sector("other-sector", "Other sector", 20),
    a_program(),
    a_program("TEST2021-02"),
    a_report(program=PROGRAM, dated="2022-05-01", stage="in_progress"),
)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """The day on which these tests happen."""
    monkeypatch.setattr("tracker.web.clock.today", lambda: TODAY)


@pytest.fixture
def record(app):
    """The record of these tests: two programs, one of them in progress."""
    with app.app_context():
        author = Author("Test maker", Origin.COMMAND)
        door.enter([Add(fact) for fact in FACTS], author, "Test record", TODAY)
    return app


def signed_in(app, name: str, role: Role) -> FlaskClient:
    """A browser in which somebody of this *role* has signed in."""
    with app.app_context():
        users.add(name, PASSWORD, role)
    client = app.test_client()
    words = filled(client.get("/sign-in"), name=name, password=PASSWORD)
    assert client.post("/sign-in", data=words).status_code == 303
    return client


@pytest.fixture
def editor(record, cheap_passwords):
    """The browser of somebody who may change the record."""
    return signed_in(record, "Test Editor", Role.EDITOR)


@pytest.fixture
def second_editor(record, cheap_passwords):
    """The browser of somebody else who may."""
    return signed_in(record, "Second Editor", Role.EDITOR)


@pytest.fixture
def administrator(record, cheap_passwords):
    """The browser of somebody who may do everything."""
    return signed_in(record, "Test Administrator", Role.ADMINISTRATOR)


@pytest.fixture
def reader(record, cheap_passwords):
    """The browser of somebody who may sign in, and only read."""
    return signed_in(record, "Test Reader", Role.READER)


@pytest.fixture
def revision(record):
    """Tells how many revisions there are: nothing written, nothing more."""

    def number() -> int:
        with record.app_context():
            return queries.revision_number()

    return number
