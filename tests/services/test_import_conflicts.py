"""A row that changed here and in the workbook: both values are shown, none is lost."""

import io
from dataclasses import replace

import openpyxl
import pytest

from tests.factories import a_source
from tests.services.merging import TODAY, apply, enter, exported, fill, plan, reports
from tests.workbook.books import edited, typed
from tracker.domain.changes import Add, Edit, Retire
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


def retitled(title):
    program = queries.program("TEST2021-01")
    return Edit(replace(program, title=replace(program.title, en=title)))


def test_what_was_changed_here_and_put_back_is_no_conflict():
    before = queries.program("TEST2021-01").title.en
    data = edited(exported(), typed("Programs", "E2", "Title from there"))
    enter(retitled("Title from here"))
    enter(retitled(before))

    found = plan(data)
    apply(data)

    assert found.clashes == ()
    assert [entry.key for entry in found.entries] == ["TEST2021-01"]
    assert queries.program("TEST2021-01").title.en == "Title from there"


def test_what_was_changed_here_half_back_is_a_conflict_still():
    data = edited(exported(), typed("Programs", "E2", "Title from there"))
    enter(retitled("Title from here"))
    enter(retitled("Nearly what it was"))

    (clash,) = plan(data).clashes

    assert clash.fields[0].before.startswith("Nearly what it was")


def test_a_report_that_was_corrected_and_put_back_is_no_conflict():
    data = edited(exported(), typed("Reports", "K3", "Note from there."))
    enter(Edit(replace(reports()["R0002"], note="Note from here.")))
    enter(Edit(replace(reports()["R0004"], note="Second.")))

    (entry,) = plan(data).entries
    apply(data)

    assert (entry.key, entry.fields[0].before) == ("R0005", "Second.")
    assert sorted(reports()) == ["R0001", "R0003", "R0006"]
    assert reports()["R0006"].note == "Note from there."


def test_a_report_that_was_retired_and_entered_again_is_no_conflict():
    data = edited(exported(), typed("Reports", "K3", "Note from there."))
    again = replace(reports()["R0002"], key="")
    enter(Retire(Kind.REPORT, "R0002", again.version))
    enter(Add(again))

    (entry,) = plan(data).entries

    assert (entry.key, entry.fields[0].after) == ("R0004", "Note from there.")


def test_left_out_there_and_put_back_here_leaves_the_record():
    data = edited(exported(), lambda book: book["Reports"].delete_rows(3))
    enter(Edit(replace(reports()["R0002"], note="Note from here.")))
    enter(Edit(replace(reports()["R0004"], note="Second.")))

    found = plan(data)
    apply(data)

    assert found.clashes == ()
    assert sorted(reports()) == ["R0001", "R0003"]


def test_what_a_row_of_the_workbook_names_itself_is_not_taken_for_another():
    """Rows of two exports in one workbook: the old one is decided by a person."""
    old = exported()
    enter(Edit(replace(reports()["R0002"], note="Note from here.")))
    enter(Edit(replace(reports()["R0004"], note="Second.")))

    def add_old_row(book):
        rows = openpyxl.load_workbook(io.BytesIO(old))["Reports"].iter_rows()
        row = [cell.value for cell in list(rows)[2]]
        row[10] = "Note from there."
        book["Reports"].append(row)

    (clash,) = plan(exported(), add_old_row).clashes

    assert (clash.key, clash.ours) == ("R0002", None)


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


def test_what_was_taken_back_in_is_there_when_the_workbook_comes_again():
    data = edited(exported(), typed("Reports", "K3", "Changed there."))
    enter(Retire(Kind.REPORT, "R0002", reports()["R0002"].version))
    apply(data, others=Choice.THEIRS)

    assert plan(data).changes_nothing


def test_a_double_that_stood_beside_a_retired_row_is_not_what_came_in_its_place():
    enter(Add(replace(reports()["R0002"], key="")))
    data = edited(exported(), typed("Reports", "K3", "Changed there."))
    drop = edited(data, lambda book: book["Reports"].delete_rows(5))
    enter(Retire(Kind.REPORT, "R0002", reports()["R0002"].version))

    (clash,) = plan(drop).clashes

    assert (clash.key, clash.ours) == ("R0002", None)


def put_back():
    """Change the second report and put it back, so that it stands as R0005."""
    enter(Edit(replace(reports()["R0002"], note="Note from here.")))
    enter(Edit(replace(reports()["R0004"], note="Second.")))


def add_copy(book):
    """Copy the second report to the end of its sheet, as a new row without a key."""
    page = book["Reports"]
    cells = [cell.value for cell in page[3]]
    page.append([*cells[:12], None, None, None])


def test_a_copy_of_a_row_that_was_put_back_is_one_row_more():
    data = edited(exported(), add_copy, typed("Reports", "K3", "Note from there."))
    put_back()

    apply(data)

    assert sorted(r.note for r in reports().values()) == [
        *("First.", "Note from there.", "Second.", "Third."),
    ]
    assert plan(data).changes_nothing


def test_a_row_typed_anew_without_its_key_stays_though_it_was_put_back():
    anew = edited(exported(), add_copy, lambda book: book["Reports"].delete_rows(3))
    put_back()

    assert plan(anew).changes_nothing


def test_what_a_conflict_may_take_out_too_does_not_keep_what_it_refers_to():
    enter(Add(a_source("new-source")))
    enter(Edit(replace(queries.record().events[0], sources=("new-source",))))
    book = openpyxl.load_workbook(io.BytesIO(exported()))
    place = next(c.row for c in book["Sources"]["A"] if c.value == "new-source")
    data = edited(
        exported(),
        lambda book: book["Sources"].delete_rows(place),
        lambda book: book["Events"].delete_rows(2),
    )
    enter(Edit(replace(queries.record().events[0], title="Changed here")))

    found = plan(data)
    apply(data, others=Choice.THEIRS)

    assert (found.problems, [clash.key for clash in found.clashes]) == ((), ["E001"])
    assert queries.record().events == ()
