"""Segments: every program stands in exactly one part of a bar."""

from tests.states import a_state
from tracker.domain.segments import Segment, count_segments, present_segments
from tracker.domain.vocabulary import Stage


def test_segments_stand_from_done_to_unknown_with_the_closed_ones_together():
    states = [
        a_state(),
        a_state("negotiating"),
        a_state("completed", "carried_over"),
        a_state("completed"),
        a_state("partly_done"),
    ]

    assert list(count_segments(states)) == [
        Segment(Stage.COMPLETED),
        Segment(Stage.PARTLY_DONE),
        Segment(Stage.NEGOTIATING),
        Segment(Stage.COMPLETED, True),
        Segment(None),
    ]


def test_a_program_completed_before_it_was_superseded_counts_as_completed():
    counted = count_segments([a_state("completed", "superseded")])

    assert counted == {Segment(Stage.COMPLETED): 1}


def test_the_segments_of_several_bars_keep_the_order_of_a_bar():
    bars = [{Segment(None): 1}, {Segment(Stage.AGREED): 2, Segment(None): 1}]

    assert present_segments(bars) == [Segment(Stage.AGREED), Segment(None)]
