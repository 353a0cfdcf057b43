"""What became of promised dates, taken together."""

from tests.factories import a_stated_deadline, a_view
from tracker.domain.deadlines import milestones_of
from tracker.domain.promises import promise_record

STATEMENTS = [
    # Moved by 31 days, then met.
    a_stated_deadline("D001", milestone="A", stated_on="2022-01-01", due="2022-03-01"),
    a_stated_deadline(
        "D002",
        milestone="A",
        stated_on="2022-02-01",
        due="2022-04-01",
        met_on="2022-04-01",
    ),
    # Passed without word, and one that moved by 365 days and still lies ahead.
    a_stated_deadline("D003", milestone="B", stated_on="2022-01-01", due="2022-05-01"),
    a_stated_deadline("D004", milestone="C", stated_on="2022-01-01", due="2023-05-01"),
    a_stated_deadline("D005", milestone="C", stated_on="2022-06-01", due="2024-04-30"),
    # No promise at all.
    a_stated_deadline("D006", milestone="D", due="2025", bound="not_before"),
]


def test_every_promise_is_counted_once_as_met_passed_or_ahead():
    found = promise_record(milestones_of(STATEMENTS, a_view("2023-01-01")))

    assert (found.count, found.met_count, found.passed_count, found.ahead_count) == (
        3,
        1,
        1,
        1,
    )
    assert (found.moved_count, found.slip_days) == (2, (31, 365))
    assert found.median_slip == 198


def test_where_nothing_was_promised_nothing_slipped():
    found = promise_record([])

    assert (found.count, found.median_slip) == (0, None)
