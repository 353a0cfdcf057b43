"""Columns that a colleague deleted from a workbook, and what that says."""

from dataclasses import replace

import pytest

from tests.factories import day
from tests.services.merging import apply, enter, exported, fill, plan, reports
from tests.workbook.books import edited, typed
from tracker.domain.changes import Edit, Retire
from tracker.domain.record import Kind
from tracker.services.merge_steps import Choice
from tracker.services.record_part import Part


@pytest.fixture(autouse=True)
def _record(database):
    fill()


def without(*names):
    """What takes columns out of the sheet of reports."""

    def delete(book):
        page = book["Reports"]
        for name in names:
            headers = [cell.value for cell in page[1]]
            page.delete_cols(headers.index(name) + 1)

    return delete


def test_columns_of_the_record_deleted_by_a_colleague_cost_no_conflicts_of_their_own():
    assert plan(exported(), without("Mark", "Version")).changes_nothing


@pytest.mark.parametrize("part", [Part(), Part(plan="TEST2021")], ids=["whole", "part"])
def test_a_deleted_column_says_nothing_and_an_empty_cell_does(part):
    known = replace(reports()["R0001"], known_on=day("2022-08-01"), reverses=True)
    enter(Edit(known))
    data = exported(part)
    delete = without("Known on", "Reverses")

    assert plan(data, delete).changes_nothing
    noted = plan(data, delete, typed("Reports", "I4", "Told otherwise."))
    assert [change.field for change in noted.entries[0].fields] == ["note"]
    emptied = plan(data, typed("Reports", "C4", None))
    assert [change.field for change in emptied.entries[0].fields] == ["known_on"]


@pytest.mark.parametrize("part", [Part(), Part(plan="TEST2021")], ids=["whole", "part"])
def test_a_deleted_column_says_nothing_of_what_was_retired_either(part):
    enter(Edit(replace(reports()["R0001"], known_on=day("2022-08-01"))))
    delete, change = without("Known on"), typed("Reports", "J4", "Told otherwise.")
    untouched, changed = (edited(exported(part), delete, *e) for e in ((), (change,)))
    enter(Retire(Kind.REPORT, "R0004", reports()["R0004"].version))

    assert plan(untouched).changes_nothing
    apply(changed, others=Choice.THEIRS)
    assert reports()["R0005"].known_on == day("2022-08-01")
    assert reports()["R0005"].note == "Told otherwise."
    assert plan(changed).changes_nothing
