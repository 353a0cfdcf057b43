"""Undoing what changed again since: asked about, unless it was put back."""

from dataclasses import replace

import pytest

from tests.factories import PROGRAM, a_program, a_report, a_sector
from tests.services.undoing import (
    apply,
    corrected,
    enter,
    fill,
    plan,
    reports,
    retitled,
    the_program,
)
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.errors import RuleBroken
from tracker.domain.program import Title
from tracker.domain.record import Kind
from tracker.services.merge_steps import Choice
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    fill()


@pytest.mark.parametrize(
    ("choice", "title"), [("ours", "Changed again"), ("theirs", "Test program")]
)
def test_the_same_field_changed_again_is_a_conflict(choice, title):
    number = enter(retitled("Changed"), corrected("Corrected."))
    enter(retitled("Changed again"))

    (clash,) = plan(number).clashes
    assert clash.name == f"program:{PROGRAM}"
    with pytest.raises(RuleBroken, match="changed on both sides"):
        apply(number)
    apply(number, others=Choice(choice))

    assert the_program().title.en == title
    assert [r.note for r in reports().values()] == ["First."]


def test_a_row_that_came_and_was_corrected_since_is_a_conflict():
    number = enter(Add(a_report("", dated="2023", note="Second.")))
    enter(Edit(replace(reports()["R0002"], note="Second, corrected.")))

    (clash,) = plan(number).clashes
    assert (clash.ours.note, clash.theirs) == ("Second, corrected.", None)
    apply(number, others=Choice.THEIRS)

    assert list(reports()) == ["R0001"]


def test_a_field_that_changed_again_and_was_put_back_is_no_conflict():
    number = enter(retitled("Changed"))
    enter(retitled("Changed again"))
    enter(retitled("Changed"))

    found = plan(number)
    apply(number)

    assert found.clashes == ()
    assert the_program().title.en == "Test program"


def test_a_correction_that_was_retired_and_entered_again_is_no_conflict():
    number = enter(corrected("Changed."))
    again = replace(reports()["R0002"], key="")
    enter(Retire(Kind.REPORT, "R0002", again.version))
    enter(Add(again))

    found = plan(number)
    apply(number)

    assert found.clashes == ()
    assert [report.note for report in reports().values()] == ["First."]


def test_a_row_that_was_changed_and_then_retired_comes_back_only_on_purpose():
    number = enter(corrected("Corrected."))
    enter(Retire(Kind.REPORT, "R0002", 1))

    (clash,) = plan(number).clashes
    assert (clash.ours, clash.theirs.note) == (None, "First.")
    apply(number, {"report:R0002": Choice.THEIRS})

    assert [r.note for r in reports().values()] == ["First."]


def test_what_a_conflict_may_take_out_too_does_not_stand_in_the_way():
    number = enter(
        Add(a_sector("new-sector", "New", 30)),
        Add(a_program("TEST2021-02", sector="new-sector")),
    )
    changed = queries.program("TEST2021-02")
    enter(Edit(replace(changed, title=Title("Changed since"))))

    found = plan(number)
    with pytest.raises(RuleBroken, match="still refers to “new-sector”"):
        apply(number, others=Choice.OURS)
    apply(number, others=Choice.THEIRS)

    assert [clash.key for clash in found.clashes] == ["TEST2021-02"]
    assert found.problems == ()
    assert "new-sector" not in {sector.code for sector in queries.sectors()}
