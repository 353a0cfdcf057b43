"""Percentage claims: each at its day and figure, its verdict in shape and word."""

from decimal import Decimal

import pytest

from tests.factories import a_claim, a_plan, a_program
from tests.reporting.scenes import a_frame, labels_outside, words_of
from tests.reporting.test_progress import some_progress
from tests.states import a_state
from tracker.domain.claim_checks import Item, check_claim
from tracker.domain.claim_context import place_claim
from tracker.domain.scores import RULES
from tracker.reporting.claims import (
    ClaimMark,
    Claims,
    by_prominence,
    describe_claims,
    table_of_claims,
)
from tracker.reporting.claims_drawing import draw_claims
from tracker.reporting.language import ENGLISH
from tracker.reporting.lettering import width_of

NO_BREAK = "\N{NO-BREAK SPACE}"
ITEMS = [
    Item(a_program(f"TEST2021-{n:02d}"), a_state("completed"), a_state("approved"))
    if n <= 4
    else Item(a_program(f"TEST2021-{n:02d}"), a_state("approved"), a_state("approved"))
    for n in range(1, 11)
]


def a_mark(low, *, dated="2023-02-01", unit="percent_unspecified", **more):
    """A claim beside a record of ten programs, four of them said to be completed."""
    is_official = more.pop("is_official", True)
    claim = a_claim(
        metric="share_completed",
        unit=unit,
        low=Decimal(low),
        high=Decimal(more.pop("high", low)),
        dated=dated,
        **more,
    )
    check = check_claim(place_claim(claim, {}), a_plan(item_count=10), ITEMS)
    return ClaimMark(check, is_official)


def some_claims(*marks):
    return Claims(
        plan=a_plan(),
        rule=RULES["strict.v1"],
        points=some_progress().points,
        marks=marks,
    )


def plain(text):
    return text.replace(NO_BREAK, " ")


THREE = (
    a_mark(80, dated="2023-01-10", claimant="A. Tester", qualifier="almost"),
    a_mark(30, dated="2023-02-10", claimant="B. Prober (as relayed)"),
    a_mark(70, dated="2023-03-10", claimant="Test Body", unit="percent_of_measures"),
)


def test_the_sentence_counts_the_verdicts_of_the_table():
    claims = some_claims(*THREE)

    finding = describe_claims(claims, ENGLISH)
    table = table_of_claims(claims, ENGLISH)

    assert [row[5] for row in table.rows] == [
        "Above the record",
        "Within the record",
        "Cannot be checked",
    ]
    assert [plain(row[2]) for row in table.rows] == ["almost 80 %", "30 %", "70 %"]
    assert finding.title == "1 of 3 percentage claims lies above what the record allows"
    assert "The highest is 80 % (A. Tester, 10 January 2023)." in plain(
        finding.sentence
    )


def test_claims_are_named_by_speaker_and_figure():
    words = words_of(draw_claims(some_claims(*THREE), a_frame()))

    assert {"Tester 80", "Prober 30", "Test Body 70"} <= set(words)


def test_the_key_names_only_what_is_there():
    words = words_of(draw_claims(some_claims(THREE[0]), a_frame()))

    assert "above the record" in words
    assert "within the record" not in words
    assert "ringed: an independent word" not in words


def test_an_independent_word_is_ringed():
    mark = a_mark(30, is_official=False)

    words = words_of(draw_claims(some_claims(mark), a_frame()))

    assert "ringed: an independent word" in words


def test_no_name_crosses_the_stroke_of_a_span_or_the_line_of_what_is_said():
    span = a_mark(40, high=70, dated="2023-02-01")
    before = a_mark(55, dated="2023-01-20", claimant="A. Speaker-With-A-Long-Name")

    figure = draw_claims(some_claims(span, before), a_frame(390))

    (axes,) = [axes for axes in figure.axes[1:] if axes.artists]
    stroke = axes.transData.transform((span.day.toordinal(), 0))[0]
    names = [
        (axes.transData.transform((label.x, 0))[0], width_of(label.text, label.size))
        for artist in axes.artists
        for label in artist.labels
        if "Long-Name" in label.text
    ]
    assert not [1 for x, wide in names if abs(x - stroke) < wide / 2]


def test_new_heights_are_named_first():
    low, high, middle = a_mark(30), a_mark(90), a_mark(60)

    assert by_prominence([low, high, middle]) == [high, low, middle]


def test_where_none_can_be_checked_the_title_says_so():
    marks = (a_mark(30, unit="percent_of_measures"),) * 2

    assert describe_claims(some_claims(*marks), ENGLISH).title == (
        "None of 2 percentage claims can be checked: none counts programs"
    )


def test_without_claims_there_is_a_sentence():
    assert describe_claims(some_claims(), ENGLISH).title == (
        "Nobody claimed a percentage of this plan by then."
    )


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize(
    "marks",
    [(), THREE[:1], THREE, tuple(a_mark(100, claimant="A. Tester") for _ in range(40))],
    ids=["none", "one", "three", "forty on a day"],
)
def test_every_word_stands_on_the_sheet(marks, width):
    assert labels_outside(draw_claims(some_claims(*marks), a_frame(width))) == []
