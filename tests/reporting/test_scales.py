"""Scales: ends of lines that are near are named apart."""

import pytest

from tracker.reporting.scales import spread


@pytest.mark.parametrize(
    ("places", "gap", "bounds", "moved"),
    [
        ([1, 5], 2, (0, 10), [1, 5]),
        ([4, 5], 2, (0, 10), [3.5, 5.5]),
        ([9.5, 10], 2, (0, 10), [8, 10]),
        ([0, 0.5], 2, (0, 10), [0, 2]),
        ([5], 2, (0, 10), [5]),
        ([], 2, (0, 10), []),
    ],
    ids=["far apart", "too near", "at the top", "at the bottom", "one", "none"],
)
def test_labels_are_moved_apart_and_stay_in_sight(places, gap, bounds, moved):
    assert spread(places, gap, bounds) == pytest.approx(moved)
