"""The list of programs in an order that leaves nothing to chance."""

import pytest

from tests.factories import a_program, a_sector
from tests.services.entering import enter_steps
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Add
from tracker.domain.views import View
from tracker.services.programs import ProgramFilter, listing


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


def test_sectors_of_one_number_stand_apart():
    enter_steps(
        Add(a_sector("a-sector", sort=10)),
        Add(a_program("TEST2021-03", sector="a-sector")),
        Add(a_program("TEST2021-04")),
        Add(a_program("TEST2021-05", sector="a-sector")),
    )

    found = listing(View(TODAY), ProgramFilter(sort="sector"))

    assert [row.program.code[-2:] for row in found.rows] == [
        *("03", "05"),
        *("01", "02", "04"),
    ]
