"""Completion where programs may leave the plan instead, worked by hand."""

from math import exp, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import day
from tracker.domain.stays import Passage, PassageEnd
from tracker.estimation.competing import learn_from, share_ended
from tracker.estimation.survival import lasting


def passage(days, end):
    since = day("2021-11-04")
    until = since.fromordinal(since.toordinal() + days)
    return Passage(program="TEST2021-01", since=since, until=until, end=PassageEnd(end))


# Six programs, approved on one day.
#   day  at risk  completed  left  share still open before   completed so far
#    10     6         1       0          1                   1/6
#    20     5         0       1          5/6                 1/6
#    30     4         1       0          5/6 * 4/5 = 2/3     1/6 + 2/3 * 1/4 = 1/3
#    40     2         1       0          2/3 * 3/4 = 1/2     1/3 + 1/2 * 1/2 = 7/12
PASSAGES = [
    passage(10, "completed"),
    passage(20, "left"),
    passage(30, "completed"),
    passage(35, "open"),
    passage(40, "completed"),
    passage(50, "open"),
]


def test_the_share_completed_grows_by_what_is_still_open():
    steps = share_ended(PASSAGES, PassageEnd.COMPLETED)

    assert [step.day for step in steps] == [10, 30, 40]
    assert [step.share for step in steps] == pytest.approx([1 / 6, 1 / 3, 7 / 12])


def test_the_share_that_left_is_counted_the_same_way():
    (step,) = share_ended(PASSAGES, PassageEnd.LEFT)

    assert (step.day, step.share) == (20, pytest.approx(1 / 6))


def test_the_interval_of_the_first_step_is_that_of_one_in_six():
    step = share_ended(PASSAGES, PassageEnd.COMPLETED)[0]

    # The variance is 1/6 * 5/6 / 6; on the scale of log(-log) over F |ln F|.
    spread = exp(1.959964 * sqrt(5 / 216) / (1 / 6 * abs(log(1 / 6))))
    assert step.low == pytest.approx((1 / 6) ** spread, abs=1e-6)
    assert step.high == pytest.approx((1 / 6) ** (1 / spread), abs=1e-6)


@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.sampled_from(["completed", "open"])),
        min_size=1,
        max_size=12,
    )
)
def test_without_competing_ends_it_is_one_less_kaplan_meier(rows):
    passages = [passage(days, end) for days, end in rows]

    by_scipy = lasting([days for days, _ in rows], [e == "completed" for _, e in rows])

    ours = share_ended(passages, PassageEnd.COMPLETED)
    assert [step.day for step in ours] == [step.day for step in by_scipy]
    assert [1 - step.share for step in ours] == pytest.approx(
        [step.share for step in by_scipy]
    )


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(["completed", "left", "open"])),
        max_size=15,
    )
)
def test_shares_grow_stay_in_their_interval_and_never_pass_one_together(rows):
    passages = [passage(days, end) for days, end in rows]

    last = 0.0
    for end in (PassageEnd.COMPLETED, PassageEnd.LEFT):
        steps = share_ended(passages, end)
        shares = [step.share for step in steps]
        assert shares == sorted(shares)
        assert all(0 <= s.low <= s.share + 1e-9 <= s.high + 2e-9 for s in steps)
        last += shares[-1] if shares else 0
    assert last <= 1 + 1e-9


def test_below_five_completions_nothing_is_estimated():
    few = learn_from([passage(days, "completed") for days in (10, 20, 30, 40)])
    enough = learn_from([passage(days, "completed") for days in (10, 20, 30, 40, 50)])

    assert (few.completed_count, few.estimate) == (4, None)
    assert enough.estimate is not None
    assert learn_from([]).estimate is None


def test_leaving_the_plan_makes_completion_rarer_than_kaplan_meier_would_say():
    done = [passage(days, "completed") for days in (10, 20, 30, 40, 50)]
    left = [passage(5, "left")] * 6

    experience = learn_from([*done, *left])

    # Of 11 programs 5 were completed: half of all never were. Of those that were not
    # taken out of the plan all five were, the third after 30 days.
    assert experience.count == 11
    assert experience.estimate.median.day is None
    assert experience.estimate.km_median.day == 30
