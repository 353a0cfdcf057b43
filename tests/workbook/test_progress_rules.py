"""The sheet of the rules: said beside shown, bounds, floors, and a chart a plan."""

from fractions import Fraction

import pytest

from tests.factories import a_plan
from tests.workbook.progress_pages import book_of, header_row, is_printable, rows_below
from tracker.workbook.progress_analyses import Figure, RuleRow

FIRST = "Rule or evidence floor"
PLAN, OTHER = a_plan(), a_plan("TEST2024")
THIRD = Figure(Fraction(2, 3), 2, Fraction(1, 3), Fraction(5, 6))
NONE_DONE = Figure(Fraction(), 2, Fraction(), Fraction(1))


def a_row(words="Completed programs", plan=PLAN, **more):
    more.setdefault("said", THIRD)
    return RuleRow(
        **{"rule": "strict.v1", "shown": NONE_DONE, "is_charted": True, **more},
        plan=plan,
        words=words,
    )


FLOOR = a_row("E2 and better", said=None, is_charted=False)
MEASURES = a_row("Measures", rule="measures.v1", shown=None, is_charted=False)


@pytest.fixture(scope="module")
def page():
    rows = (a_row(remark="=own"), a_row("Halves"), FLOOR, MEASURES, a_row(plan=OTHER))
    return book_of(rules=rows, sentences={"Rules": ("=From 0 to 1",)})["Rules"]


def test_each_rule_stands_with_what_is_done_its_share_and_its_bound(page):
    first = rows_below(page, FIRST)[0]

    assert first[:5] == ["Completed programs", "TEST2021", "strict.v1", 2, 0.7]
    assert first[5:7] == [pytest.approx(1 / 3), pytest.approx(5 / 6)]
    assert first[7:10] == [0, 0, 1]


def test_what_there_is_no_figure_for_is_left_empty_never_nought(page):
    rows = {row[0]: row for row in rows_below(page, FIRST)}

    assert rows["E2 and better"][3:10] == [2, None, None, None, 0, 0, 1]
    assert rows["Measures"][7:10] == [None, None, None]


def test_each_plan_has_a_chart_of_its_rules_and_of_no_floor(page):
    header = header_row(page, FIRST)

    values = [
        [series.val.numRef.f for series in chart.series] for chart in page._charts
    ]

    assert values == [
        [f"'Rules'!${c}${header + 1}:${c}${header + 2}" for c in "FI"],
        [f"'Rules'!${c}${header + 5}" for c in "FI"],
    ]
    names = [series.tx.strRef.f for series in page._charts[0].series]
    assert names == [f"'Rules'!${c}${header}" for c in "FI"]


def test_it_prints_as_every_sheet_with_its_header_repeated(page):
    header = header_row(page, FIRST)

    assert is_printable(page)
    assert page.print_title_rows == f"${header}:${header}"
    assert page.row_breaks.brk[0].id < header


def test_sentence_and_remark_are_never_formulas(page):
    assert page["A1"].value == "=From 0 to 1"
    for cells in page.iter_rows():
        assert all(cell.data_type != "f" for cell in cells)


def test_without_programs_it_says_so():
    page = book_of()["Rules"]

    assert page._charts == []
    assert page.cell(header_row(page, FIRST) + 1, 1).value == (
        "No plan has programs yet."
    )
