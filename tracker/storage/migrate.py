"""Brings the schema of a database up to date, all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, inspect, text

from tracker.domain.errors import Unavailable
from tracker.domain.words import N_, P_
from tracker.storage.database import db
from tracker.storage.engine import WRITES

if TYPE_CHECKING:
    import click
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
# The revision of the newest migration, so that a start need not load Alembic to see
# that there is nothing to do; a test keeps it right.
HEAD = "0001"


def upgrade_database() -> None:
    """Run the migrations that the application's database lacks, all or none.

    Safe to call from several processes at once: the transaction that runs them holds
    the lock for writers from its first statement, so the others wait and find nothing
    left to do.
    """
    engine = db.engine
    _make_folder(engine)
    with engine.connect() as connection:
        found = schema_revision(connection)
    if found == HEAD:
        return
    with _schema_transaction(engine) as connection:
        _run_migrations(connection)


def schema_revision(connection: Connection) -> str | None:
    """The revision of the schema, or None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def alembic_config(connection: Connection | None = None) -> "Config":
    """The configuration that Alembic works by, on *connection* if it is given."""
    from alembic.config import Config

    config = Config(FOLDER / "alembic.ini")
    config.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def schema_commands(app: Any) -> "click.Group":
    """Flask-Migrate's group of commands, at work on our engine and folder.

    *app* is the Flask application.
    """
    from flask_migrate import Migrate
    from flask_migrate.cli import db as commands

    if "migrate" not in app.extensions:
        Migrate(app, db, directory=FOLDER.as_posix())
    group: click.Group = commands
    return group


def _run_migrations(connection: Connection) -> None:
    from alembic import command
    from alembic.util.exc import CommandError

    try:
        command.upgrade(alembic_config(connection), "head")
    except CommandError as problem:
        raise Unavailable(
            N_(
                "The database was made by another version of the tracker "
                "(%(problem)s). Update the tracker or restore a backup."
            ),
            problem=str(problem),
        ) from problem


@contextmanager
def _schema_transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that may rebuild tables: foreign keys are checked at its end.

    SQLite changes a table by copying it, which would cascade into the tables that
    refer to it; and it switches foreign keys only outside transactions.
    """
    with engine.connect().execution_options(**{WRITES: True}) as connection:
        _switch_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                yield connection
                _check_foreign_keys(connection)
        finally:
            _switch_foreign_keys(connection, "ON")


def _switch_foreign_keys(connection: Connection, state: str) -> None:
    if connection.dialect.name == "sqlite":
        # By the driver, because anything else would begin a transaction first.
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys = {state}")
        cursor.close()


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    if broken:
        raise Unavailable(
            P_(
                "A migration would break %(count)s reference. Nothing was changed.",
                "A migration would break %(count)s references. Nothing was changed.",
            ),
            count=len(broken),
        )


def _make_folder(engine: Engine) -> None:
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
