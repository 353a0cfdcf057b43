"""Slipping deadlines: every statement at the day it was made and the day it names."""

import pytest

from tests.factories import a_stated_deadline, a_view, day
from tests.reporting.scenes import (
    LONG_TITLE,
    a_frame,
    labels_outside,
    labels_touching,
    words_of,
)
from tracker.domain.deadlines import milestones_of
from tracker.domain.program import Title
from tracker.reporting.language import ENGLISH
from tracker.reporting.slips import (
    Matter,
    Slips,
    describe_slips,
    ranked,
    table_of_slips,
)
from tracker.reporting.slips_drawing import draw_slips


def a_matter(*statements, key="TEST2021-01", title="Test market"):
    rows = [
        a_stated_deadline(f"D{number:03d}", stated_on=stated, due=due, bound=bound)
        for number, (stated, due, bound) in enumerate(statements, start=1)
    ]
    return Matter(
        key=key,
        title=Title(title),
        milestones=tuple(milestones_of(rows, a_view("2023-12-31"))),
    )


SLIPPED = (("2021-01-01", "2022-01-01", "by"), ("2022-02-01", "2023-01-01", "by"))
FIRM = (("2021-01-01", "2022-01-01", "by"), ("2021-06-01", "2022-01-01", "by"))


def some_slips():
    return Slips(
        subject="TEST2021",
        matters=ranked(
            [
                a_matter(*FIRM, key="TEST2021-01", title="Test firm"),
                a_matter(*SLIPPED, key="TEST2021-02", title=LONG_TITLE),
            ]
        ),
        once_count=3,
    )


def test_what_slipped_most_comes_first():
    assert [matter.key for matter in some_slips().matters] == [
        "TEST2021-02",
        "TEST2021-01",
    ]


@pytest.mark.parametrize("width", [960, 390])
def test_the_longest_title_stands_whole_above_its_panel(width):
    figure = draw_slips(some_slips(), a_frame(width))

    assert LONG_TITLE in " ".join(words_of(figure))
    assert labels_touching(figure) == []


def test_a_line_runs_from_promise_to_promise():
    figure = draw_slips(Slips(subject="", matters=(a_matter(*SLIPPED),)), a_frame())

    lines = [
        segment.tolist()
        for artist in figure.axes[-1].collections
        if hasattr(artist, "get_segments")
        for segment in artist.get_segments()
    ]
    assert [
        [day("2021-01-01").toordinal(), day("2022-01-01").toordinal()],
        [day("2022-02-01").toordinal(), day("2023-01-01").toordinal()],
    ] in lines


def test_the_days_slipped_stand_at_the_line_and_in_the_sentence():
    slips = some_slips()

    finding = describe_slips(slips, ENGLISH)

    assert "+365 days" in words_of(draw_slips(slips, a_frame()))
    assert finding.title == "1 of 2 dates promised again was moved later"
    assert "by 365 days in all" in finding.sentence
    assert "2 of all passed without word" in finding.sentence


def test_the_table_has_a_row_a_statement():
    table = table_of_slips(some_slips(), ENGLISH)

    assert [row[3:5] for row in table.rows] == [
        ("2021-01-01", "2022-01-01"),
        ("2022-02-01", "2023-01-01"),
        ("2021-01-01", "2022-01-01"),
        ("2021-06-01", "2022-01-01"),
    ]
    assert [row[6] for row in table.rows] == [
        "",
        "passed without word",
        "",
        "passed without word",
    ]


def test_a_lower_bound_is_no_promise_and_is_said_so():
    matter = a_matter(
        ("2021-01-01", "2027", "not_before"), ("2022-01-01", "2026", "not_before")
    )
    slips = Slips(subject="", matters=(matter,))

    words = words_of(draw_slips(slips, a_frame()))

    assert "“not before”: no promise" in words
    assert describe_slips(slips, ENGLISH).title == (
        "The only date promised again was not moved later"
    )


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("count", [0, 1, 2, 12])
def test_every_word_stands_on_the_sheet(count, width):
    matters = tuple(
        a_matter(*SLIPPED, key=f"TEST2021-{number:02d}", title=LONG_TITLE)
        for number in range(count)
    )

    figure = draw_slips(Slips(subject="TEST2021", matters=matters), a_frame(width))

    assert labels_outside(figure) == []


def test_where_nothing_was_promised_again_nothing_can_slip():
    finding = describe_slips(Slips(subject="TEST2021", matters=()), ENGLISH)

    assert finding.title == "No date was promised more than once, so none can slip."
