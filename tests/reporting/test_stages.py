"""Programs by stage: picture, table and sentence tell the same numbers."""

import pytest

from tests.factories import a_plan, a_sector, a_view
from tests.reporting.scenes import (
    a_frame,
    boxes_named,
    labels_outside,
    some_stages,
    words_of,
)
from tests.states import a_state
from tracker.domain.segments import Segment
from tracker.domain.vocabulary import Stage
from tracker.reporting.language import ENGLISH
from tracker.reporting.stages import (
    SectorStates,
    Stages,
    describe_stages,
    segment_label,
    table_of_stages,
)
from tracker.reporting.stages_drawing import draw_stages


def one_sector(said, shown, adopted_on="2021") -> Stages:
    sector = SectorStates(a_sector(), tuple(said), tuple(shown))
    return Stages(a_plan(adopted_on=adopted_on), (sector,))


def test_the_bars_hold_as_many_squares_as_the_table_says():
    stages = some_stages()
    table = table_of_stages(stages, ENGLISH)

    figure = draw_stages(stages, a_frame())

    columns = table.header[2:-1]
    for index, segment in enumerate(
        (
            Segment(Stage.COMPLETED),
            Segment(Stage.IN_PROGRESS),
            Segment(Stage.APPROVED),
            Segment(Stage.PARTLY_DONE, True),
            Segment(Stage.APPROVED, True),
            Segment(None),
        ),
        start=2,
    ):
        drawn = [
            right - left for left, _, right, _ in boxes_named(figure, str(segment))
        ]
        assert columns[index - 2] == segment_label(segment, ENGLISH)
        assert sorted(drawn) == sorted(row[index] for row in table.rows if row[index])


def test_the_table_has_the_plan_first_and_every_row_adds_up():
    table = table_of_stages(some_stages(), ENGLISH)

    assert [row[:2] for row in table.rows[:2]] == [
        ("All 5 programs", "said"),
        ("All 5 programs", "shown"),
    ]
    for row in table.rows:
        assert sum(row[2:-1]) == row[-1]
    assert [
        sum(column) for column in zip(*[r[2:] for r in table.rows[2:]], strict=True)
    ] == [sum(column) for column in zip(*[r[2:] for r in table.rows[:2]], strict=True)]


def test_the_sentence_and_the_title_have_the_numbers_of_the_bars():
    finding = describe_stages(some_stages(), ENGLISH)

    assert finding.title == "Completed: 3 of 5 programs as said, 1 as shown"
    assert finding.sentence == (
        "Of 5 programs, as said and as shown: completed 3 and 1; in progress 0 and 1; "
        "approved 0 and 1; partly done, left the plan 1 and 0; approved, left the plan "
        "0 and 1; not known 1 and 1."
    )


@pytest.mark.parametrize(
    ("said", "shown", "title"),
    [
        (
            ["completed", "approved"],
            ["approved", "approved"],
            "1 of 2 programs is said to be completed; the evidence shows none",
        ),
        (
            ["partly_done", "negotiating"],
            ["negotiating", ""],
            "The furthest stage, “partly done”, is reached by 1 of 2 programs as said, "
            "0 as shown",
        ),
        (["", ""], ["", ""], "Nothing is known yet of any of the 2 programs"),
        ([""], [""], "Nothing is known yet of the only program"),
        (
            ["completed"],
            ["approved"],
            "The only program is said to be completed; the evidence does not show it",
        ),
        (
            ["completed"],
            ["completed"],
            "The only program is completed, as said and as shown",
        ),
        (
            ["partly_done"],
            ["approved"],
            "The only program has reached “partly done” as said; the evidence does "
            "not show it",
        ),
        ([], [], "No program is in this plan yet."),
    ],
    ids=[
        "none shown",
        "none completed",
        "unknown",
        "one unknown",
        "one said",
        "one shown",
        "one not completed",
        "empty",
    ],
)
def test_the_title_is_the_finding(said, shown, title):
    stages = one_sector(map(a_state, said), map(a_state, shown))

    assert describe_stages(stages, ENGLISH).title == title


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("", "2 of 3 texts are said to be agreed; the evidence shows none"),
        ("approved", "Agreed: 2 of 3 texts as said, 1 as shown"),
    ],
)
def test_texts_never_adopted_are_to_be_agreed(shown, title):
    said = [
        a_state("agreed", "superseded"),
        a_state("approved"),
        a_state("negotiating"),
    ]
    stages = one_sector(said, [a_state(shown), a_state(), a_state()], adopted_on=None)

    assert describe_stages(stages, ENGLISH).title == title
    assert "2 of 3 agreed" in words_of(draw_stages(stages, a_frame()))


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize(
    "stages",
    [
        some_stages(),
        one_sector([], []),
        one_sector([a_state("approved")], [a_state()]),
        one_sector([a_state("approved")] * 300, [a_state()] * 300),
    ],
    ids=["two sectors", "empty", "one program", "three hundred"],
)
def test_every_word_stands_on_the_sheet(stages, width):
    figure = draw_stages(stages, a_frame(width))

    assert labels_outside(figure) == []


def test_counts_stand_in_their_segments_but_one_square_needs_none():
    words = words_of(draw_stages(some_stages(), a_frame()))

    assert "3" in words
    assert "1" not in words
    assert "3 of 5 completed" in words


def test_the_footer_says_what_was_asked():
    words = " ".join(words_of(draw_stages(some_stages(), a_frame())))

    plain = words.replace("\N{NO-BREAK SPACE}", " ")
    assert "As of 31 December 2023" in plain
    assert "revision 7" in plain


@pytest.mark.parametrize("rule", ["", "strict.v1", "strict.v1, thirds.v1", "a" * 20])
def test_no_line_of_a_footer_is_a_lone_number(rule):
    frame = a_frame(390, rule=rule, earlier=a_view("2022-12-31"))

    words = words_of(draw_stages(some_stages(), frame))

    assert not {"7", "31", "2023"} & set(words[-4:])
