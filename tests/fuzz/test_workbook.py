"""The harness itself works, and a second of it breaks nothing."""

import random

from tests.fuzz.workbook import one_input, random_input, spoilt
from tests.hostile.forge import good, packed, parts
from tracker.workbook.reader import read_workbook

INPUTS = 150


def test_nothing_spoilt_is_the_good_workbook():
    untouched = read_workbook(packed(parts()))

    assert read_workbook(spoilt(b"")).rows == untouched.rows
    assert read_workbook(good()).rows == untouched.rows


def test_whatever_is_spoilt_is_read_or_refused():
    dice = random.Random(7)

    found = [one_input(random_input(dice)) for _ in range(INPUTS)]

    # Some get through, spoilt where nobody looks; some are refused.
    assert 0 < found.count(None) < INPUTS
