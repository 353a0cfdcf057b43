"""Rows of history a block at a time: what stood, whatever is written meanwhile."""

from dataclasses import fields, replace

import pytest

from tests.factories import a_plan, a_program, a_report, a_sector, a_source
from tests.storage.queries.entering import enter
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.record import Kind
from tracker.domain.report import Report
from tracker.storage import queries
from tracker.storage.queries import blocks

COUNT = 7


@pytest.fixture(autouse=True)
def _history(bare_database, monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK", 3)
    facts = [a_source(), a_plan(), a_sector(), a_program()]
    facts += [a_report("", note=f"Note {n}") for n in range(1, COUNT + 1)]
    enter(*map(Add, facts))


def notes(revision):
    found = queries.standing_columns(Kind.REPORT, revision)
    return [note for block in found for note in block["note"]]


def test_the_blocks_hold_all_that_stands_in_the_order_of_the_keys():
    found = list(queries.standing_columns(Kind.REPORT, 1))

    kept = queries.record().reports
    for name in {field.name for field in fields(Report)} - blocks.LEFT_OUT:
        values = [value for block in found for value in block[name]]
        assert values == [getattr(report, name) for report in kept]
    assert [len(block["key"]) for block in found] == [3, 3, 1]
    assert queries.standing_count(Kind.REPORT, 1) == len(kept) == COUNT


def test_what_is_written_between_two_blocks_changes_nothing():
    before = [report.note for report in queries.record().reports]
    found = queries.standing_columns(Kind.REPORT, 1)
    first = next(found)["note"]
    enter(
        Retire(Kind.REPORT, "R0005", 1),
        Edit(replace(queries.record().reports[5], note="Corrected.")),
        Add(a_report("", note="New.")),
    )

    rest = [note for block in found for note in block["note"]]

    assert [*first, *rest] == before
    assert queries.standing_count(Kind.REPORT, 1) == COUNT
    assert notes(2) == [
        *(f"Note {n}" for n in (1, 2, 3, 4, 7)),
        "Corrected.",
        "New.",
    ]


def test_of_an_empty_kind_there_is_no_block():
    assert list(queries.standing_columns(Kind.CLAIM, 1)) == []
    assert queries.standing_count(Kind.CLAIM, 1) == 0
