"""Completion rules on states made by hand, with the sum beside each."""

from fractions import Fraction

import pytest

from tracker.domain.scores import RULES, stage_counts
from tracker.domain.state import State
from tracker.domain.vocabulary import Closure, Stage


def a_state(stage, *, closure=None, silent_days=0):
    return State(
        stage=Stage(stage) if stage else None,
        closure=Closure(closure) if closure else None,
        silent_days=None if stage is None else silent_days,
    )


LADDER = [
    a_state(stage)
    for stage in [
        "not_started",
        "negotiating",
        "agreed",
        "approved",
        "in_progress",
        "partly_done",
        "completed",
    ]
]


@pytest.mark.parametrize(
    ("rule", "done"),
    [
        ("strict.v1", Fraction(1)),
        # 0 + 0 + 0 + 0 + 1/3 + 2/3 + 1
        ("thirds.v1", Fraction(2)),
        # 0 + 1/3 + 2/3 + 1 + 1 + 1 + 1
        ("agreement.v1", Fraction(5)),
        # 0 + 0 + 0 + 0 + 0 + 1/2 + 1
        ("half.v1", Fraction(3, 2)),
    ],
)
def test_one_program_at_each_of_the_seven_stages_gives(rule, done):
    score = RULES[rule].score(LADDER)

    assert (score.done, score.of) == (done, 7)
    assert score.value == score.low == score.high == done / 7


@pytest.mark.parametrize(
    ("rule", "done"),
    [("strict.v1", 0), ("thirds.v1", Fraction(2, 3)), ("half.v1", Fraction(1, 2))],
)
def test_completed_and_carried_over_counts_as_partly_done_at_most(rule, done):
    score = RULES[rule].score([a_state("completed", closure="carried_over")])

    assert score.done == done


@pytest.mark.parametrize("closure", ["superseded", "withdrawn", "carried_over"])
def test_programs_that_left_the_plan_stay_in_the_number_of_all(closure):
    score = RULES["strict.v1"].score(
        [a_state("completed"), a_state("in_progress", closure=closure)]
    )

    assert (score.done, score.of, score.value) == (1, 2, Fraction(1, 2))


def test_unknown_and_silent_programs_count_as_done_in_the_upper_bound_alone():
    states = [
        a_state("completed"),
        a_state(None),
        a_state("in_progress", silent_days=271),
        a_state("in_progress", silent_days=270),
        a_state("in_progress", silent_days=400, closure="carried_over"),
    ]

    strict = RULES["strict.v1"].score(states)
    thirds = RULES["thirds.v1"].score(states)

    # One is done; the unknown and the silent open one may be: 1, or 3, of 5.
    assert (strict.low, strict.high) == (Fraction(1, 5), Fraction(3, 5))
    # 1 + 0 + 1/3 + 1/3 + 1/3 = 2, or 1 + 1 + 1 + 1/3 + 1/3 = 11/3, of 5.
    assert (thirds.low, thirds.high) == (Fraction(2, 5), Fraction(11, 15))


@pytest.mark.parametrize("rule", RULES)
def test_a_plan_without_programs_has_no_share(rule):
    score = RULES[rule].score([])

    assert (score.value, score.low, score.high, score.of) == (None, None, None, 0)


def test_every_rule_says_its_id_and_what_it_gives():
    for name, rule in RULES.items():
        assert rule.id == name
        assert rule.label
        assert rule.score.__doc__


def test_stages_are_counted_with_every_stage_named_and_unknown_apart():
    counts = stage_counts([a_state("agreed"), a_state("agreed"), a_state(None)])

    assert list(counts) == [*Stage, None]
    assert (counts[Stage.AGREED], counts[Stage.NOT_STARTED], counts[None]) == (2, 0, 1)
