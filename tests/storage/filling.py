"""Puts facts into a database past the door: for tests of what lies below it."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import update

from tests.factories import SECTOR, a_plan, a_program, a_sector, a_source
from tracker.domain.changes import Origin, Revision
from tracker.domain.record import Fact, Kind, number_of
from tracker.domain.report import Report
from tracker.storage import writes
from tracker.storage.layout import LAYOUTS
from tracker.storage.transactions import connection


def fill_revisions(count: int) -> None:
    """Make that many revisions, with no change in them."""
    for number in range(1, count + 1):
        made_at = datetime(2024, 1, number, tzinfo=UTC)
        revision = Revision(
            number=number,
            made_at=made_at,
            who="Test Editor",
            origin=Origin.COMMAND,
            summary="Test",
        )
        writes.start_revision(revision, "")


def fill_programs(*codes: str, sources: Iterable[Fact] = ()) -> None:
    """Add programs with a plan, a sector and sources, all in the first revision."""
    writes.insert_facts(Kind.SOURCE, [a_source(), *sources], 1)
    writes.insert_facts(Kind.SECTOR, [a_sector(SECTOR)], 1)
    plans = sorted({code.rpartition("-")[0] for code in codes})
    writes.insert_facts(Kind.PLAN, [a_plan(code) for code in plans], 1)
    writes.insert_facts(Kind.PROGRAM, [a_program(code) for code in codes], 1)


def fill_reports(reports: Iterable[Report]) -> None:
    """Add reports as they are, with the revisions they name."""
    rows = list(reports)
    writes.insert_facts(Kind.REPORT, rows, 1)
    table = LAYOUTS[Kind.REPORT].table
    for report in rows:
        connection().execute(
            update(table)
            .where(table.c.number == number_of(Kind.REPORT, report.key))
            .values(added_in=report.added_in or 1, retired_in=report.retired_in)
        )
