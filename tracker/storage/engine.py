"""The one place where database engines are made, for application and migrations."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.storage.failures import tell_failures

# An execution option: the transaction that begins next is going to write.
WRITES = "tracker_writes"

BUSY_SECONDS = 10
CACHE_KIBIBYTES = 16_384
# Any number does, as long as it is always this one: only writers of the record wait
# for one another.
WRITER_LOCK = 7_202_119

# TRUNCATE with FULL also syncs the emptied journal, so that no committed change is
# rolled back after a power cut. Not WAL: SQLite before 3.51.3 can damage the file when
# a WAL is reset, and it needs a disk that can be written even to read.
SQLITE_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
    f"PRAGMA cache_size = -{CACHE_KIBIBYTES}",
)
# How a transaction begins, by database: (one that reads, one that writes). Readers see
# one state of the record however many statements they send; writers wait in a line, so
# that none works on rows which another is about to change.
BEGINNINGS = {
    "sqlite": ("BEGIN", "BEGIN IMMEDIATE"),
    "postgresql": (
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
        f"SELECT pg_advisory_xact_lock({WRITER_LOCK})",
    ),
}


def make_engine(url: str | URL, **options: Any) -> Engine:
    """Make the engine for *url* (SQLite or PostgreSQL) with the settings we rely on.

    *options* are those of ``sqlalchemy.create_engine``. Raises BadInput for a URL that
    no database of ours can have.
    """
    address = read_address(url)
    arguments = options.setdefault("connect_args", {})
    if address.get_backend_name() == "sqlite":
        arguments.setdefault("timeout", BUSY_SECONDS)
    else:
        options.setdefault("pool_pre_ping", True)
        arguments.setdefault("connect_timeout", BUSY_SECONDS)
        arguments.setdefault(
            "options", f"-c lock_timeout={BUSY_SECONDS}s -c timezone=UTC -c jit=off"
        )
    try:
        engine = create_engine(address, **options)
    except (ArgumentError, ImportError) as problem:
        raise BadInput(
            N_(
                "The driver %(driver)s of TRACKER_DATABASE_URL cannot be loaded "
                "(%(problem)s). Install it, or name another in the URL."
            ),
            driver=address.drivername,
            problem=str(problem),
        ) from problem
    if address.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", tell_failures)
    return engine


def read_address(url: str | URL) -> URL:
    """The URL in its parts; what it says is not repeated, it may hold a password."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        address = None
    if address is None or address.get_backend_name() not in BEGINNINGS:
        raise BadInput(
            N_(
                "TRACKER_DATABASE_URL is no URL of an SQLite or PostgreSQL database. "
                "Give one such as sqlite:////srv/tracker/tracker.sqlite3."
            )
        )
    return address


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Make BEGIN ours (pysqlite would delay it) and set what SQLite forgets."""
    connection.isolation_level = None
    for setting in SQLITE_SETTINGS:
        connection.execute(setting).close()


def _begin(connection: Connection) -> None:
    reading, writing = BEGINNINGS[connection.dialect.name]
    is_writer = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql(writing if is_writer else reading)
