"""Bars of scores: parts and words, from a score made by hand."""

from fractions import Fraction

import pytest

from tests.factories import a_program, a_sector, a_view
from tracker.domain.bottlenecks import HeldProgram, Part, SectorBottleneck
from tracker.domain.state import UNKNOWN, Position
from tracker.domain.vocabulary import Timeliness
from tracker.web.part_bars import points, scale_end, score_parts, score_words


@pytest.fixture(autouse=True)
def _request(app):
    """An address of the English pages."""
    with app.test_request_context("/"):
        yield


def a_held_program(**parts):
    """An open program of which some parts were measured."""
    position = Position(
        program=a_program(),
        state=UNKNOWN,
        due=None,
        timeliness=Timeliness.NO_DEADLINE,
        view=a_view(),
    )
    return HeldProgram(
        position=position,
        late_days=0,
        late_for="",
        stage_days=None,
        awaited_by=(),
        parts={part: parts.get(part.value) for part in Part},
    )


# Weights 3, 2, 1 and 1 are used: (3 x 1 + 2 x 0 + 1 x 1/2 + 0) / 7 is one half.
HALF = a_held_program(
    overdue=Fraction(1),
    awaited=Fraction(0),
    silence=Fraction(1, 2),
    held_up=Fraction(0),
)


def test_the_parts_stand_one_behind_the_other_and_fill_the_score():
    found = score_parts(HALF, Fraction(1))

    assert [
        (part.code, round(part.start, 2), round(part.width, 2)) for part in found
    ] == [
        ("overdue", 0, 42.86),
        ("silence", 42.86, 7.14),
    ]


def test_a_bar_is_drawn_to_the_scale_of_its_table():
    [late, _] = score_parts(HALF, Fraction(3, 5))

    assert round(late.width, 2) == 71.43


@pytest.mark.parametrize(
    ("count", "end"), [(1, Fraction(3, 5)), (2, Fraction(2, 5)), (0, Fraction(1, 5))]
)
def test_the_scale_ends_at_the_first_fifth_that_holds_the_longest(count, end):
    rows = [SectorBottleneck(sector=a_sector(), count=count, held=(HALF,))]

    assert scale_end(rows if count else []) == end


def test_the_words_name_every_part():
    assert score_words(HALF) == (
        "50 points of a hundred. Past its date: 42.9, Long in its stage: 0, Others "
        "wait for it: 0, Silence: 7.1, Stalled or blocked: 0"
    )


def test_what_was_not_measured_is_said_so():
    assert (points(None), points(Fraction(1, 3))) == ("not measured", "33.3")
