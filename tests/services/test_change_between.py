"""Why a figure changed: two dates, two revisions, two rules."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import a_plan, a_program, a_report, a_sector, a_source, day
from tracker.domain.changes import Add, Edit, Origin, Retire
from tracker.domain.errors import BadInput, NotFound
from tracker.domain.explained_change import Cause
from tracker.domain.record import Kind
from tracker.domain.scores import RULES
from tracker.domain.views import SHOWN, View
from tracker.services import door
from tracker.services.change_between import change_between, changes_between
from tracker.services.door import Author
from tracker.storage import queries

EDITOR = Author("Test Editor", Origin.COMMAND)


@pytest.fixture(autouse=True)
def _context(app):
    with app.app_context():
        yield


def enter(*steps):
    """Enter facts and give the number of the revision."""
    return door.enter(steps, EDITOR, "Facts for a test", day("2026-01-01")).number


def two_programs():
    """Revision 1: two programs; the first is said to be complete in May 2022."""
    return enter(
        Add(a_source()),
        Add(a_plan()),
        Add(a_sector()),
        Add(a_program("TEST2021-01")),
        Add(a_program("TEST2021-02")),
        Add(a_report("", program="TEST2021-01", stage="completed", dated="2022-05-01")),
        Add(a_report("", program="TEST2021-02", dated="2022-05-01")),
    )


def parts_of(found):
    return {cause: part for cause, part in found.explained.parts.items() if part}


def test_between_two_dates_of_one_record_all_is_real_change():
    two_programs()

    found = change_between(View(day("2022-01-01")), View(day("2022-12-31")), "TEST2021")

    assert parts_of(found) == {Cause.REAL: Fraction(1, 2)}
    assert [move.program for move in found.explained.moves] == [
        "TEST2021-01",
        "TEST2021-02",
    ]


def test_between_two_revisions_of_one_date_all_is_correction():
    first = two_programs()
    wrong = next(w for w in queries.reports_of()["TEST2021-01"]).report
    second = enter(Edit(replace(wrong, stage=a_report(stage="agreed").stage)))
    then = View(day("2022-12-31"), revision=first)

    found = change_between(then, replace(then, revision=second), "TEST2021")

    assert parts_of(found) == {Cause.CORRECTION: Fraction(-1, 2)}
    assert [move.program for move in found.explained.moves] == ["TEST2021-01"]


def test_an_item_that_was_added_later_entered_the_list():
    first = two_programs()
    second = enter(Add(a_program("TEST2021-03")))
    then = View(day("2022-12-31"), revision=first)

    found = change_between(then, replace(then, revision=second), "TEST2021")

    # One of two, then one of three.
    assert parts_of(found) == {Cause.ITEMS: Fraction(1, 3) - Fraction(1, 2)}
    assert "TEST2021-03" in found.programs


def test_an_item_taken_out_since_counts_as_it_stood_then():
    first = two_programs()
    second = enter(
        Retire(Kind.REPORT, "R0001", 1), Retire(Kind.PROGRAM, "TEST2021-01", 1)
    )
    then = View(day("2022-12-31"), revision=first)

    found = change_between(then, replace(then, revision=second), "TEST2021")

    # One of two, then none of one.
    assert parts_of(found) == {Cause.ITEMS: Fraction(-1, 2)}
    assert found.explained.before == Fraction(1, 2)


def test_a_source_graded_anew_is_a_correction():
    two_programs()
    act = a_report(
        "",
        program="TEST2021-02",
        stage="completed",
        dated="2022-06-01",
        kind="legal_act",
    )
    second = enter(Add(act))
    third = enter(Edit(a_source(grade="B")))
    then = View(day("2022-12-31"), reading=SHOWN, revision=second)

    found = change_between(then, replace(then, revision=None), "TEST2021")
    back = change_between(replace(then, revision=third), then, "TEST2021")

    # An act by an ordinary source alone is E2, one by an official body's page E3.
    assert parts_of(found) == {Cause.CORRECTION: Fraction(1, 2)}
    assert parts_of(back) == {Cause.CORRECTION: Fraction(-1, 2)}


def test_what_became_known_later_about_the_earlier_date_is_no_real_change():
    two_programs()
    enter(
        Add(
            a_report(
                "",
                program="TEST2021-02",
                stage="completed",
                dated="2022-06-01",
                known_on="2023-06-01",
            )
        )
    )
    then = View(day("2022-12-31"), known_on=day("2022-12-31"))
    now = View(day("2023-12-31"), known_on=day("2023-12-31"))

    found = change_between(then, now, "TEST2021")

    assert parts_of(found) == {Cause.CORRECTION: Fraction(1, 2)}


def test_another_rule_and_another_reading_are_told_apart_from_the_world():
    two_programs()
    view = View(day("2022-12-31"))

    by_rule = change_between(view, view, "TEST2021", "strict.v1", "thirds.v1")
    by_reading = change_between(view, view.read_as(SHOWN), "TEST2021")

    # In progress counts a third in thirds.v1: (1 + 1/3) / 2 after 1 / 2.
    assert parts_of(by_rule) == {Cause.RULE: Fraction(1, 6)}
    assert parts_of(by_reading) == {Cause.RULE: Fraction(-1, 2)}


def test_an_unknown_plan_or_rule_is_refused():
    two_programs()
    view = View(day("2022-12-31"))

    with pytest.raises(NotFound):
        change_between(view, view, "TEST1999")
    with pytest.raises(BadInput, match=r"strict\.v1"):
        change_between(view, view, "TEST2021", "strict.v9")


def test_several_rules_are_explained_of_the_same_states():
    two_programs()
    earlier, later = View(day("2022-01-01")), View(day("2022-12-31"))
    rules = [(RULES[name], RULES[name]) for name in ("strict.v1", "thirds.v1")]

    found = changes_between(earlier, later, "TEST2021", rules)

    assert [parts_of(each) for each in found] == [
        parts_of(change_between(earlier, later, "TEST2021", name))
        for name in ("strict.v1", "thirds.v1")
    ]
