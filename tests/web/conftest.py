"""Readers in front of a made-up record, and of one that is still empty."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from tests.web.public_record import TODAY, enter_public_record
from tracker.storage.database import db


@pytest.fixture
def on_the_day(monkeypatch):
    """It is the day on which the record was made up."""
    monkeypatch.setattr("tracker.web.clock.today", lambda: TODAY)


@pytest.fixture
def public_app(app, on_the_day):
    """The application on the made-up record."""
    with app.app_context():
        enter_public_record()
    return app


@pytest.fixture
def reader(public_app) -> FlaskClient:
    """Somebody who reads the made-up record."""
    return public_app.test_client()


@pytest.fixture
def early_reader(app, on_the_day) -> FlaskClient:
    """Somebody who comes before anything was entered."""
    return app.test_client()


@pytest.fixture
def researcher(real_app, monkeypatch) -> FlaskClient:
    """Somebody who reads the real record, on the day it was put together."""
    monkeypatch.setattr("tracker.web.clock.today", lambda: date(2026, 11, 21))
    return real_app.test_client()


@pytest.fixture
def statements(public_app) -> Callable[[], AbstractContextManager[list[str]]]:
    """Listens to what is asked of the database inside a ``with`` block."""
    with public_app.app_context():
        engine = db.engine

    @contextmanager
    def listening() -> Iterator[list[str]]:
        asked: list[str] = []

        def note(_connection, _cursor, statement, *_rest):
            asked.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            yield asked
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return listening
