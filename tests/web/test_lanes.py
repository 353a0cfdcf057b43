"""The course of a program in two lanes, on days counted by hand."""

from datetime import date

import pytest

from tests.factories import a_deadline
from tests.web.public_record import GAS, MOVED, OIL, SECRET, TODAY
from tracker.domain.changes import Add, Origin
from tracker.domain.views import View
from tracker.services import door, programs
from tracker.services.door import Author
from tracker.web.lanes import Scale, lanes_of

END_OF_2023 = View(date(2023, 12, 31))


@pytest.fixture(autouse=True)
def _request(public_app):
    """An address of the English pages, on the made-up record."""
    with public_app.test_request_context("/"):
        yield


def lanes(code: str, view: View = END_OF_2023):
    """The lanes of one program."""
    return lanes_of(programs.detail(code, view))


def test_a_day_lies_where_its_share_of_the_time_is():
    scale = Scale(date(2023, 1, 1), date(2023, 1, 11))

    assert scale.at(date(2023, 1, 6)) == 50
    assert scale.at(date(2022, 1, 1)) == 0
    assert scale.at(date(2024, 1, 1)) == 100
    assert Scale(date(2023, 1, 1), date(2023, 1, 1)).at(date(2023, 1, 1)) == 0


def test_said_and_shown_have_a_lane_each():
    found = lanes(OIL)

    assert [part.code for part in found.said.stretches] == ["partly_done", "completed"]
    assert [part.code for part in found.shown.stretches] == ["partly_done"]
    assert found.said.stretches[0].is_held_up
    assert found.key == [("completed", "Completed"), ("partly_done", "Partly done")]
    assert found.has_held_up
    assert not found.has_silence


def test_silence_is_drawn_apart():
    # Said on 1 May 2022 and nothing after it.
    assert [part.is_silent for part in lanes(GAS).said.stretches] == [False, True]
    assert lanes(GAS).shown.words == "Shown: Not known."


def test_a_program_that_left_its_plan_ends_there():
    ending = lanes(MOVED).said.ending

    assert ending is not None
    assert ending.code == "carried_over"
    assert ending.words.replace("\u00a0", " ") == "Carried over, 3 Dec 2023"


def test_only_promises_that_have_passed_are_marked():
    author = Author("Test maker", Origin.COMMAND)
    later = a_deadline("", program=GAS, milestone="Later", due="2030-01-01")
    door.enter([Add(later)], author, "One more", TODAY)

    words = [mark.words.replace("\u00a0", " ") for mark in lanes(GAS).promises]

    assert words == ["Market launch: 31 Jul 2022", "Market launch: 1 Dec 2023"]


def test_years_are_marked_from_the_first_word_on():
    assert [mark.words for mark in lanes(GAS).years] == ["2022", "2023"]
    assert lanes(GAS).years[0].at == 0


def test_nothing_said_is_nothing_drawn():
    assert lanes(SECRET) is None
