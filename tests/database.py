"""A database for every test: made once through the migrations, then copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tracker import create_app
from tracker.storage import migrate
from tracker.storage.database import Database, db


def url_of(file: Path) -> str:
    """The database URL of an SQLite *file*."""
    return f"sqlite:///{file.as_posix()}"


def an_app(file: Path, **settings: object) -> Flask:
    """The application on the database in *file*, which need not exist yet."""
    return create_app(
        {
            "TESTING": True,
            "TRACKER_DATABASE_URL": url_of(file),
            "TRACKER_INSTANCE": file.parent / "instance",
            "TRACKER_SECRET_KEY": "a key for tests only",
            **settings,
        }
    )


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database that has every table and no row."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    with an_app(file).app_context():
        migrate.upgrade_database()
        db.engine.dispose()
    return file.read_bytes()


@pytest.fixture
def app(tmp_path: Path, empty_database: bytes) -> Iterator[Flask]:
    """The application on an empty record of its own."""
    file = tmp_path / "tracker.sqlite3"
    file.write_bytes(empty_database)
    app = an_app(file)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def database(app: Flask) -> Iterator[Database]:
    """The database of ``app``, open in a context of its own."""
    with app.app_context():
        yield db
