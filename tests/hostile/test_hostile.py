"""Each hostile file is refused in a sentence, soon, and nothing of it gets through."""

import os
import re
import time
from decimal import Decimal

import pytest

from tests.factories import day
from tests.hostile.cells import CELLS
from tests.hostile.containers import CONTAINERS
from tests.hostile.forge import REPORTS, good, packed, text_cell
from tests.hostile.markup import MARKUP
from tests.hostile.readings import ALIKE, DISPUTED, formatted, parts_of
from tests.hostile.structure import STRUCTURE
from tracker.domain.errors import BadInput
from tracker.workbook.limits import LIMITS, MIB
from tracker.workbook.reader import check_rows, read_stranger, read_workbook

TODAY = day("2026-01-01")
SORTS = (CONTAINERS, MARKUP, STRUCTURE, CELLS, DISPUTED)
HOSTILE = {name: forge for sort in SORTS for name, forge in sort.items()}
# Those that cost a reader most are also sent through the process of its own.
HEAVY = [
    "a bomb",
    "a million laughs in a sheet",
    "a sheet: nested without end",
    "a sheet: a tag of 2 MB",
    "two million elements",
    "a hundred thousand attributes",
    "too many cells",
    "too many empty cells",
    "too wide an area",
    "a text of 3 MB",
    "an array formula over everything",
    "a number of a million digits",
    "foreign cells before the cells",
]
SECONDS = 2


def sentences(data: bytes, read) -> list[str]:
    """What is said against a file."""
    try:
        reading = read(data)
    except BadInput as refusal:
        return [str(refusal)]
    problems = reading.problems or check_rows(reading, {}, TODAY)
    return [str(problem.error) for problem in problems]


def test_there_are_enough_of_them():
    assert len(HOSTILE) >= 150
    assert len(HOSTILE) == sum(map(len, SORTS))


def test_the_file_they_are_made_from_is_in_order():
    assert sentences(good(), read_workbook) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(name):
    data = HOSTILE[name]()
    started = time.process_time()

    said = sentences(data, read_workbook)

    # The processor's time, not the wall's: what else runs here is nobody's fault.
    assert time.process_time() - started < SECONDS
    assert said, "it got through"
    for sentence in said:
        assert sentence[0].isupper() or sentence[0] in "“0123456789"
        assert sentence.endswith((".", ")"))
        assert "Error" not in sentence
        assert "%(" not in sentence


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "too large"])
def test_where_files_may_be_larger_all_else_is_refused_still(name):
    limits = LIMITS.for_files_of(64 * MIB)
    started = time.process_time()

    said = sentences(HOSTILE[name](), lambda data: read_workbook(data, limits))

    assert time.process_time() - started < SECONDS
    assert said, "it got through"


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_one_is_refused_in_the_process_of_its_own_too(name):
    data = HOSTILE[name]()
    started = os.times()

    said = sentences(data, read_stranger)

    ended = os.times()
    assert ended.children_user - started.children_user < SECONDS
    assert said


@pytest.mark.parametrize("name", ALIKE)
def test_what_looks_odd_and_is_not_is_read_right(name):
    forge, field, wanted = ALIKE[name]

    reading = read_workbook(forge())

    assert reading.problems == ()
    facts = [r.fact for r in reading.rows if (r.sheet.name, r.number) == ("Reports", 9)]
    found = getattr(facts[0], field)
    assert (str(found) if field == "dated" else found) == (
        Decimal(str(wanted)) if field == "percent" else wanted
    )


@pytest.mark.parametrize(("code", "cell"), [("0%", "I9"), ("mmm-yy", "B9")])
def test_a_row_of_nothing_but_an_empty_value_is_blank(code, cell):
    found = parts_of(formatted(code, "", cell)())
    empty = re.search(rf'<c r="{cell}" [^>]*><v></v></c>', found[REPORTS].decode())
    last = f'<row r="10">{text_cell("A10", "TEST2021-01")}</row>'
    rows = f'<row r="9">{empty[0]}</row>{last}'.encode()
    found[REPORTS] = re.sub(rb'<row r="9">.*</row>', rows, found[REPORTS])

    problems = read_workbook(packed(found)).problems

    assert {problem.row for problem in problems} == {10}
