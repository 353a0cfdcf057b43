"""What counts something else than programs by stage: those due, and measures."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import a_claim, a_plan
from tests.reporting.scenes import a_frame, labels_outside, labels_touching, words_of
from tracker.domain.claim_context import place_claim
from tracker.domain.due_scores import DueScore
from tracker.domain.hedges import Span
from tracker.domain.measures import MeasuresScore
from tracker.domain.scores import RULES, Score
from tracker.reporting.frame import NARROW, WIDE
from tracker.reporting.language import ENGLISH
from tracker.reporting.rules import RuleSpread, describe_rules, table_of_rules
from tracker.reporting.rules_drawing import draw_rules

HALF = Fraction(1, 2)


def due(done, days, of=4):
    score = Score(Fraction(done), of, Fraction(done))
    return DueScore(score=score, delay_days=days * of, delay_count=of, left_count=0)


def a_spread(*, of=4, days=(10, 30)):
    """Two of four due are completed as said, one as shown; half the measures done."""
    score = Score(Fraction(2), 4, Fraction(3))
    claim = place_claim(a_claim(dated="2023-11", claimant="Test Speaker"), {})
    return RuleSpread(
        plan=a_plan(),
        main_rule=RULES["strict.v1"],
        said={"strict.v1": score},
        shown={"strict.v1": score},
        by_floor={},
        due=(due(min(2, of), days[0], of), due(min(1, of), days[1], of)),
        measures=MeasuresScore(
            claim=claim,
            total=None,
            done=None,
            of=None,
            value=HALF,
            span=Span(HALF, HALF),
        ),
    )


def rows(spread):
    found = table_of_rules(spread, ENGLISH).rows
    return [[str(cell).replace("\xa0", " ") for cell in row] for row in found]


def test_what_was_due_stands_with_its_delay_and_measures_with_their_speaker():
    _, of_due, measures = rows(a_spread())

    assert of_due[0] == (
        "Completed of the 4 due by then; late by a mean of 10 days as said, 30 as shown"
    )
    assert of_due[1:] == ["50 %", "50 %", "25 %", "25 %"]
    assert measures[0] == "Measures done, as counted by Test Speaker, November 2023"
    assert measures[1:] == ["50 %", "50 %", "None", "None"]


def test_on_the_day_itself_nobody_is_late():
    assert rows(a_spread(days=(0, 0)))[1][0] == "Completed of the 4 due by then"


def test_where_nothing_was_due_there_is_no_row():
    assert [row[0][:8] for row in rows(a_spread(of=0))] == ["Complete", "Measures"]


def test_what_nobody_spoke_of_has_no_figure_by_any_rule():
    spread = replace(a_spread(), is_not_known=True)

    assert describe_rules(spread, ENGLISH).title.startswith("Not known: nobody has")
    assert rows(spread) == []
    assert "0 %" not in " ".join(words_of(draw_rules(spread, a_frame(WIDE))))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_picture_has_every_row_and_a_measure_only_as_said(width):
    figure = draw_rules(a_spread(), a_frame(width))

    words = " ".join(words_of(figure)).replace("\xa0", " ")
    assert "Measures done, as counted by Test Speaker" in words
    assert labels_outside(figure) == []
    assert labels_touching(figure) == []


@pytest.mark.parametrize(
    ("left", "late"),
    [
        (0, "late by a mean of 30 days as shown"),
        (1, "late by a mean of 10 days as said"),
    ],
    ids=["all left as said", "all left as shown"],
)
def test_programs_that_have_all_left_the_plan_are_not_said_to_be_0_days_late(
    left, late
):
    spread = a_spread()
    both = list(spread.due)
    both[left] = replace(both[left], delay_days=0, delay_count=0)

    label = rows(replace(spread, due=tuple(both)))[1][0]

    assert label == f"Completed of the 4 due by then; {late}"
