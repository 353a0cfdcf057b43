"""The Excel progress report tells what pages and charts tell, from the same record."""

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction

import openpyxl
import pytest

from tests.reporting.a_record import filled
from tests.workbook.progress_pages import rows_below
from tracker.domain.scores import RULES
from tracker.domain.views import SAID, SHOWN, View
from tracker.reporting.language import Language
from tracker.services.catalogue import catalogue
from tracker.services.change_between import change_between
from tracker.services.claim_verdicts import claim_verdicts
from tracker.services.completion import completion
from tracker.services.forecast import forecast
from tracker.services.lineage import lineage_record
from tracker.services.progress_workbook import progress_workbook
from tracker.services.report_files import Order, scope_of
from tracker.services.reported_analyses import analyses_of

__all__ = ["filled"]
COLUMN = "Rule or evidence floor"
DAY, SINCE = date(2023, 12, 31), date(2023, 4, 30)


@pytest.fixture
def real(real_app):
    """The real record at the end of the first package, told since April."""
    with real_app.app_context():
        yield Order(view=View(DAY), plan="UP2021", since=SINCE)


def scope(order):
    return scope_of(catalogue(), order)


def book(order):
    data = progress_workbook(scope(order))
    assert progress_workbook(scope(order)) == data
    return openpyxl.load_workbook(io.BytesIO(data))


def test_every_rule_of_the_record_stands_with_the_figures_of_the_analysis(real):
    found = completion(real.view, "UP2021")

    rows = {row[2]: row for row in rows_below(book(real)["Rules"], COLUMN)[:6]}

    assert list(rows) == [*RULES, "due.v1", "measures.v1"]
    for rule in RULES:
        said, shown = found.said.scores[rule], found.shown.scores[rule]
        told = [rows[rule][place] for place in (5, 6, 8, 9)]
        figures = (said.value, said.high, shown.value, shown.high)
        assert told == pytest.approx([float(figure) for figure in figures])
    due = found.said.due.score
    assert rows["due.v1"][5] == pytest.approx(float(due.value))
    assert rows["measures.v1"][5] == pytest.approx(float(found.measures.value))
    assert rows["measures.v1"][8] is None


def test_the_parts_are_those_of_the_page_and_add_up_exactly(real):
    told = analyses_of(scope(real))

    today = [figure for figure in told.figures if not figure.is_then]
    asked = {(rule, reading) for reading in (SAID, SHOWN) for rule in RULES}
    assert {(f.rule.id, f.reading) for f in today} == asked
    assert len(today) == len(asked)
    own = [figure.is_own_rule for figure in told.figures]
    assert own == sorted(own, reverse=True)  # the rule of the plan comes first
    for figure in told.figures:
        explained = figure.explained
        assert sum(explained.parts.values()) == explained.difference
    for figure in today:
        later = real.view.read_as(figure.reading)
        earlier = replace(later, as_of=SINCE)
        page = change_between(earlier, later, "UP2021", figure.rule.id)
        assert figure.explained == page.explained


def test_what_was_known_then_ends_at_the_same_figure(real):
    told = analyses_of(scope(real))

    for then in (figure for figure in told.figures if figure.is_then):
        today = next(
            f
            for f in told.figures
            if (f.rule, f.reading, f.is_then) == (then.rule, then.reading, False)
        )
        assert then.is_own_rule
        assert then.explained.after == today.explained.after


def test_the_points_of_the_programs_add_up_to_real_change(real):
    told = analyses_of(scope(real))

    said = next(f for f in told.figures if f.is_own_rule and f.reading == SAID)
    points = [
        moved.points or Fraction()
        for moved in told.moves
        if moved.reading == SAID and moved.move.cause.value == "real"
    ]
    assert sum(points) == said.explained.difference


def test_every_claim_and_passage_stands_once(real):
    told = book(real)

    claims = claim_verdicts(real.view, "UP2021").rows
    keys = [row[15] for row in rows_below(told["Claims"], "Day")]
    assert keys == [claim.check.claim.key for claim in claims]
    verdicts = [row[8] for row in rows_below(told["Claims"], "Day")]
    assert verdicts == [claim.check.verdict.label for claim in claims]
    passages = lineage_record(real.view, "UP2021").passages
    origins = [row[0] for row in rows_below(told["Lineage"], "From")]
    assert origins == [passage.lineage.origin for passage in passages]


def test_the_forecast_gives_no_median_without_its_interval_or_its_reason(real):
    found = forecast(real.view, "UP2021")

    rows = rows_below(book(real)["Forecast"], "Programs")

    assert [row[3] for row in rows[:2]] == [
        found.own.said.completed_count,
        found.own.shown.completed_count,
    ]
    for row in rows:
        median, remark = row[6], row[12]
        assert isinstance(median, int) or remark


def test_all_plans_stand_in_one_report_each_with_its_own_rule(real):
    told = analyses_of(scope(replace(real, plan="")))

    plans = list(catalogue().plans)
    assert [months.plan.code for months in told.months] == plans
    rules = {m.plan.code: m.rule.id for m in told.months}
    assert rules["RM2019"] == "agreement.v1"
    assert rules["UP2021"] == "strict.v1"
    assert list(dict.fromkeys(row.plan.code for row in told.rules)) == plans


def test_titles_come_in_the_language_of_the_reader(real):
    russian = replace(real, language=Language("en", "ru"))

    rows = rows_below(book(russian)["Lineage"], "From")

    assert any("\N{CYRILLIC SMALL LETTER A}" in str(row[2]) for row in rows)


def test_another_period_tells_another_change_in_the_same_sheets(real):
    usual, chosen = (
        book(replace(real, since=since))["What moved"] for since in (None, SINCE)
    )

    assert usual["A1"].value == "From 2023-10-02 to 2023-12-31"
    assert chosen["A1"].value == "From 2023-04-30 to 2023-12-31"


@pytest.mark.usefixtures("filled")
def test_a_small_record_before_its_first_word_fills_every_sheet():
    order = Order(view=View(date(2018, 6, 30)))

    sheets = book(order)

    assert rows_below(sheets["Rules"], COLUMN)
    assert sheets["What moved"].max_row
    words = [cells[0] for cells in sheets["Claims"].iter_rows(values_only=True)]
    assert "Nobody claimed anything of a whole plan by then." in words


@pytest.mark.usefixtures("filled")
def test_what_nobody_spoke_of_is_not_known_and_not_at_nought():
    sheets = book(Order(view=View(date(2020, 6, 30)), plan="TEST2021"))

    for row in rows_below(sheets["Rules"], COLUMN)[: len(RULES)]:
        assert row[3:10] == [2, None, "Not known", None, None, "Not known", None]
    assert sheets["Rules"]._charts == []
    assert sheets["Rules"]["A1"].value.startswith("TEST2021: Not known: nobody has")
    for row in rows_below(sheets["What moved"], "Plan and rule"):
        assert row[3:10] == ["Not known", *[None] * 4, "Not known", None]
    words = [cells[0] for cells in sheets["By month"].iter_rows(values_only=True)]
    assert "Nothing that could be followed was reported yet." in words


@pytest.mark.usefixtures("filled")
def test_few_that_were_due_are_said_to_be_few():
    told = analyses_of(scope(Order(view=View(date(2024, 6, 30)), plan="TEST2021")))

    due = next(row for row in told.rules if row.rule == "due.v1")
    assert due.remark.startswith("few programs")
    remarks = {row.remark for row in told.outlook.experiences}
    assert remarks == {"no estimate: fewer than 5 completions are known"}
