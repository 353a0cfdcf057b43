"""A small invented record, and people who may or may not change it."""

import pytest
from flask.testing import FlaskClient

from tests.small_record import TODAY, enter_small_record
from tests.web.sending import filled
from tracker.domain.accounts import Role
from tracker.services import users
from tracker.storage import queries

PASSWORD = "four plain test words"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """The day on which these tests happen."""
    monkeypatch.setattr("tracker.web.clock.today", lambda: TODAY)


@pytest.fixture
def record(app):
    """The record of these tests: two programs, one of them in progress."""
    with app.app_context():
        enter_small_record()
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
