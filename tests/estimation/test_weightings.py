"""Weights drawn at random, always the same ones."""

import pytest

from tracker.domain.bottlenecks import Part
from tracker.estimation.weightings import random_weightings


def test_every_draw_adds_up_to_one_and_is_the_same_on_every_call():
    drawn = random_weightings(50)

    assert drawn == random_weightings(50)
    for weights in drawn:
        assert set(weights) == set(Part)
        assert sum(weights.values()) == pytest.approx(1)


def test_no_part_is_favoured():
    drawn = random_weightings()

    for part in Part:
        mean = sum(weights[part] for weights in drawn) / len(drawn)
        assert mean == pytest.approx(1 / len(Part), abs=0.02)
