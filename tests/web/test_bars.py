"""Bars of programs by stage: their parts and words, from counts made by hand."""

import pytest

from tracker.domain.scores import Score
from tracker.domain.state import State
from tracker.domain.vocabulary import Closure, Stage
from tracker.services.progress import tally
from tracker.web.bars import (
    bar_words,
    beside,
    bounds,
    counts,
    figure,
    legend,
    of,
    parts,
    rule_unit,
)


@pytest.fixture(autouse=True)
def _request(app):
    """An address of the English pages."""
    with app.test_request_context("/"):
        yield


COUNTED = tally(
    [
        State(stage=Stage.COMPLETED),
        State(stage=Stage.COMPLETED, closure=Closure.CARRIED_OVER),
        State(stage=Stage.PARTLY_DONE),
        State(),
    ]
)


def test_done_stands_on_the_left_and_the_unknown_on_the_right():
    assert list(counts(COUNTED).items()) == [
        ("completed", 1),
        ("completed_carried", 1),
        ("partly_done", 1),
        ("unknown", 1),
    ]


def test_the_parts_fill_the_bar():
    found = parts(COUNTED)

    assert [(part.start, part.width) for part in found] == [
        (0, 25),
        (25, 25),
        (50, 25),
        (75, 25),
    ]
    assert found[1].middle == 37.5


def test_a_bar_without_programs_has_no_parts():
    assert parts(tally([])) == []
    assert bar_words(tally([])) == ""


def test_a_bar_says_its_numbers():
    assert bar_words(COUNTED) == (
        "Completed: 1, Called completed, but carried over: 1, Partly done: 1, "
        "Not known: 1"
    )


def test_the_key_names_what_is_drawn_and_nothing_else():
    started = tally([State(stage=Stage.NEGOTIATING)])

    assert legend([COUNTED, started]) == [
        ("completed", "Completed"),
        ("completed_carried", "Called completed, but carried over"),
        ("partly_done", "Partly done"),
        ("negotiating", "Negotiating"),
        ("unknown", "Not known"),
    ]


def test_a_score_is_x_of_n_with_its_upper_bound():
    score = COUNTED.scores["strict.v1"]

    # One of four is completed; the unknown one may be.
    assert of(score) == "1 of 4"
    assert bounds(score) == "25\u00a0%, at most 50\u00a0%"
    assert bounds(Score(score.done, 4, score.done)) == "25\u00a0%"
    assert bounds(Score(score.done, 0, score.done)) == "not known"


def test_a_rule_says_what_it_counts():
    assert rule_unit("strict.v1") == "completed"
    assert rule_unit("agreement.v1") == "towards agreement"


def test_only_a_rule_that_counts_programs_leads_with_their_number():
    counted, weighed = COUNTED.scores["strict.v1"], COUNTED.scores["thirds.v1"]

    assert figure(counted, "strict.v1") == "1 of 4"
    assert beside(counted, "strict.v1") == bounds(counted)
    # 1 + 2/3 (carried over) + 2/3 + 0 of 4; with the unknown one done 10/3 of 4.
    assert figure(weighed, "thirds.v1") == "58.3\u00a0%"
    assert beside(weighed, "thirds.v1") == "2.3 of 4, at most 83.3\u00a0%"
