"""Editing a description: what changes, and who comes first."""

from dataclasses import replace

import pytest

from tests.factories import PROGRAM
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Origin
from tracker.domain.errors import Conflict, NotFound, RuleBroken
from tracker.services import descriptions
from tracker.services.door import Author
from tracker.services.entries import Entry, Signature

SIGNED = Signature(
    author=Author("Test Editor", Origin.FORM), today=TODAY, token="", summary="Test"
)


@pytest.fixture
def program(database):
    """The program as an editor sees it."""
    enter_small_record()
    return descriptions.described(PROGRAM)[0]


def test_the_preview_names_each_field_that_changes(program):
    edited = replace(program, summary="New", sector="other-sector")

    preview = descriptions.preview_description(Entry(edited), TODAY)

    assert [(c.field, c.before, c.after) for c in preview.changes] == [
        ("sector", "test-sector", "other-sector"),
        ("summary", "", "New"),
    ]


def test_nothing_changed_is_said_so(program):
    with pytest.raises(RuleBroken, match="Nothing differs"):
        descriptions.preview_description(Entry(program), TODAY)


def test_the_second_of_two_editors_is_told(program):
    mine, theirs = replace(program, summary="Mine"), replace(program, summary="Theirs")
    descriptions.edit_description(Entry(theirs), SIGNED)

    with pytest.raises(Conflict):
        descriptions.preview_description(Entry(mine), TODAY)
    with pytest.raises(Conflict):
        descriptions.edit_description(Entry(mine), SIGNED)

    assert descriptions.described(PROGRAM)[0].summary == "Theirs"


def test_an_unknown_program_is_not_found(program):
    with pytest.raises(NotFound):
        descriptions.described("TEST2021-99")
