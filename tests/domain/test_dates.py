"""Dates as sources give them."""

import pytest

from tests.factories import day, partial
from tracker.domain.dates import PartialDate, parse_day, view_day
from tracker.domain.errors import BadInput


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-04-05", "2023-04-05", "2023-04-05"),
        (" 2023-04-05 ", "2023-04-05", "2023-04-05"),
    ],
    ids=["year", "month", "leap February", "February", "day", "blanks around"],
)
def test_a_partial_date_keeps_its_first_and_last_day(text, first, last):
    found = PartialDate.parse(text)

    assert (found.first, found.last) == (day(first), day(last))
    assert str(found) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "2023-4-5",
        "05.04.2023",
        "2023-13",
        "2023-02-30",
        "0000",
        "2023-04-05T00:00",
        "٢٠٢٣",
        "2023\n-04",
        "２０２３",
        "x" * 10_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_what_is_no_date_is_refused_in_one_short_sentence(text):
    with pytest.raises(BadInput) as refused:
        PartialDate.parse(text, field="dated")

    assert refused.value.field == "dated"
    assert len(str(refused.value)) < 130


def test_a_day_is_asked_for_where_only_a_day_will_do():
    assert parse_day("2023-04-05") == day("2023-04-05")
    with pytest.raises(BadInput, match="names no day"):
        parse_day("2023-04")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("2023", "2023-12-31"),
        ("2023-04", "2023-04-30"),
        ("2040", "2040-12-31"),
        ("2010-01-01", "2010-01-01"),
    ],
)
def test_a_view_of_a_month_or_year_is_that_of_its_last_day(text, asked):
    assert view_day(text, "as_of") == day(asked)


@pytest.mark.parametrize("text", ["2009-12-31", "2041-01-01", "9999"])
def test_a_view_outside_the_record_is_refused(text):
    with pytest.raises(BadInput, match="from 2010 to 2040"):
        view_day(text, "as_of")


def test_a_partial_date_holds_the_days_in_it():
    year = partial("2022")

    assert day("2022-01-01") in year
    assert day("2022-12-31") in year
    assert day("2021-12-31") not in year
    assert day("2023-01-01") not in year
    assert not year.is_whole
    assert partial("2022-06-15").is_whole
