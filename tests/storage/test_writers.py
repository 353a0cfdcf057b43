"""Several writers at once lose nothing, and one that is killed leaves nothing half."""

import multiprocessing
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.database import a_bare_app
from tests.factories import PROGRAM, a_report
from tests.services.entering import enter_catalogue, enter_steps
from tracker.domain.changes import Add, Edit
from tracker.domain.errors import Conflict
from tracker.storage import queries
from tracker.storage.database import db
from tracker.storage.transactions import end_reading

EDITS = 15
PROCESSES = multiprocessing.get_context("spawn")


def count_up(file: Path, times: int) -> None:
    """Add one to a number in the record, again and again, as an editor would."""
    with a_bare_app(file).app_context():
        done = 0
        while done < times:
            end_reading()
            program = queries.program(PROGRAM)
            count = (program.measures_total or 0) + 1
            try:
                enter_steps(Edit(replace(program, measures_total=count)))
            except Conflict:
                continue
            done += 1
        db.session.remove()
        db.engine.dispose()


def write_for_ever(file: Path) -> None:
    """Enter one report after another until somebody ends the process."""
    with a_bare_app(file).app_context():
        while True:
            enter_steps(Add(a_report("")), Add(a_report("")))


@pytest.fixture
def file(bare_database, database_file):
    enter_catalogue()
    db.session.remove()
    return database_file


def test_two_writers_lose_none_of_each_others_edits(file):
    writers = [PROCESSES.Process(target=count_up, args=(file, EDITS)) for _ in range(2)]

    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    assert [writer.exitcode for writer in writers] == [0, 0]
    assert queries.program(PROGRAM).measures_total == 2 * EDITS
    assert queries.revision_number() == 1 + 2 * EDITS


def test_a_writer_that_is_killed_leaves_whole_revisions(file):
    writer = PROCESSES.Process(target=write_for_ever, args=(file,))
    writer.start()
    until = time.monotonic() + 30
    while queries.revision_number() < 4 and time.monotonic() < until:
        end_reading()
        time.sleep(0.01)

    writer.kill()
    writer.join(30)

    end_reading()
    number = queries.revision_number()
    assert number >= 4
    assert len(queries.record().reports) == 2 * (number - 1)
    check = sqlite3.connect(file)
    assert check.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    check.close()
