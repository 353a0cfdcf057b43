"""What forms offer while somebody types."""

import pytest

from tests.factories import PROGRAM, SOURCE, a_claim, a_deadline, an_event
from tests.small_record import LAW_SOURCE, SECOND_PROGRAM, TODAY, enter_small_record
from tracker.domain.changes import Add, Origin
from tracker.services import choices, door
from tracker.services.door import Author


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()
    facts = (
        a_deadline("", program=PROGRAM, milestone="Test launch"),
        a_deadline("", program=SECOND_PROGRAM, milestone="Another launch"),
        a_deadline("", program=SECOND_PROGRAM, milestone="Whole program"),
        a_claim("", claimant="Test Minister"),
        a_claim("", claimant="Another Minister"),
        an_event("", region="Test town"),
        an_event(""),
    )
    author = Author("Test maker", Origin.COMMAND)
    door.enter([Add(fact) for fact in facts], author, "Test", TODAY)


def test_the_newest_source_is_offered_first():
    assert [s.id for s in choices.choices().sources] == [LAW_SOURCE, SOURCE]


def test_the_whole_program_then_its_own_milestones_are_offered_first():
    assert choices.milestones_used(PROGRAM) == (
        "Whole program",
        "Test launch",
        "Another launch",
    )


def test_names_and_places_are_offered_once():
    assert choices.claimants_used() == ("Another Minister", "Test Minister")
    assert choices.regions_used() == ("Test town",)
