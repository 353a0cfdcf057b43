"""A row that changed here and in the workbook: both values are shown, none is lost."""

from dataclasses import replace

import pytest

from tests.services.merging import TODAY, apply, enter, exported, fill, plan, reports
from tests.workbook.books import edited, typed
from tracker.domain.changes import Edit, Retire
from tracker.domain.errors import RuleBroken
from tracker.domain.record import Kind
from tracker.services import imports
from tracker.services.merge_steps import Choice
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    fill()


def conflicting():
    data = edited(
        exported(),
        typed("Programs", "E2", "Title from there"),
        typed("Reports", "K3", "Note from there."),
    )
    program = queries.program("TEST2021-01")
    enter(Edit(replace(program, title=replace(program.title, en="Title from here"))))
    enter(Edit(replace(reports()["R0002"], note="Note from here.")))
    return data


def test_a_row_that_changed_on_both_sides_is_a_conflict_with_both_values():
    found = imports.plan_import(conflicting(), TODAY)

    assert [c.name for c in found.clashes] == ["program:TEST2021-01", "report:R0002"]
    assert [(c.fields[0].before, c.fields[0].after) for c in found.clashes] == [
        ("Title from here |  | ", "Title from there |  | "),
        ("Note from here.", "Note from there."),
    ]


def test_a_conflict_without_a_choice_stops_everything():
    data = conflicting()

    with pytest.raises(RuleBroken, match="TEST2021-01 changed on both sides"):
        apply(data)


def test_conflicts_are_decided_row_by_row():
    data = conflicting()

    apply(data, {"program:TEST2021-01": Choice.OURS, "report:R0002": Choice.THEIRS})

    assert queries.program("TEST2021-01").title.en == "Title from here"
    assert "Note from there." in {r.note for r in reports().values()}
    assert "Note from here." not in {r.note for r in reports().values()}


def test_conflicts_are_decided_all_at_once():
    data = conflicting()

    apply(data, others=Choice.THEIRS)

    assert queries.program("TEST2021-01").title.en == "Title from there"


def test_keeping_ours_everywhere_leaves_nothing_to_change():
    with pytest.raises(RuleBroken, match="nothing to change"):
        apply(conflicting(), others=Choice.OURS)


def test_the_same_change_on_both_sides_is_no_conflict():
    data = edited(exported(), typed("Reports", "K3", "The same."))
    enter(Edit(replace(reports()["R0002"], note="The same.")))

    assert plan(data).changes_nothing


def test_changed_there_and_retired_here_is_a_conflict():
    data = edited(exported(), typed("Reports", "K3", "Changed there."))
    enter(Retire(Kind.REPORT, "R0002", reports()["R0002"].version))

    (clash,) = imports.plan_import(data, TODAY).clashes
    apply(data, others=Choice.THEIRS)

    assert clash.ours is None
    assert reports()["R0004"].note == "Changed there."


def test_left_out_there_and_changed_here_is_a_conflict():
    data = edited(exported(), lambda book: book["Reports"].delete_rows(3))
    enter(Edit(replace(reports()["R0002"], note="Changed here.")))

    (clash,) = imports.plan_import(data, TODAY).clashes
    apply(data, others=Choice.THEIRS)

    assert clash.theirs is None
    assert sorted(reports()) == ["R0001", "R0003"]


def test_a_row_without_its_version_is_never_taken_over_blindly():
    def change(book):
        page = book["Reports"]
        page["K2"], page["N2"], page["O2"] = "Changed there.", None, None

    (clash,) = plan(exported(), change).clashes

    assert clash.key == "R0001"
