"""Undoing a revision: what it changed goes back, what came later stays."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.factories import (
    a_program,
    a_report,
    a_sector,
    a_source,
)
from tests.services.undoing import (
    TODAY,
    UNDOER,
    apply,
    content,
    corrected,
    enter,
    fill,
    plan,
    reports,
    retitled,
    the_program,
)
from tracker.domain.changes import Action, Add, Edit, Origin, Retire
from tracker.domain.errors import NotFound, RuleBroken
from tracker.domain.record import Kind
from tracker.services import undo
from tracker.services.imports import Confirmed
from tracker.services.undo import UndoMoved
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    fill()


@pytest.mark.parametrize(
    "steps",
    [
        lambda: [Add(a_report("", dated="2023", note="Second."))],
        lambda: [corrected("Corrected.")],
        lambda: [Retire(Kind.REPORT, "R0001", 1)],
        lambda: [Add(a_program("TEST2021-02"))],
        lambda: [retitled("Changed", sector="other-sector")],
        lambda: [Retire(Kind.ACT, "A001", 1)],
        lambda: [
            Add(a_report("", dated="2023", note="Second.")),
            corrected("Corrected."),
            retitled("Changed"),
            Retire(Kind.ACT, "A001", 1),
        ],
    ],
    ids=["add", "correct", "retire", "add code", "edit", "retire code", "all"],
)
def test_what_a_revision_did_is_undone_by_one_new_revision(steps):
    before = content()
    number = enter(*steps())
    assert content() != before

    made = apply(number)

    assert content() == before
    assert made.number == number + 1
    assert (made.who, made.origin) == ("Test Undoer", Origin.REVERT)


def test_both_stay_in_the_history():
    number = enter(Add(a_report("", dated="2023", note="Second.")))

    made = apply(number)

    assert [c.action for c in queries.revision(number).changes] == [Action.ADDED]
    assert [c.action for c in made.changes] == [Action.RETIRED]


def test_an_undo_can_be_undone():
    number = enter(retitled("Changed"), corrected("Corrected."))
    changed = content()
    undone = apply(number)

    apply(undone.number)

    assert content() == changed


def test_undone_twice_it_is_undone_once():
    number = enter(Retire(Kind.REPORT, "R0001", 1))
    apply(number)

    again = plan(number)

    assert again.changes_nothing
    assert len(reports()) == 1
    with pytest.raises(RuleBroken, match="nothing to change"):
        apply(number)


def test_a_double_that_was_taken_out_comes_back_beside_the_other():
    (report,) = reports().values()
    enter(Add(replace(report, key="")))
    number = enter(Retire(Kind.REPORT, "R0002", 1))

    apply(number)

    assert sorted(reports()) == ["R0001", "R0003"]
    assert plan(number).changes_nothing


def test_sent_twice_it_makes_one_revision():
    number = enter(retitled("Changed"))
    confirmed = Confirmed(fingerprint=plan(number).fingerprint)

    first = undo.apply_undo(number, UNDOER, "Undone", TODAY, confirmed)
    second = undo.apply_undo(number, UNDOER, "Undone", TODAY, confirmed)

    assert first.number == second.number


def test_what_came_later_in_another_field_stays_without_a_question():
    number = enter(retitled("Changed"))
    enter(Edit(replace(the_program(), sector="other-sector")))

    assert not plan(number).clashes
    apply(number)

    assert (the_program().title.en, the_program().sector) == (
        "Test program",
        "other-sector",
    )


def test_a_correction_goes_back_in_what_has_corrected_it_since():
    number = enter(corrected("Corrected."))
    enter(corrected("Corrected.", percent=Decimal(80)))

    apply(number)

    (report,) = reports().values()
    assert (report.note, report.percent) == ("First.", 80)


def test_what_was_retired_since_anyway_is_left_alone():
    number = enter(Add(a_report("", dated="2023", note="Second.")))
    enter(Retire(Kind.REPORT, "R0002", 1))

    assert plan(number).changes_nothing


def test_what_somebody_put_back_by_hand_is_left_alone():
    number = enter(retitled("Changed"))
    enter(retitled("Test program"))

    assert plan(number).changes_nothing


def test_what_later_facts_refer_to_cannot_leave():
    number = enter(Add(a_program("TEST2021-02")))
    enter(Add(a_report("", program="TEST2021-02", note="Later.")))

    (problem,) = plan(number).problems
    assert "1 fact that came later refers to" in str(problem)
    with pytest.raises(RuleBroken):
        apply(number)
    assert len(reports()) == 2


def test_what_refers_to_facts_of_several_kinds_is_named_once():
    number = enter(
        Add(a_sector("late-sector", "Late sector", 30)),
        Add(a_source("late-source")),
    )
    enter(Add(a_program("TEST2021-02", sector="late-sector", sources=("late-source",))))

    (problem,) = plan(number).problems
    assert "1 fact that came later refers to" in str(problem)


def test_what_would_cite_a_retired_source_cannot_come_back():
    enter(Add(a_source("second-source")))
    enter(Add(a_report("", dated="2023", sources=("second-source",))))
    number = enter(Retire(Kind.REPORT, "R0002", 1))
    enter(Retire(Kind.SOURCE, "second-source", 1))

    (problem,) = plan(number).problems
    assert "second-source" in str(problem)


def test_a_plan_that_the_record_overtook_is_refused_with_a_fresh_one():
    number = enter(retitled("Changed"))
    confirmed = Confirmed(fingerprint=plan(number).fingerprint)
    enter(Add(a_program("TEST2021-02")))

    with pytest.raises(UndoMoved) as refused:
        undo.apply_undo(number, UNDOER, "Undone", TODAY, confirmed)

    assert refused.value.plan.fingerprint == plan(number).fingerprint


def test_the_first_filling_can_be_undone_too():
    apply(1)

    assert queries.record().is_empty


def test_a_revision_there_is_none_of_is_not_found():
    with pytest.raises(NotFound, match="no revision 99"):
        plan(99)
