"""Lineage: every passage is a line, and items stand beside what they became."""

from itertools import pairwise

import pytest

from tests.factories import a_lineage, a_plan, a_program
from tests.reporting.scenes import (
    LONG_TITLE,
    a_frame,
    labels_outside,
    labels_touching,
    words_of,
)
from tracker.domain.program import Title
from tracker.domain.vocabulary import LineageBasis, Relation
from tracker.reporting.language import ENGLISH
from tracker.reporting.lineage import (
    LineageFlow,
    describe_lineage,
    table_of_lineage,
)
from tracker.reporting.lineage_drawing import draw_lineage
from tracker.reporting.lineage_layout import columns_of

PLANS = (a_plan("TEST2019"), a_plan("TEST2021"), a_plan("TEST2024"))
LINEAGE = (
    a_lineage(origin="TEST2019-03", heir="TEST2021-01", relation=Relation.RENAMED),
    a_lineage(
        "L002",
        origin="TEST2021-01",
        heir="TEST2024-02",
        basis=LineageBasis.MATCHED,
    ),
    a_lineage("L003", origin="TEST2019-01", heir=""),
    a_lineage("L004", origin="TEST2019-02", heir="TEST2021", relation=Relation.RENAMED),
)


def a_flow(lineage=LINEAGE, count=3):
    programs = {
        plan.code: tuple(
            a_program(f"{plan.code}-{n:02d}", title=Title(LONG_TITLE))
            for n in range(1, count + 1)
        )
        for plan in PLANS
    }
    return LineageFlow(plans=PLANS, programs=programs, lineage=lineage)


def test_every_passage_between_programs_is_a_line_dashed_where_it_is_our_match():
    figure = draw_lineage(a_flow(), a_frame())

    curves = [
        artist
        for artist in figure.axes[0].collections
        if hasattr(artist, "get_segments") and len(artist.get_segments()[0]) > 2
    ]
    assert [len(artist.get_segments()) for artist in curves] == [1, 1]
    dashed = [artist.get_linestyles()[0][1] is not None for artist in curves]
    assert dashed == [False, True]


def test_an_item_stands_at_the_height_of_what_it_became():
    first, middle, last = columns_of(a_flow(), a_frame())

    assert first.heights["TEST2019-03"] == middle.heights["TEST2021-01"]
    assert last.heights["TEST2024-02"] == middle.heights["TEST2021-01"]


@pytest.mark.parametrize("width", [960, 390])
def test_a_long_title_stands_whole_and_touches_nothing(width):
    title = " ".join(LONG_TITLE.split()[:14])
    programs = {p.code: (a_program(f"{p.code}-01", title=Title(title)),) for p in PLANS}
    dropped = a_lineage(origin="TEST2019-01", heir="")
    flow = LineageFlow(plans=PLANS, programs=programs, lineage=(dropped,))

    figure = draw_lineage(flow, a_frame(width))

    assert f"01 {title}" in " ".join(words_of(figure))
    assert labels_touching(figure) == []


def test_no_two_items_of_a_plan_overlap():
    for column in columns_of(a_flow(count=30), a_frame()):
        heights = sorted(
            (middle - column.size_of(code) / 2, middle + column.size_of(code) / 2)
            for code, middle in column.heights.items()
        )
        assert all(a[1] <= b[0] for a, b in pairwise(heights))


def test_the_sentence_counts_the_rows_of_the_table():
    flow = a_flow()

    finding = describe_lineage(flow, ENGLISH)
    table = table_of_lineage(flow, ENGLISH)

    assert len(table.rows) == 4
    assert table.rows[2][2] == "dropped"
    assert table.rows[3][3] == "the package as a whole"
    assert finding.title == (
        "2 of 6 items of the earlier plans went on as items of the next"
    )
    assert finding.sentence == (
        "Of 4 passages from one plan to the next: renamed 2; carried over 1; dropped "
        "1. 1 of them are matched by us, the others are stated by a source. Of 1 more "
        "items no heir is known but the next package as a whole."
    )


def test_a_narrow_sheet_has_titles_in_the_middle_only():
    words = words_of(draw_lineage(a_flow(), a_frame(390)))

    assert words.count("01") == 2
    assert any(text.startswith("01 Испытательная") for text in words)


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("lineage", [LINEAGE, ()], ids=["some", "none"])
@pytest.mark.parametrize("count", [3, 33])
def test_every_word_stands_on_the_sheet(lineage, count, width):
    figure = draw_lineage(a_flow(lineage, count), a_frame(width))

    assert labels_outside(figure) == []
