"""Whatever happens to the process that reads a workbook becomes one sentence."""

import sys
from dataclasses import replace
from datetime import datetime, time, timedelta

import openpyxl
import pytest

from tests.record.make_workbook import WORKBOOK
from tests.workbook.books import a_record, edited
from tracker.domain.errors import BadInput
from tracker.workbook import child
from tracker.workbook.child import read_values_apart
from tracker.workbook.limits import LIMITS, MIB
from tracker.workbook.values import read_values
from tracker.workbook.writer import workbook_bytes

HEAVY = "takes too much time or memory"
needs_limits = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows knows no such limits"
)


def refusal(data=None, limits=LIMITS) -> str:
    with pytest.raises(BadInput) as refused:
        read_values_apart(data or workbook_bytes(a_record()), limits)
    return str(refused.value)


def odd_cells(book: openpyxl.Workbook) -> None:
    page = book["Reports"]
    page["K2"] = datetime(2022, 5, 1, 12, 30)  # noqa: DTZ001 - Excel knows no zones
    page["K3"] = time(12, 30)
    page["K4"], page["K4"].number_format = timedelta(hours=30), "[h]:mm"
    page["I2"], page["I3"] = True, "=1+1"
    page["I4"], page["I4"].number_format = 0.5, "0%"
    page.merge_cells("Q1:R2")


def test_the_values_are_those_that_are_read_here():
    data = edited(workbook_bytes(a_record()), odd_cells)

    assert read_values_apart(data) == read_values(data)


def test_a_refusal_comes_back_in_its_own_words():
    assert "This is not an Excel workbook" in refusal(b"no workbook")
    limits = replace(LIMITS, sheets=3)
    assert refusal(limits=limits) == (
        "The workbook has more than 3 sheets. Delete some."
    )


def test_a_reader_that_does_not_come_back_is_ended():
    assert HEAVY in refusal(limits=replace(LIMITS, wall_seconds=0.01))


@needs_limits
def test_a_reader_that_takes_too_much_memory_is_ended():
    data = WORKBOOK.read_bytes()

    assert HEAVY in refusal(data, replace(LIMITS, memory_bytes=MIB))


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("import os; os.abort()", HEAVY),
        ("import os; os.kill(os.getpid(), 9)", HEAVY),
        ("raise MemoryError", HEAVY),
        ("raise RuntimeError", "The file is damaged"),
        ("import sys; sys.exit(1)", "The file is damaged"),
    ],
    ids=["crash", "kill", "memory", "error", "exit"],
)
@needs_limits
def test_a_reader_that_breaks_down_breaks_nothing_here(monkeypatch, what, sentence):
    monkeypatch.setattr(child, "START", what)

    assert sentence in refusal()
