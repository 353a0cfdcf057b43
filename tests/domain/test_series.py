"""A plan's figure by month: the same figures as on each day alone."""

from fractions import Fraction

import pytest

from tests.factories import a_view, a_weighed_report, day
from tracker.domain.history import course_of
from tracker.domain.scores import RULES
from tracker.domain.series import largest_jumps, month_ends, series_of
from tracker.domain.state import state_of

REPORTS = [
    [
        a_weighed_report("R0001", dated="2022-01-15", stage="approved", grade="E3"),
        a_weighed_report("R0002", dated="2022-03-10", stage="completed"),
    ],
    [a_weighed_report("R0003", dated="2022-02-20", stage="partly_done")],
    [],
]


def a_series(rule, days):
    said = [course_of(rows, a_view("2022-12-31")) for rows in REPORTS]
    asked = a_view("2022-12-31")
    shown = [course_of(rows, asked.read_as(asked.shown_reading)) for rows in REPORTS]
    return series_of(said, shown, RULES[rule], days)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (
            "2022-01-15",
            "2022-03-10",
            ["2022-01-31", "2022-02-28", "2022-03-10"],
        ),
        ("2024-02-01", "2024-02-29", ["2024-02-29"]),
        ("2022-12-31", "2023-01-31", ["2022-12-31", "2023-01-31"]),
        ("2022-05-01", "2022-05-01", ["2022-05-01"]),
    ],
    ids=["parts of months", "a leap day", "over a new year", "one day"],
)
def test_months_end_on_their_last_day_and_the_series_on_its_own(first, last, days):
    assert month_ends(day(first), day(last)) == [day(text) for text in days]


@pytest.mark.parametrize("rule", RULES)
def test_every_point_is_what_the_day_alone_would_give(rule):
    for point in a_series(rule, month_ends(day("2021-12-01"), day("2022-12-31"))):
        view = a_view(point.day)
        for reading, score in (
            (view.reading, point.said),
            (view.shown_reading, point.shown),
        ):
            states = [state_of(rows, view.read_as(reading)) for rows in REPORTS]
            assert score == RULES[rule].score(states)


def test_the_months_that_moved_most_are_found():
    # Thirds: 0 in January, 2/9 in February (partly done), 5/9 in March (completed).
    points = a_series("thirds.v1", month_ends(day("2022-01-01"), day("2022-06-30")))

    first, second = largest_jumps(points, 5)

    assert (first.day, first.before, first.after) == (
        day("2022-02-28"),
        Fraction(0),
        Fraction(2, 9),
    )
    assert (second.day, second.after) == (day("2022-03-31"), Fraction(5, 9))
    assert largest_jumps(points, 1) == (second,)


def test_nothing_moves_where_nothing_is_known():
    points = series_of([()], [()], RULES["strict.v1"], [day("2022-01-01")])

    assert points[0].said.value == 0
    assert largest_jumps(points, 3) == ()
