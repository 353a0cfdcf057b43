"""The sheet of the forecast: medians with intervals, or why there is none; promises."""

import pytest

from tests.factories import a_sector, a_stated_deadline
from tests.workbook.progress_pages import book_of, is_printable, rows_below
from tests.workbook.test_progress_report import REPORTS, a_row
from tracker.domain.promises import PromiseRecord
from tracker.domain.views import SAID, SHOWN
from tracker.workbook.progress_analyses import (
    MedianDays,
    Outlook,
    ReachedShare,
    ReportedExperience,
)

RECORD = PromiseRecord(
    count=7,
    met_count=1,
    passed_count=4,
    ahead_count=2,
    moved_count=2,
    slip_days=(30, 61),
)


def experience(reading=SAID, median=None, remark=""):
    return ReportedExperience(
        words="TEST2021",
        reading=reading,
        completed_count=6,
        left_count=2,
        open_count=3,
        median=median,
        km_median=median,
        remark=remark,
    )


def open_program():
    statements = [
        a_stated_deadline(due="2023-06-01"),
        a_stated_deadline("D002", milestone="Test rules", due="2025"),
        a_stated_deadline("D003", milestone="Test prices", due="2024-06"),
    ]
    return a_row("TEST2021-01", REPORTS[:1], a_sector(), statements).said


OUTLOOK = Outlook(
    experiences=(
        experience(median=MedianDays(400, 300, None)),
        experience(SHOWN, remark="no estimate"),
    ),
    curve_of="TEST2021, as said",
    curve=(ReachedShare(400, 0.5, 0.25, 0.75),),
    promises=RECORD,
    open_positions=(open_program(),),
)


@pytest.fixture(scope="module")
def page():
    return book_of(outlook=OUTLOOK)["Forecast"]


def test_a_median_stands_with_its_interval_and_none_with_the_reason(page):
    said, shown = rows_below(page, "Programs")

    assert said[1:9] == ["Said", 11, 6, 2, 3, 400, 300, "not so far"]
    assert shown[6:13] == [None, None, None, None, None, None, "no estimate"]


def test_what_became_of_promises_is_counted(page):
    (row,) = rows_below(page, "Dates promised so far, in all plans")

    assert row[:6] == [7, 1, 4, 2, 2, 46]


def test_the_curve_has_its_interval(page):
    (row,) = rows_below(page, "Days after approval")

    assert row[:4] == [400, 0.5, 0.25, 0.75]


def test_an_open_program_stands_with_its_next_date_and_those_that_passed(page):
    (row,) = rows_below(page, "Open program")

    assert row[0] == "TEST2021-01 · =Test program"
    assert row[1:3] == ["Approved", "Normal"]
    assert row[6:9] == ["2024-06", 1, "Test prices"]
    assert is_printable(page)


def test_an_empty_outlook_says_so():
    page = book_of()["Forecast"]

    words = [cells[0] for cells in page.iter_rows(values_only=True)]
    assert "No program is open." in words
    assert "No date was promised yet." in words
