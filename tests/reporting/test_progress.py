"""Progress by month and every rule: lines, marks and words of the same figures."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import a_plan, day
from tests.reporting.scenes import (
    a_frame,
    labels_outside,
    labels_touching,
    words_of,
)
from tracker.domain.scores import RULES, Score
from tracker.domain.series import Point
from tracker.domain.vocabulary import EvidenceGrade
from tracker.reporting.language import ENGLISH
from tracker.reporting.progress import (
    Mark,
    Progress,
    describe_progress,
    described_marks,
    table_of_progress,
)
from tracker.reporting.progress_drawing import draw_progress
from tracker.reporting.rules import RuleSpread, describe_rules, table_of_rules
from tracker.reporting.rules_drawing import draw_rules

NO_BREAK = "\N{NO-BREAK SPACE}"
RULE = RULES["strict.v1"]


def score(done, high, of=10):
    return Score(Fraction(done), of, Fraction(high))


def some_progress(*marks):
    """Ten programs: said completed 0, 3, 4 by month; shown 0, 0, 1."""
    figures = [
        ("2023-01-31", score(0, 0), score(0, 0)),
        ("2023-02-28", score(3, 5), score(0, 6)),
        ("2023-03-15", score(4, 5), score(1, 6)),
    ]
    points = tuple(Point(day(text), said, shown) for text, said, shown in figures)
    return Progress(plan=a_plan(), rule=RULE, points=points, marks=marks)


def a_spread():
    return RuleSpread(
        plan=a_plan(),
        main_rule=RULE,
        said={"strict.v1": score(4, 5), "thirds.v1": score(6, 7)},
        shown={"strict.v1": score(1, 6), "thirds.v1": score(2, 8)},
        by_floor={grade: score(4 - grade.rank, 6) for grade in EvidenceGrade},
    )


def plain(text):
    return text.replace(NO_BREAK, " ")


def lines_of(figure):
    """The open lines of the last axes, as lists of points."""
    return [
        segment.tolist()
        for artist in figure.axes[-1].collections
        if hasattr(artist, "get_segments")
        for segment in artist.get_segments()
    ]


def test_the_lines_go_through_the_figures_of_the_table():
    progress = some_progress()
    table = table_of_progress(progress, ENGLISH)

    lines = lines_of(draw_progress(progress, a_frame()))

    said = [
        [d.toordinal(), v]
        for d, v in zip(days_of(progress), (0, 0.3, 0.4), strict=True)
    ]
    assert any(all(point in line for point in said) for line in lines)
    assert [plain(row[1]) for row in table.rows] == ["0 %", "30 %", "40 %"]
    assert [plain(row[3]) for row in table.rows] == ["0 %", "0 %", "10 %"]


def days_of(progress):
    return [point.day for point in progress.points]


def test_title_and_sentence_tell_the_last_figures_and_the_widest_gap():
    finding = describe_progress(some_progress(), ENGLISH)

    assert plain(finding.title) == "40 % completed as said, 10 % as shown"
    assert "at most 50 % if silence hides success" in plain(finding.sentence)
    assert "the widest gap was 30 points (February 2023)" in plain(finding.sentence)


def test_a_plan_nobody_spoke_of_is_not_known_rather_than_at_nought():
    progress = replace(some_progress(), is_not_known=True)

    assert describe_progress(progress, ENGLISH).title.startswith("Not known: nobody")
    assert table_of_progress(progress, ENGLISH).rows == ()
    assert not any(
        "%" in words for words in words_of(draw_progress(progress, a_frame()))
    )


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_words_for_its_title(rule):
    progress = replace(some_progress(), rule=RULES[rule])

    assert "as said" in describe_progress(progress, ENGLISH).title


def test_marks_in_sight_and_large_jumps_are_numbered_in_order():
    progress = some_progress(
        Mark(day("2023-02-10"), "Test decree"), Mark(day("2024-01-01"), "Later")
    )

    marks = described_marks(progress, ENGLISH)

    assert [plain(mark.text) for mark in marks] == [
        "10 February 2023: Test decree",
        "February 2023: from 0 % to 30 %, as said",
        "March 2023: from 30 % to 40 %, as said",
    ]
    words = words_of(draw_progress(progress, a_frame()))
    assert {"1", "2", "3"} <= set(words)


def test_every_rule_and_every_floor_has_a_row():
    table = table_of_rules(a_spread(), ENGLISH)

    assert [row[0] for row in table.rows[:3]] == [
        "Completed programs",
        "Mean progress in thirds",
        "Every report (E0 and better)",
    ]
    assert [plain(cell) for cell in table.rows[0][1:]] == [
        "40 %",
        "50 %",
        "10 %",
        "60 %",
    ]
    assert table.rows[2][1] is None
    assert len(table.rows) == 2 + len(EvidenceGrade)


def test_the_spread_of_the_rules_is_the_finding():
    finding = describe_rules(a_spread(), ENGLISH)

    assert plain(finding.title) == (
        "By the rule chosen, the same record gives 40 % to 60 % as said"
    )
    assert "completed programs 40 % and 10 %" in plain(finding.sentence)


def test_figures_too_near_to_one_another_stand_in_one_label():
    spread = RuleSpread(
        plan=a_plan(),
        main_rule=RULE,
        said={"strict.v1": score(4, 4)},
        shown={"strict.v1": score(Fraction(7, 2), 4)},
        by_floor={},
    )

    words = [plain(text) for text in words_of(draw_rules(spread, a_frame()))]

    assert "35 % – 40 %" in words


def test_where_every_rule_gives_the_same_the_title_says_so():
    same = {"strict.v1": score(4, 5), "thirds.v1": score(4, 5)}
    spread = replace(a_spread(), said=same)

    title = describe_rules(spread, ENGLISH).title

    assert plain(title) == "By every rule the record gives 40 % as said"


def test_a_rule_for_the_other_kind_of_plan_is_marked_and_no_part_of_the_finding():
    spread = a_spread()
    scores = {**spread.said, "agreement.v1": score(10, 10)}
    spread = replace(spread, said=scores, shown=scores)

    found = describe_rules(spread, ENGLISH)
    label = table_of_rules(spread, ENGLISH).rows[2][0]

    assert plain(found.title) == (
        "By the rule chosen, the same record gives 40 % to 60 % as said"
    )
    assert "the rules reach from 40 % to 60 %" in plain(found.sentence)
    assert label == "Mean progress towards agreement (made for the other kind of plan)"


def test_a_plan_of_texts_has_one_rule_of_its_own():
    scores = {"strict.v1": score(0, 0), "agreement.v1": score(4, 5)}
    spread = replace(
        a_spread(), main_rule=RULES["agreement.v1"], said=scores, shown=scores
    )

    title = describe_rules(spread, ENGLISH).title

    assert plain(title) == (
        "By the only rule made for such a plan the record gives 40 % as said"
    )


@pytest.mark.parametrize("shown", range(11))
@pytest.mark.parametrize("width", [960, 390])
def test_no_figures_of_the_rules_touch_and_no_heading_is_cut(width, shown):
    spread = RuleSpread(
        plan=a_plan(),
        main_rule=RULES["agreement.v1"],
        said={"strict.v1": score(Fraction(49, 10), 5)},
        shown={"strict.v1": score(Fraction(shown, 2), 8)},
        by_floor={EvidenceGrade.E0: score(4, 6)},
    )

    figure = draw_rules(spread, a_frame(width))

    assert labels_touching(figure) == []
    assert not [text for text in words_of(figure) if text.endswith("…")]


@pytest.mark.parametrize("width", [960, 390])
def test_the_ends_of_lines_stand_clear_of_the_days_below(width):
    nothing = [("2023-01-31", score(0, 0), score(0, 0))] * 2
    points = tuple(Point(day(text), said, shown) for text, said, shown in nothing)
    marks = (Mark(day("2023-01-31"), "A test act with a title as long as " * 3),)
    progress = Progress(plan=a_plan(), rule=RULE, points=points, marks=marks)

    assert labels_touching(draw_progress(progress, a_frame(width))) == []


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize(
    "draw",
    [
        lambda frame: draw_progress(some_progress(), frame),
        lambda frame: draw_progress(
            Progress(plan=a_plan(), rule=RULE, points=()), frame
        ),
        lambda frame: draw_progress(
            Progress(
                plan=a_plan(),
                rule=RULE,
                points=(Point(day("2023-05-01"), score(1, 1, 1), score(0, 0, 1)),),
            ),
            frame,
        ),
        lambda frame: draw_rules(a_spread(), frame),
        lambda frame: draw_rules(
            RuleSpread(plan=a_plan(), main_rule=RULE, said={}, shown={}, by_floor={}),
            frame,
        ),
    ],
    ids=["progress", "no months", "one day", "rules", "no programs"],
)
def test_every_word_stands_on_the_sheet(draw, width):
    assert labels_outside(draw(a_frame(width))) == []
