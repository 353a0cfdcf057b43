"""A workbook goes round an office and comes back, and nothing is lost on the way."""

from dataclasses import replace

import pytest

from tests.factories import a_program, a_report, a_source
from tests.services.merging import (
    COLLEAGUE,
    EDITOR,
    TODAY,
    apply,
    enter,
    exported,
    fill,
    plan,
    reports,
)
from tests.workbook.books import edited, typed
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.record import Kind
from tracker.services import imports
from tracker.services.imports import Confirmed, Decision, PlanMoved, WorkbookRefused
from tracker.services.record_part import Part
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    fill()


def the_other_source():
    return queries.facts_by_key(Kind.SOURCE, ["other-source"])["other-source"].fact


def test_an_untouched_export_changes_nothing():
    found = plan(exported())

    assert found.changes_nothing
    assert found.counts["unchanged"] == 15


@pytest.mark.parametrize(
    "part",
    [
        Part(plan="TEST2021"),
        Part(sector="test-sector"),
        Part(plan="TEST2021", sector="test-sector"),
    ],
    ids=["plan", "sector", "both"],
)
def test_an_untouched_part_changes_nothing(part):
    enter(Add(a_program("TEST2021-03", sources=("other-source",))))

    assert plan(exported(part)).changes_nothing


def test_a_part_never_retires_what_it_does_not_hold():
    enter(Add(a_program("TEST2021-03", sources=("other-source",))))
    data = exported(Part(plan="TEST2021"))

    found = plan(data, lambda book: book["Reports"].delete_rows(2))

    assert found.is_part
    assert found.changes_nothing


def test_changed_cells_are_shown_before_and_after():
    found = plan(
        exported(),
        typed("Reports", "D2", "partly_done"),
        typed("Programs", "E2", "Test program, renamed"),
    )

    assert [
        (e.place, e.key, e.fields[0].before, e.fields[0].after) for e in found.entries
    ] == [
        (
            "Programs!2",
            "TEST2021-01",
            "Test program |  | ",
            "Test program, renamed |  | ",
        ),
        ("Reports!2", "R0001", "in_progress", "partly_done"),
    ]


def test_a_changed_report_retires_the_old_one_and_adds_the_right_one():
    revision = apply(edited(exported(), typed("Reports", "D2", "partly_done")))

    assert revision.change_count == 1
    assert "R0001" not in reports()
    assert reports()["R0004"].stage == "partly_done"
    assert reports()["R0004"].corrects == "R0001"


def test_a_row_left_out_of_the_whole_record_is_retired():
    apply(edited(exported(), lambda book: book["Reports"].delete_rows(3)))

    assert sorted(reports()) == ["R0001", "R0003"]


def new_row(book):
    page = book["Reports"]
    page.append(["TEST2021-02", "2024-02", None, "agreed"])
    page["J5"], page["L5"] = "official_claim", "test-source"


def test_a_new_row_needs_no_key_and_enters_once():
    data = edited(exported(), new_row)

    apply(data)

    assert reports()["R0004"].dated.text == "2024-02"
    assert plan(data).changes_nothing


def test_a_new_row_may_cite_a_new_source():
    def cite(book):
        new_row(book)
        book["Reports"]["L5"] = "new-source"
        row = ["new-source", "https://example.org/new", "Test", "New", None, "en"]
        book["Sources"].append([*row, "official", "B"])

    apply(edited(exported(), cite))

    assert reports()["R0004"].sources == ("new-source",)


def test_the_same_thing_sent_twice_makes_one_revision():
    data = edited(exported(), new_row)
    found = imports.plan_import(data, TODAY)
    confirmed = Confirmed(fingerprint=found.fingerprint)

    first = imports.apply_import(data, COLLEAGUE, "Once", TODAY, confirmed)
    second = imports.apply_import(data, COLLEAGUE, "Twice", TODAY, confirmed)

    assert first.number == second.number == queries.revision_number()


def test_what_changed_only_here_is_left_alone():
    data = exported()
    enter(Edit(replace(reports()["R0002"], note="Changed here.")))
    enter(Edit(replace(queries.program("TEST2021-01"), summary="Changed here.")))

    found = plan(data)

    assert found.changes_nothing
    assert found.newer_count == 2


def test_what_was_added_here_is_not_missed_there():
    data = exported()
    enter(Add(a_report("", dated="2022-07-01", note="Added here.")))

    assert plan(data).changes_nothing


