"""What follows from a fact and its sources is kept right, and found where it is not."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from tests.factories import a_deadline, a_report, a_source
from tests.services.entering import enter_catalogue, enter_steps
from tests.storage.random_history import SOURCES, dates
from tracker.domain.changes import Add, Edit
from tracker.domain.dates import PartialDate
from tracker.domain.record import Kind
from tracker.domain.vocabulary import SourceGrade
from tracker.storage import derived, writes
from tracker.storage.models import DeadlineRow, ReportRow
from tracker.storage.transactions import connection, end_reading, transaction

KINDS = (Kind.REPORT, Kind.DEADLINE)

pytestmark = pytest.mark.usefixtures("_facts")


@pytest.fixture
def _facts(bare_database):
    """Reports and deadlines that cite every source, together and alone."""
    enter_catalogue()
    ids = [source.id for source in SOURCES]
    cited = [ids, *([each] for each in ids)]
    enter_steps(
        *map(Add, SOURCES),
        *(Add(a_report("", dated="2022", sources=tuple(c))) for c in cited),
        *(Add(a_deadline("", stated_on="2022", sources=tuple(c))) for c in cited),
    )
    end_reading()


def stale():
    return [row["stored"] for kind in KINDS for row in derived.stale_rows(kind)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.sampled_from(SOURCES),
    st.sampled_from(SourceGrade),
    st.none() | dates.map(PartialDate.parse),
    st.sampled_from(["Test Agency", "Somebody else"]),
)
def test_nothing_is_stale_after_a_source_changed(source, grade, dated, publisher):
    changed = replace(source, grade=grade, dated=dated, publisher=publisher)

    writes.update_facts(Kind.SOURCE, [changed])

    found = stale()
    end_reading()
    assert found == []


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (ReportRow, "grade", "E4"),
        (ReportRow, "place", 1),
        (ReportRow, "stage_rank", 6),
        (DeadlineRow, "day", PartialDate.parse("2021-01-01").first),
    ],
    ids=["grade", "place", "stage", "day"],
)
def test_what_was_tampered_with_is_found(row, column, value):
    with transaction():
        change = update(row).where(row.number == 2).values({column: value})
        connection().execute(change)

    assert stale() == [2]


def test_many_sources_are_read_at_once():
    many = [a_source(f"test-{n}") for n in range(derived.FEW_SOURCES + 1)]
    ids = tuple(source.id for source in many)
    enter_steps(*map(Add, many), Edit(a_report("R0001", sources=ids)))
    end_reading()

    assert stale() == []
