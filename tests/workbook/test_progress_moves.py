"""The sheet of what moved: parts that add up, and the programs behind them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import a_plan, a_program
from tests.states import a_state
from tests.workbook.progress_pages import (
    FORMULA,
    book_of,
    header_row,
    is_printable,
    rows_below,
)
from tracker.domain.explained_change import Cause, Situation, explain_change
from tracker.domain.scores import RULES
from tracker.domain.views import SAID
from tracker.workbook.progress_analyses import MovedFigure, MovedProgram

RULE = RULES["thirds.v1"]
BEFORE = {"A": a_state("completed"), "B": a_state("approved"), "C": a_state()}
# C is corrected to in progress, D enters, then B moves on.
CORRECTED = {**BEFORE, "C": a_state("in_progress"), "D": a_state()}
AFTER = {**CORRECTED, "B": a_state("partly_done", condition="stalled")}
EXPLAINED = explain_change(
    Situation(before=BEFORE, corrected=CORRECTED, after=AFTER, reread=AFTER), RULE, RULE
)


def a_figure(**more):
    return MovedFigure(
        plan=a_plan(),
        rule=RULE,
        reading=SAID,
        explained=EXPLAINED,
        counts=(3, 4),
        **more,
    )


@pytest.fixture(scope="module")
def page():
    moves = tuple(
        MovedProgram(a_program(title=FORMULA), SAID, move, Fraction(1, 6))
        for move in EXPLAINED.moves
    )
    figures = (a_figure(is_own_rule=True), a_figure(is_then=True))
    return book_of(figures=figures, moves=moves)["What moved"]


def test_the_parts_lead_exactly_from_the_figure_before_to_the_one_after(page):
    row = rows_below(page, "Plan and rule")[0]

    before, *parts, after, whole = row[3:10]

    # (1 + 0 + 0)/3; then 1/3 more of three; then over four; then two thirds of four.
    assert before == pytest.approx(1 / 3)
    assert after == pytest.approx((1 + 2 / 3 + 1 / 3) / 4)
    assert parts == pytest.approx([100 / 9, -100 / 9, 100 / 6, 0])
    assert sum(parts) == pytest.approx(whole)
    assert before + sum(parts) / 100 == pytest.approx(after)


def test_each_part_stands_under_its_cause(page):
    header = next(
        cells
        for cells in page.iter_rows(values_only=True)
        if cells[0] == "Plan and rule"
    )

    assert list(header[4:8]) == [cause.label for cause in Cause]


def test_the_rule_of_the_plan_and_what_was_known_then_are_marked(page):
    own, then = rows_below(page, "Plan and rule")

    assert (own[2], own[12]) == ("Today", "The plan's own rule")
    assert (then[2], then[12]) == ("Then", None)


def test_the_chart_stacks_the_parts_of_the_rule_of_the_plan(page):
    header = header_row(page, "Plan and rule")

    (chart,) = page._charts

    assert [series.val.numRef.f for series in chart.series] == [
        f"'What moved'!${column}${header + 1}" for column in "EFGH"
    ]
    names = [series.tx.strRef.f for series in chart.series]
    assert names == [f"'What moved'!${column}${header}" for column in "EFGH"]


def test_where_every_part_is_nought_nothing_is_drawn():
    still = explain_change(
        Situation(before=AFTER, corrected=AFTER, after=AFTER, reread=AFTER), RULE, RULE
    )
    page = book_of(figures=(replace(a_figure(is_own_rule=True), explained=still),))

    assert page["What moved"]._charts == []


def test_each_program_stands_with_its_cause_before_and_after(page):
    rows = {row[9]: row for row in rows_below(page, "Program")}

    assert rows["Real change"][3:9] == [
        "Approved",
        "Normal",
        None,
        "Partly done",
        "Stalled",
        None,
    ]
    assert rows["Items that entered or left"][3] == "Not in the list"
    assert rows["Correction of the record"][3] == "Not known"
    assert rows["Real change"][2] == pytest.approx(100 / 6)


def test_a_title_is_never_a_formula(page):
    for cells in page.iter_rows():
        assert all(cell.data_type != "f" for cell in cells)


def test_it_prints_as_every_sheet(page):
    assert is_printable(page)


def test_where_nothing_moved_it_says_so():
    page = book_of(figures=(a_figure(),))["What moved"]

    words = [cells[0] for cells in page.iter_rows(values_only=True)]
    assert any("No program changed its stage" in str(word) for word in words)
