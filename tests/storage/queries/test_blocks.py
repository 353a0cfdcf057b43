"""Rows of history a block at a time: what stood, whatever is written meanwhile."""

from dataclasses import replace

import pytest

from tests.factories import a_plan, a_program, a_report, a_sector, a_source, day
from tracker.domain.changes import Add, Edit, Origin, Retire
from tracker.domain.record import Kind
from tracker.services import door
from tracker.services.door import Author
from tracker.storage import queries
from tracker.storage.queries import blocks

COUNT = 7


def enter(*steps):
    author = Author("Test Editor", Origin.FORM)
    door.enter(steps, author, "A change", day("2026-01-01"))


@pytest.fixture(autouse=True)
def _history(bare_database, monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK", 3)
    facts = [a_source(), a_plan(), a_sector(), a_program()]
    facts += [a_report("", note=f"Note {n}") for n in range(1, COUNT + 1)]
    enter(*map(Add, facts))


def reports(revision):
    found = queries.standing_blocks(Kind.REPORT, revision)
    return [report for block in found for report in block]


def test_the_blocks_hold_all_that_stands_in_the_order_of_the_keys():
    found = reports(1)

    assert found == list(queries.record().reports)
    assert queries.standing_count(Kind.REPORT, 1) == COUNT


def test_what_is_written_between_two_blocks_changes_nothing():
    before = [report.note for report in queries.record().reports]
    found = queries.standing_blocks(Kind.REPORT, 1)
    first = next(found)
    enter(
        Retire(Kind.REPORT, "R0005", 1),
        Edit(replace(queries.record().reports[5], note="Corrected.")),
        Add(a_report("", note="New.")),
    )

    rest = [report for block in found for report in block]

    assert [report.note for report in [*first, *rest]] == before
    assert queries.standing_count(Kind.REPORT, 1) == COUNT
    assert [r.note for r in reports(2)] == [
        *(f"Note {n}" for n in (1, 2, 3, 4, 7)),
        "Corrected.",
        "New.",
    ]


def test_of_an_empty_kind_there_is_no_block():
    assert list(queries.standing_blocks(Kind.CLAIM, 1)) == []
    assert queries.standing_count(Kind.CLAIM, 1) == 0
