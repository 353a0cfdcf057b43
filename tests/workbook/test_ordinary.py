"""Ordinary files of five writers pass without a wrong cell."""

import pytest

from tests.workbook.ordinary import ORDINARY, SOFFICE, the_record
from tracker.domain.changes import differences
from tracker.domain.record import Kind, key_of, kind_of
from tracker.workbook.reader import facts_of, read_stranger


def test_there_are_twenty_of_them():
    assert len(ORDINARY) == 20


@pytest.mark.parametrize("make", ORDINARY, ids=lambda make: make.__name__)
def test_an_ordinary_file_passes_without_a_wrong_cell(make):
    if "libreoffice" in make.__name__ and not SOFFICE:
        pytest.skip("LibreOffice is not installed here")

    reading = read_stranger(make())

    assert [str(problem) for problem in reading.problems] == []
    found = {(kind_of(fact), key_of(fact)): fact for fact in facts_of(reading)}
    record = the_record()
    wanted = {(kind, key_of(fact)): fact for kind in Kind for fact in record.of(kind)}
    assert found.keys() == wanted.keys()
    assert [differences(wanted[key], found[key]) for key in wanted] == [()] * len(
        wanted
    )