def test_changes_of_both_sides_on_different_rows_go_together():
    data = edited(exported(), typed("Reports", "K2", "Changed there."))
    enter(Edit(replace(reports()["R0002"], note="Changed here.")))

    apply(data)

    assert {r.note for r in reports().values()} == {
        "Changed there.",
        "Changed here.",
        "Third.",
    }


def test_a_plan_that_was_overtaken_is_refused_with_a_fresh_one():
    data = edited(exported(), new_row)
    old = imports.plan_import(data, TODAY)
    enter(Add(a_source("late-source")))

    with pytest.raises(PlanMoved) as refused:
        imports.apply_import(
            data, COLLEAGUE, "", TODAY, Confirmed(fingerprint=old.fingerprint)
        )

    assert refused.value.plan.revision == old.revision + 1
    assert len(reports()) == 3


def test_problems_of_cells_and_of_rules_are_listed_together_and_nothing_enters():
    data = edited(
        exported(),
        typed("Reports", "D2", "done"),
        typed("Reports", "L3", "no-such-source"),
    )

    found = imports.plan_import(data, TODAY)

    assert [p.place for p in found.problems] == ["Reports!D2", "Reports!L3"]
    with pytest.raises(WorkbookRefused, match="2 problems"):
        apply(data)
    assert queries.revision_number() == 1


def test_leaving_out_what_others_refer_to_is_a_problem_at_those():
    found = plan(exported(), lambda book: book["Programs"].delete_rows(3))

    assert {p.place for p in found.problems} == {
        "Lineage!B2",
        "Dependencies!A2",
    }


def test_leaving_out_what_was_cited_since_is_a_problem():
    data = edited(exported(), lambda book: book["Sources"].delete_rows(2))
    enter(Add(a_report("", dated="2022-08-01", sources=("other-source",))))

    sentences = [str(p.error) for p in imports.plan_import(data, TODAY).problems]

    assert len(sentences) == 1
    assert "was left out" in sentences[0]


def test_citing_what_was_retired_meanwhile_is_a_problem_at_its_cell():
    data = edited(exported(), typed("Reports", "L2", "other-source"))
    other = the_other_source()
    enter(Retire(Kind.SOURCE, other.id, other.version))

    (problem,) = imports.plan_import(data, TODAY).problems

    assert (problem.place, "no source" in str(problem.error)) == ("Reports!L2", True)


def test_rows_that_nobody_touched_may_name_what_was_retired_meanwhile():
    data = edited(exported(), typed("Reports", "K2", "Changed there."))
    act = queries.record().acts[0]
    other = the_other_source()
    enter(Edit(replace(act, sources=(other.id,))))
    old = edited(exported(), typed("Reports", "K2", "Changed there."))
    enter(Edit(replace(queries.record().acts[0], sources=act.sources)))
    enter(Retire(Kind.SOURCE, other.id, other.version))

    for book in (data, old):
        found = imports.plan_import(book, TODAY)
        assert (found.problems, len(found.entries)) == ((), 1)


def test_leaving_out_what_an_untouched_row_has_come_to_cite_is_a_problem():
    data = edited(exported(), lambda book: book["Sources"].delete_rows(2))
    act = queries.record().acts[0]
    enter(Edit(replace(act, sources=("other-source",))))

    (problem,) = imports.plan_import(data, TODAY).problems

    assert "other-source was left out, but A001 refers" in str(problem.error)


def test_the_same_entered_in_the_moment_before_is_that_revision():
    data = edited(exported(), typed("Reports", "K2", "Changed there."))
    found = imports.plan_import(data, TODAY)
    confirmed = Confirmed(fingerprint=found.fingerprint)
    made = imports.apply_import(data, COLLEAGUE, "First", TODAY, confirmed)
    decision = Decision(
        author=EDITOR, summary="Second", today=TODAY, confirmed=confirmed
    )

    again = imports.enter(imports.plan_import(data, TODAY), decision)

    assert (again.number, again.who) == (made.number, COLLEAGUE.name)


def test_a_workbook_of_a_later_revision_than_ours_retires_nothing():
    found = plan(
        exported(),
        typed("Read me", "B3", "99"),
        lambda book: book["Reports"].delete_rows(2),
    )

    assert found.changes_nothing
