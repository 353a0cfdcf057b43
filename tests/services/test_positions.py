"""Where programs stand: promises hold in the revisions in which they stood."""

from dataclasses import replace

import pytest

from tests.factories import PROGRAM, a_deadline, partial
from tests.services.entering import enter_steps
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.record import Kind
from tracker.domain.views import View
from tracker.services.catalogue import catalogue
from tracker.services.positions import program_rows
from tracker.services.program_detail import detail


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


def said_of_program(revision=None):
    view = View(TODAY, revision=revision)
    return next(
        row.said
        for row in program_rows(catalogue(), view)
        if row.program.code == PROGRAM
    )


def test_a_past_revision_has_the_promises_that_stood_in_it():
    promise = a_deadline("", due="2023-01-01")
    first = enter_steps(Add(promise)).number
    right = replace(promise, key="D001", due=partial("2024-01-01"))
    second = enter_steps(Edit(right)).number
    third = enter_steps(Retire(Kind.DEADLINE, "D002", 1)).number

    [then] = said_of_program(first).milestones
    [later] = said_of_program(second).milestones

    assert (then.due.text, later.due.text) == ("2023-01-01", "2024-01-01")
    assert said_of_program(third).milestones == said_of_program().milestones == ()


def test_a_past_revision_has_the_due_date_that_stood_in_it():
    promise = a_deadline("", milestone="Whole program", due="2023-01-01")
    first = enter_steps(Add(promise)).number
    enter_steps(Edit(replace(promise, key="D001", due=partial("2024-01-01"))))

    assert said_of_program(first).due.text == "2023-01-01"
    assert said_of_program().due.text == "2024-01-01"


def test_the_page_of_a_program_has_no_promise_that_was_taken_out():
    promise = a_deadline("", due="2023-01-01")
    enter_steps(Add(promise))
    enter_steps(Edit(replace(promise, key="D001", due=partial("2024-01-01"))))

    found = detail(PROGRAM, View(TODAY))

    assert [cited.fact.key for cited in found.deadlines] == ["D002"]
