"""What the database fails with is said in sentences, and nothing is half written."""

import sqlite3

import pytest
from sqlalchemy import text

from tests.database import a_bare_app, url_of
from tests.factories import a_report, a_source
from tests.services.entering import enter_catalogue, enter_steps
from tracker.domain.changes import Add
from tracker.domain.errors import RuleBroken, Unavailable
from tracker.storage import failures, queries
from tracker.storage.database import db
from tracker.storage.engine import make_engine
from tracker.storage.transactions import connection, end_reading, transaction


def set_up(statement: str) -> None:
    """Change a setting of the one connection that the pool holds."""
    connection().exec_driver_sql(statement)
    end_reading()


@pytest.mark.usefixtures("bare_database")
def test_a_writer_that_waits_too_long_is_told_so_and_may_try_again(database_file):
    enter_catalogue()
    set_up("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(Unavailable, match="others are working with it"):
        enter_steps(Add(a_report("")))

    other.execute("ROLLBACK")
    other.close()
    assert enter_steps(Add(a_report(""))).number == 2


@pytest.mark.usefixtures("bare_database")
def test_a_writer_whose_commit_must_wait_too_long_writes_nothing(database_file):
    enter_catalogue()
    set_up("PRAGMA busy_timeout = 20")
    reader = sqlite3.connect(database_file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM report").fetchall()

    with pytest.raises(Unavailable, match="others are working with it"):
        enter_steps(Add(a_report("")))

    reader.close()
    assert queries.revision_number() == 1


@pytest.mark.usefixtures("bare_database")
def test_a_full_disk_is_told_and_nothing_is_half_written():
    enter_catalogue()
    pages = connection().exec_driver_sql("PRAGMA page_count").scalar()
    set_up(f"PRAGMA max_page_count = {pages}")
    many = [Add(a_source(f"test-{n}", note="x" * 2_000)) for n in range(50)]

    with pytest.raises(Unavailable, match="disk with the record is full"):
        enter_steps(*many)

    assert queries.revision_number() == 1
    set_up("PRAGMA max_page_count = 100000")
    assert enter_steps(*many).number == 2


def test_a_record_that_can_only_be_read_says_so(database_file):
    database_file.chmod(0o400)
    engine = make_engine(f"sqlite:///file:{database_file}?mode=ro&uri=true")

    with engine.connect() as reader:
        assert reader.scalar(text("SELECT count(*) FROM report")) == 0
        with pytest.raises(Unavailable, match="can be read but not written"):
            reader.execute(text("DELETE FROM report"))
    engine.dispose()


def test_a_file_that_is_no_database_says_so(tmp_path):
    file = tmp_path / "tracker.sqlite3"
    file.write_bytes(b"This is a letter and no database at all." * 100)
    engine = make_engine(url_of(file))

    with pytest.raises(Unavailable, match="damaged or no database"):
        engine.connect()


def test_a_folder_that_is_not_there_says_so(tmp_path):
    engine = make_engine(url_of(tmp_path / "missing" / "tracker.sqlite3"))

    with pytest.raises(Unavailable, match="cannot be reached"):
        engine.connect()


def test_a_database_without_tables_says_what_to_do(tmp_path):
    with a_bare_app(tmp_path / "empty.sqlite3").app_context():
        with pytest.raises(Unavailable, match="Run “flask init” first"):
            queries.revision_number()
        db.engine.dispose()


@pytest.mark.usefixtures("bare_database")
def test_what_a_constraint_stops_names_the_constraint():
    sector = text("INSERT INTO sector VALUES ('test', 'T', '', '', 1, 1, NULL, 0)")

    with (
        transaction(),
        pytest.raises(RuleBroken, match="ck_sector_version_from_one"),
    ):
        connection().execute(sector)


@pytest.mark.usefixtures("bare_database")
def test_a_reference_to_nothing_is_refused_by_the_database_too():
    sector = text("INSERT INTO sector VALUES ('test', 'T', '', '', 1, 99, NULL, 1)")

    with transaction(), pytest.raises(RuleBroken, match="FOREIGN KEY"):
        connection().execute(sector)


class FromPostgres(Exception):
    """An exception such as psycopg raises, with its SQLSTATE."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("of the driver")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "sentence"),
    [
        ("55P03", failures.BUSY),
        ("40001", failures.BUSY),
        ("53100", failures.FULL),
        ("53300", failures.UNREACHABLE),
        ("57P01", failures.UNREACHABLE),
        ("08006", failures.UNREACHABLE),
        ("25006", failures.READ_ONLY),
        ("42P01", failures.NOT_PREPARED),
        ("42703", ""),
        (None, ""),
    ],
)
def test_the_codes_of_postgresql_are_told_in_the_same_sentences(sqlstate, sentence):
    assert failures.sentence_for(FromPostgres(sqlstate)) == sentence


@pytest.mark.usefixtures("bare_database")
def test_a_fault_of_our_own_is_not_hidden_behind_a_sentence():
    with pytest.raises(Exception, match="no such column") as caught:
        connection().execute(text("SELECT nonsense FROM report"))

    assert not isinstance(caught.value, Unavailable)
