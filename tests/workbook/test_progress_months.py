"""The sheet that follows a plan by month, with its lines of said and shown."""

from fractions import Fraction

import pytest

from tests.factories import a_plan, day
from tests.workbook.progress_pages import book_of, header_row, is_printable, rows_below
from tracker.domain.scores import RULES, Score
from tracker.domain.series import Point
from tracker.workbook.progress_analyses import Months

HALF, NONE = Score(Fraction(1), 2, Fraction(2)), Score(Fraction(), 2, Fraction(1))
LAST_DAYS = ("2023-10-31", "2023-11-30", "2023-12-31")


def months(code="TEST2021", days=LAST_DAYS, events=None):
    points = tuple(Point(day(each), HALF, NONE) for each in days)
    return Months(a_plan(code), RULES["strict.v1"], points, events or {})


@pytest.fixture(scope="module")
def page():
    signed = {day("2023-11-30"): "2023-11-04: Test decree"}
    told = (months(events=signed), months("TEST2024", LAST_DAYS[:1]))
    return book_of(months=told)["By month"]


def test_each_month_stands_with_both_figures_their_bounds_and_what_was_signed(page):
    rows = rows_below(page, "Up to")

    assert [row[0].date() for row in rows[:3]] == [day(each) for each in LAST_DAYS]
    assert rows[1][1:] == ["TEST2021", 0.5, 1, 0, 0.5, "2023-11-04: Test decree"]
    assert rows[3][1] == "TEST2024"


def test_the_lines_are_those_columns_of_the_table_over_its_days(page):
    header = header_row(page, "Up to")

    (chart,) = page._charts  # one month alone is no line

    span = (header + 1, header + 3)
    assert [series.val.numRef.f for series in chart.series] == [
        "'By month'!${0}${1}:${0}${2}".format(column, *span) for column in "CDEF"
    ]
    days = "'By month'!$A${}:$A${}".format(*span)
    assert {series.cat.numRef.f for series in chart.series} == {days}


def test_bounds_are_told_from_figures_by_their_dashes(page):
    (chart,) = page._charts

    dashes = [series.graphicalProperties.line.prstDash for series in chart.series]

    assert dashes == ["solid", "sysDash", "solid", "sysDash"]


def test_it_prints_as_every_sheet(page):
    assert is_printable(page)


def test_without_programs_it_says_so():
    page = book_of(months=(months(days=()),))["By month"]

    assert page._charts == []
    assert page.cell(header_row(page, "Up to") + 1, 1).value
