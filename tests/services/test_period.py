"""The period a report tells of: chosen or usual, and never empty."""

import pytest

from tests.factories import a_view, day
from tracker.domain.errors import BadInput
from tracker.services.period import check_start, read_start, usual_start

VIEW = a_view("2023-12-31")


def test_a_period_that_nobody_chose_begins_90_days_before():
    assert usual_start(VIEW) == day("2023-10-02")


def test_the_day_before_that_of_the_view_leaves_one_day():
    assert read_start("2023-12-30", VIEW) == day("2023-12-30")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2023-10", "names no day"),
        ("2023-02-30", "no such date"),
        ("soon", "is not a date"),
        ("2009-12-31", "outside the record"),
        ("2023-12-31", "Choose an earlier start."),
        ("2024-01-01", "Choose an earlier start."),
    ],
)
def test_what_begins_no_period_is_refused_at_its_field(text, sentence):
    with pytest.raises(BadInput) as refused:
        read_start(text, VIEW)

    assert sentence in str(refused.value)
    assert refused.value.field == "since"


def test_a_day_read_elsewhere_is_checked_too():
    with pytest.raises(BadInput):
        check_start(day("2024-06-30"), VIEW)
