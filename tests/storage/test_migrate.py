"""Migrations: they agree with the models, and run once, whole or not at all."""

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex

from tests.database import a_bare_app
from tracker.domain.errors import Unavailable
from tracker.storage import migrate
from tracker.storage.database import Base, db


def tables_in(file: Path) -> set[str]:
    """The names of the tables in an SQLite file."""
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = {name for (name,) in rows}
    connection.close()
    return names


def upgrade(file: Path) -> None:
    """Bring the database in *file* up to date, as a starting server does."""
    with a_bare_app(file).app_context():
        migrate.upgrade_database()
        db.engine.dispose()


@pytest.mark.usefixtures("bare_database")
def test_the_migrations_make_what_the_models_say():
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection)

        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.usefixtures("bare_database")
def test_every_constraint_carries_the_name_the_models_give_it():
    with db.engine.connect() as connection:
        seen = inspect(connection)
        for table in Base.metadata.sorted_tables:
            checks = {check["name"] for check in seen.get_check_constraints(table.name)}
            keys = {key["name"] for key in seen.get_foreign_keys(table.name)}
            named = {str(c.name) for c in table.constraints}

            assert checks | keys <= named


def test_the_newest_migration_is_the_one_a_start_looks_for():
    script = ScriptDirectory.from_config(migrate.alembic_config())

    assert script.get_heads() == [migrate.HEAD]


def test_an_index_of_some_rows_is_one_on_either_database(tmp_path):
    upgrade(tmp_path / "tracker.sqlite3")

    partial = [
        index
        for table in Base.metadata.sorted_tables
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    ]

    assert partial
    for index in partial:
        on_sqlite, on_postgresql = (
            str(CreateIndex(index).compile(dialect=each.dialect()))
            for each in (sqlite, postgresql)
        )
        assert on_sqlite == on_postgresql
        assert " WHERE " in on_postgresql


def test_a_second_upgrade_finds_nothing_to_do(tmp_path):
    file = tmp_path / "tracker.sqlite3"
    upgrade(file)
    before = file.read_bytes()

    upgrade(file)

    assert file.read_bytes() == before


def test_the_folder_of_the_database_is_made(tmp_path):
    file = tmp_path / "deep" / "down" / "tracker.sqlite3"

    upgrade(file)

    assert "report" in tables_in(file)


def test_processes_that_create_a_database_at_once_all_succeed(tmp_path):
    file = tmp_path / "tracker.sqlite3"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=upgrade, args=(file,)) for _ in range(3)]

    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert "report" in tables_in(file)


def test_a_migration_that_fails_leaves_nothing(tmp_path, monkeypatch):
    def fail_after_the_migrations(connection):
        assert inspect(connection).has_table("report")
        raise Unavailable("The test stops the migration here.")

    monkeypatch.setattr(migrate, "_check_foreign_keys", fail_after_the_migrations)
    file = tmp_path / "tracker.sqlite3"

    with pytest.raises(Unavailable, match="stops the migration"):
        upgrade(file)

    assert tables_in(file) == set()


@pytest.mark.usefixtures("bare_database")
def test_a_migration_that_would_break_references_is_refused():
    with (
        pytest.raises(Unavailable, match="would break 1 reference\\."),
        migrate._schema_transaction(db.engine) as connection,
    ):
        connection.execute(
            text("INSERT INTO sector VALUES ('test', 'T', '', '', 1, 99, NULL, 1)")
        )

    with db.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sector")) == 0
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


@pytest.mark.usefixtures("bare_database")
def test_a_database_of_a_newer_tracker_is_refused():
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(Unavailable, match="another version of the tracker"):
        migrate.upgrade_database()
