"""The product-limit estimate on small cases worked by hand."""

from math import exp, log, sqrt

import pytest

from tests.factories import day
from tracker.domain.stays import Stay, StayEnd
from tracker.domain.vocabulary import Stage
from tracker.estimation.survival import Median, lasting, median_of, stage_times

# Six durations; a "+" marks one that still lasts (censored).
#   day   at risk   ended   share that lasts longer
#     5      6        1     5/6
#    10      5        1     5/6 * 4/5 = 2/3      (10+ leaves after the day)
#    20      3        1     2/3 * 2/3 = 4/9
#    40      1        1     0                    (30+ has left)
DAYS = [5, 10, 10, 20, 30, 40]
ENDED = [True, True, False, True, False, True]


def test_the_share_that_lasts_is_the_product_of_the_shares_that_stay():
    steps = lasting(DAYS, ENDED)

    assert [step.day for step in steps] == [5, 10, 20, 40]
    assert [step.share for step in steps] == pytest.approx([5 / 6, 2 / 3, 4 / 9, 0])


def test_the_interval_is_greenwoods_on_the_scale_of_log_minus_log():
    step = lasting(DAYS, ENDED)[1]

    # Greenwood's sum up to day 10: 1/(6*5) + 1/(5*4) = 1/12. On the log(-log) scale
    # the standard error is sqrt(1/12) / |ln(2/3)|; the interval is S ** exp(-+ z se).
    spread = exp(1.959964 * sqrt(1 / 12) / abs(log(2 / 3)))
    assert step.low == pytest.approx((2 / 3) ** spread, abs=1e-5)
    assert step.high == pytest.approx((2 / 3) ** (1 / spread), abs=1e-5)


def test_where_nobody_is_left_the_interval_keeps_its_upper_end():
    steps = lasting(DAYS, ENDED)

    assert (steps[-1].share, steps[-1].low) == (0, 0)
    assert steps[-1].high == steps[-2].high


def test_the_median_is_the_first_day_on_which_at_most_half_last():
    steps = lasting(DAYS, ENDED)

    median = median_of(steps)

    # 2/3 last longer than 10 days, 4/9 longer than 20.
    assert median.day == 20
    assert median.low == next(s.day for s in steps if s.low <= 0.5)
    assert median.high is None


def test_a_median_that_is_not_reached_is_none():
    assert median_of(lasting([5, 50, 60], [True, False, False])).day is None


@pytest.mark.parametrize(
    ("days", "ended"),
    [([], []), ([10, 20], [False, False])],
    ids=["nothing", "nothing has ended"],
)
def test_where_nothing_ended_there_is_no_curve(days, ended):
    assert lasting(days, ended) == ()
    assert median_of(()) == Median(None, None, None)


def test_one_half_exactly_is_at_most_half():
    # (9/10) * (8/9) * ... * (5/6) = 5/10, a product that floating point may miss.
    days = list(range(1, 11))

    assert median_of(lasting(days, [True] * 10)).day == 5


def a_stay(days, end, stage="in_progress"):
    since = day("2022-01-01")
    return Stay(
        program="TEST2021-01",
        stage=Stage(stage),
        since=since,
        until=since.fromordinal(since.toordinal() + days),
        end=StayEnd(end),
    )


def test_only_moves_to_another_stage_are_exits():
    stays = [
        a_stay(10, "moved"),
        a_stay(20, "moved"),
        a_stay(20, "left"),
        a_stay(30, "still"),
        a_stay(7, "still", stage="agreed"),
    ]

    times = stage_times(stays)

    # 3/4 last longer than 10 days; 3/4 * 2/3 = 1/2 longer than 20.
    assert list(times) == [Stage.AGREED, Stage.IN_PROGRESS]
    stay = times[Stage.IN_PROGRESS].stay
    assert (stay.median_days, stay.exit_count, stay.stay_count) == (20, 2, 4)
    assert times[Stage.AGREED].stay.median_days is None


@pytest.mark.parametrize(("exits", "usable"), [(4, None), (5, 10)])
def test_a_median_is_used_from_five_exits_on(exits, usable):
    times = stage_times([a_stay(10, "moved")] * exits)

    stay = times[Stage.IN_PROGRESS].stay
    assert stay.median_days == 10
    assert stay.usable_median == usable
