"""Facts sent through the door as an editor would send them."""

from datetime import date

import pytest

from tests.factories import (
    a_plan,
    a_program,
    a_sector,
    a_source,
)
from tracker.domain.changes import (
    Add,
    Origin,
)
from tracker.services.door import Author, RecordRefused, enter
from tracker.storage import queries
from tracker.storage.transactions import end_reading

TODAY = date(2024, 5, 1)
EDITOR = Author("Test Editor", Origin.FORM)
CATALOGUE = (
    Add(a_source()),
    Add(a_plan()),
    Add(a_sector()),
    Add(a_program()),
    Add(a_program("TEST2021-02")),
)


def enter_steps(*steps, token=""):
    return enter(steps, EDITOR, "Test change", TODAY, token=token)


def reports():
    end_reading()
    return queries.record().reports


def refusals(*steps):
    """What is said against *steps*: a sentence a problem."""
    with pytest.raises(RecordRefused) as caught:
        enter_steps(*steps)
    return [str(each) for _, found in caught.value.problems for each in found]


def enter_catalogue():
    """Enter two programs and what they need, as revision 1."""
    return enter_steps(*CATALOGUE)
