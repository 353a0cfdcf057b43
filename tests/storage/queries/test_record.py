"""The whole record, now and as it stood in a past revision."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from tests.factories import PROGRAM, a_program, a_report, a_source, an_act, an_event
from tests.record.facts import facts_from_csv
from tests.services.entering import CATALOGUE, EDITOR, enter_catalogue, enter_steps
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.record import KINDS, Kind, Record, key_of, number_of
from tracker.services.door import enter
from tracker.storage import derived, queries
from tracker.storage.database import db
from tracker.storage.transactions import end_reading

pytestmark = pytest.mark.usefixtures("bare_database")


def record(revision=None):
    end_reading()
    return queries.record(revision)


def by_key(kind, facts):
    return sorted(
        facts,
        key=lambda fact: number_of(kind, key_of(fact)) or key_of(fact),
    )


@pytest.fixture
def _real_record(bare_database, today):
    facts = facts_from_csv()
    steps = [Add(fact) for kind in Kind for fact in facts.of(kind)]
    enter(steps, EDITOR, "Everything", today)
    end_reading()


@pytest.fixture
def today():
    """A day on which every fact of the real record lies in the past."""
    return max(report.dated.last for report in facts_from_csv().reports)


def test_an_empty_record_is_empty():
    assert record() == Record()
    assert record().is_empty


@pytest.mark.usefixtures("_real_record")
def test_the_real_record_comes_back_as_it_entered():
    entered, back = facts_from_csv(), queries.record()

    for kind in Kind:
        found = back.of(kind)
        if KINDS[kind].is_history:
            found = tuple(replace(fact, added_in=0) for fact in found)
        assert list(found) == by_key(kind, entered.of(kind))


@pytest.mark.usefixtures("_real_record")
def test_nothing_derived_is_stale_in_the_real_record():
    assert [derived.stale_rows(kind) for kind in derived.DERIVED_KINDS] == [[], []]


@pytest.mark.usefixtures("_real_record")
def test_the_whole_record_is_read_in_a_fixed_number_of_statements():
    sent = []
    event.listen(db.engine, "before_cursor_execute", lambda *more: sent.append(more))

    queries.record()

    # BEGIN, the newest revision, 11 kinds, 9 lists of sources and 2 of programs.
    assert len(sent) == 24


# What was entered one after another: facts come, change, go and come back.
STORY = (
    CATALOGUE,
    (Add(a_report("")), Add(an_act("", programs=(PROGRAM,))), Add(an_event(""))),
    (
        Edit(a_program(summary="Second")),
        Edit(a_report("R0001", stage="completed")),
        Edit(an_act("A001", title_en="Other title")),
    ),
    (
        Edit(a_program(summary="Third", version=2)),
        Retire(Kind.ACT, "A001", 2),
        Retire(Kind.EVENT, "E001", 1),
    ),
    (
        Add(an_act("A001", title_en="Back again", signed_on="2023")),
        Add(a_source("newer")),
        Edit(a_source(note="Edited")),
    ),
)


def without_later_marks(past):
    """A record without what a row of history tells of its later retirement."""
    reports = [replace(r, retired_in=None, version=1) for r in past.reports]
    return replace(past, reports=tuple(reports))


def test_a_past_revision_is_the_record_as_it_stood_then():
    seen = [record()]
    for steps in STORY:
        enter_steps(*steps)
        seen.append(record())

    again = [without_later_marks(record(number)) for number in range(len(seen))]

    assert again == seen


def test_a_revision_not_made_yet_is_the_newest():
    enter_catalogue()

    assert record(99) == record()
