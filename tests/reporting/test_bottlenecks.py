"""Bottlenecks: bars as long as their scores, parts as long as their shares."""

from fractions import Fraction

import pytest

from tests.domain.held import REPORTS, a_position, around
from tests.factories import a_sector
from tests.reporting.scenes import (
    LONG_TITLE,
    a_frame,
    boxes_named,
    labels_outside,
    words_of,
)
from tracker.domain.bottlenecks import (
    Part,
    SectorBottleneck,
    rank_programs,
    rank_sectors,
)
from tracker.reporting.bottlenecks import (
    Bottlenecks,
    describe_bottlenecks,
    table_of_bottlenecks,
)
from tracker.reporting.bottlenecks_drawing import draw_bottlenecks
from tracker.reporting.language import ENGLISH


def some_bottlenecks(count=1):
    """A sector with *count* open programs, and one with a program that is closed."""
    positions = [
        a_position(REPORTS, code=f"TEST2021-{number:02d}", sector="energy")
        for number in range(1, count + 1)
    ]
    held = rank_programs(positions, around("TEST2021-99"))
    sectors = rank_sectors(
        [a_sector("energy", "Test energy"), a_sector("trade", LONG_TITLE)],
        positions,
        held,
    )
    return Bottlenecks(subject="TEST2021", sectors=sectors, programs=held)


def test_every_part_is_as_long_as_its_share():
    bottlenecks = some_bottlenecks()
    (sector,) = bottlenecks.open_sectors

    figure = draw_bottlenecks(bottlenecks, a_frame())

    for part, share in sector.shares().items():
        drawn = [right - left for left, _, right, _ in boxes_named(figure, part.value)]
        # The sector and its only program: the same score, drawn twice.
        expected = [float(share)] * 2 if share else []
        assert drawn == pytest.approx(expected)


def test_the_parts_of_the_table_add_up_to_the_score():
    table = table_of_bottlenecks(some_bottlenecks(4), ENGLISH)

    assert table.rows[0][:3] == ("Test energy", 4, 4)
    for row in table.rows:
        parts = sum(float(cell) for cell in row[4:])
        assert float(row[3]) == pytest.approx(parts, abs=0.3)  # rounded to tenths
    assert len(table.header) == 4 + len(Part)


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (1, "Test energy is held up most, by the few programs there are"),
        (3, "Test energy is held up most"),
    ],
)
def test_few_programs_are_called_few(count, title):
    finding = describe_bottlenecks(some_bottlenecks(count), ENGLISH)

    assert finding.title == title
    assert ("(few programs)" in finding.sentence) is (count < 3)


def test_where_every_score_is_nought_nothing_is_said_to_be_held_up(
    monkeypatch,
):
    monkeypatch.setattr(SectorBottleneck, "score", Fraction())

    finding = describe_bottlenecks(some_bottlenecks(2), ENGLISH)

    assert finding.title == "Nothing holds up the open programs so far."


def test_the_picture_says_how_many_programs_a_score_rests_on():
    words = words_of(draw_bottlenecks(some_bottlenecks(), a_frame()))

    assert "1 of 1 open, few programs" in words


def test_nothing_open_says_so():
    nothing = Bottlenecks(subject="TEST2021", sectors=(), programs=())

    assert describe_bottlenecks(nothing, ENGLISH).title == (
        "No program is open: nothing is held up."
    )


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("count", [0, 1, 15])
def test_every_word_stands_on_the_sheet(count, width):
    figure = draw_bottlenecks(some_bottlenecks(count), a_frame(width))

    assert labels_outside(figure) == []
