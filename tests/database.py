"""A database for every test: made once through the migrations, then copied."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, has_app_context
from flask.testing import FlaskClient, FlaskCliRunner
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import text

from tests.source_code import ROOT
from tracker import create_app
from tracker.services import imports
from tracker.storage import migrate
from tracker.storage.database import Database, db, init_app
from tracker.storage.transactions import end_reading

WORKBOOK = ROOT / "data" / "programs.xlsx"


# A PostgreSQL database to try the tests below the pages on, in place of SQLite.
OTHER_DATABASE = os.environ.get("TEST_DATABASE_URL", "")


class Client(FlaskClient):
    """A client before which a test lets go of what it has read of the record itself.

    Otherwise the test would be a reader whom the writing request has to wait for.
    """

    def open(self, *args: Any, **more: Any) -> Any:
        """Send a request."""
        if has_app_context():
            end_reading()
        return super().open(*args, **more)


class Runner(FlaskCliRunner):
    """The same for commands."""

    def invoke(self, *args: Any, **more: Any) -> Any:
        """Call a command."""
        if has_app_context():
            end_reading()
        return super().invoke(*args, **more)


class Compiled(BytecodeCache):
    """Templates as they were compiled for the first of the many applications."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it was compiled before."""
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self.codes[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def url_of(file: Path) -> str:
    """The database URL of an SQLite *file*."""
    return f"sqlite:///{file.as_posix()}"


def an_app(file: Path, **settings: object) -> Flask:
    """The application on the database in *file*, which need not exist yet."""
    app = create_app(
        {
            "TESTING": True,
            "TRACKER_DATABASE_URL": url_of(file),
            "TRACKER_INSTANCE": file.parent / "instance",
            "TRACKER_SECRET_KEY": "a key for tests only",
            **settings,
        }
    )
    app.jinja_env.bytecode_cache = COMPILED
    return app


def a_bare_app(file: Path, url: str = "") -> Flask:
    """An application that has nothing but the database in *file*, or at *url*."""
    app = Flask("bare")
    app.config["SQLALCHEMY_DATABASE_URI"] = url or url_of(file)
    init_app(app)
    return app


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database that has every table and no row."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    with a_bare_app(file).app_context():
        migrate.upgrade_database()
        db.engine.dispose()
    return file.read_bytes()


@pytest.fixture
def database_file(tmp_path: Path, empty_database: bytes) -> Path:
    """The file of an empty record of the test's own."""
    file = tmp_path / "tracker.sqlite3"
    file.write_bytes(empty_database)
    return file


@pytest.fixture
def bare_database(database_file: Path) -> Iterator[Database]:
    """The database alone, without pages and commands: for what lies below them.

    With ``TEST_DATABASE_URL`` it is the one there, emptied after each test.
    """
    with a_bare_app(database_file, OTHER_DATABASE).app_context():
        if OTHER_DATABASE:
            migrate.upgrade_database()
        yield db
        db.session.remove()
        if OTHER_DATABASE:
            empty_database_there()
        db.engine.dispose()


def empty_database_there() -> None:
    """Take everything out of a PostgreSQL database, whatever a test did to it."""
    with db.engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


@pytest.fixture
def app(database_file: Path) -> Iterator[Flask]:
    """The application on an empty record of its own."""
    app = an_app(database_file)
    app.test_client_class = Client
    app.test_cli_runner_class = Runner
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def database(app: Flask) -> Iterator[Database]:
    """The database of ``app``, open in a context of its own."""
    with app.app_context():
        yield db


@pytest.fixture(scope="session")
def real_database(
    tmp_path_factory: pytest.TempPathFactory, empty_database: bytes
) -> bytes:
    """The bytes of a database filled from the workbook that comes with the tracker."""
    file = tmp_path_factory.mktemp("real") / "tracker.sqlite3"
    file.write_bytes(empty_database)
    with a_bare_app(file).app_context():
        imports.seed(WORKBOOK, date(2026, 11, 21))
        db.session.remove()
        db.engine.dispose()
    return file.read_bytes()


@pytest.fixture
def real_app(tmp_path: Path, real_database: bytes) -> Iterator[Flask]:
    """The application on the real record, in a file of the test's own."""
    file = tmp_path / "real.sqlite3"
    file.write_bytes(real_database)
    app = an_app(file)
    app.test_client_class = Client
    app.test_cli_runner_class = Runner
    yield app
    with app.app_context():
        db.engine.dispose()
