"""Sizes of files in words."""

import pytest

from tracker.web.sizes import size


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (219_226, "219 kB"),
        (2_097_152, "2.1 MB"),
    ],
)
def test_a_size_is_said_as_people_read_it(app, count, words):
    with app.test_request_context():
        assert size(count) == words
