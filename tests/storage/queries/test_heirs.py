"""What stands in place of rows of history that stand no more."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from tests.factories import (
    a_claim,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
)
from tests.storage.queries.entering import enter
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.record import Kind, key_of
from tracker.storage import queries
from tracker.storage.database import db
from tracker.storage.queries import heirs

pytestmark = pytest.mark.usefixtures("bare_database")


@pytest.fixture(autouse=True)
def _history(bare_database):
    """A report corrected twice, one then retired, one just retired, a claim gone."""
    first = (a_source(), a_plan(), a_sector(), a_program(), a_claim())
    reports = [a_report(f"R000{n}", note=f"Note {n}.") for n in (1, 2, 3)]
    enter(*map(Add, (*first, *reports)))
    enter(Edit(replace(reports[0], note="Once.")))  # R0004
    enter(Edit(replace(reports[1], note="Other.")))  # R0005
    enter(Edit(a_report("R0004", note="Twice.")))  # R0006
    enter(
        Retire(Kind.REPORT, "R0005", 1),
        Retire(Kind.REPORT, "R0003", 1),
        Retire(Kind.CLAIM, "C001", 1),
    )


def test_a_correction_is_followed_to_the_one_that_stands():
    found = queries.corrections_of(Kind.REPORT, ["R0001", "R0002", "R0003", "R0004"])

    assert {key: key_of(fact) for key, fact in found.items()} == {
        "R0001": "R0006",
        "R0004": "R0006",
    }
    assert queries.correction_of(Kind.REPORT, "R0004") == found["R0004"]


@pytest.mark.parametrize("at_once", [1, 1_000])
def test_a_twin_says_the_same_under_another_key(monkeypatch, at_once):
    monkeypatch.setattr(heirs, "AT_ONCE", at_once)
    report = queries.facts_then(Kind.REPORT, ["R0006"], 5)["R0006"]
    other = replace(report, note="Another")

    found = queries.twins_of(Kind.REPORT, [other, replace(report, key="", version=7)])

    assert found == [None, report]


def test_what_was_retired_is_nobodys_twin():
    claim = queries.facts_then(Kind.CLAIM, ["C001"], 4)["C001"]

    assert queries.twins_of(Kind.CLAIM, [claim]) == [None]
    assert queries.twins_of(Kind.CLAIM, []) == []


def test_however_many_are_asked_for_the_statements_are_few():
    keys = [f"R{number:04}" for number in range(1, 900)]
    facts = [a_report(note=f"Note {number}.") for number in range(900)]
    sent = []
    event.listen(db.engine, "before_cursor_execute", lambda *more: sent.append(more))

    queries.corrections_of(Kind.REPORT, keys)
    queries.twins_of(Kind.REPORT, facts)

    assert len(sent) <= 10
