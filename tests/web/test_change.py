"""What moved: a figure before and after, the parts between, and the programs."""

from fractions import Fraction

import pytest

from tests.factories import a_view
from tests.web.public_record import GAS, MOVED, OIL
from tests.web.reading import part_of, rows_of_page, words_of_page
from tracker.domain.explained_change import Cause
from tracker.domain.views import SHOWN
from tracker.services.change_between import change_between

BETWEEN = "plan=TEST2021&as_of=2023-12-31"


def test_a_year_of_real_change(reader):
    page = reader.get(f"/change?{BETWEEN}&since=2022-12-31")

    words = words_of_page(page)
    assert "From 20 % to 40 % as of 31 December 2023" in words
    assert "Since 31 December 2022 . In points: real change +20." in words
    # Oil was completed, in words; what was carried over counts as not completed.
    assert rows_of_page(page) == [
        "31 Dec 2022 20 %",
        "Correction of the record 0",
        "Items that entered or left 0",
        "Real change +20",
        "Another rule or reading 0",
        "31 Dec 2023 40 %",
        f"Test oil {OIL} Not known Completed +20",
        f"Test moved on {MOVED} Not known Completed Carried over 0",
    ]


def test_a_corrected_report_is_no_real_change(reader):
    page = reader.get(f"/change?{BETWEEN}&since=2023-12-31&since_revision=1")

    assert "From 60 % to 40 %" in words_of_page(page)
    assert f"Test gas {GAS} Completed In progress −20" in part_of(
        page, "cause-correction"
    )
    assert "cause-real" not in page.text
    assert "revision 1" in part_of(page, "parts")


def test_another_reading_is_a_part_of_its_own(reader):
    page = reader.get(f"/change?{BETWEEN}&since=2023-12-31&since_reading=shown")

    assert "From 20 % to 40 %" in words_of_page(page)
    assert "Another rule or reading +20" in rows_of_page(page)
    assert '<option value="shown" selected>' in page.text


def test_another_rule_is_told_by_both_names(reader):
    page = reader.get(f"/change?{BETWEEN}&since=2023-12-31&since_rule=thirds.v1")

    assert "Mean progress in thirds → Completed programs" in words_of_page(page)
    assert "Another rule or reading −20" in rows_of_page(page)


def test_where_nothing_moved_the_page_says_so(reader):
    page = reader.get(f"/change?{BETWEEN}&since=2023-12-30")

    assert "No change: 40 %" in words_of_page(page)
    assert "No program changed its stage, condition or closure" in words_of_page(page)


def test_a_plan_nobody_spoke_of_has_no_figure_and_is_not_at_nought(reader):
    page = reader.get("/change?plan=NEXT2024&as_of=2021-06-01&since=2021-01-01").text

    assert "Not known: nobody has reported on it by then" in page
    assert "No change: 0" not in page
    assert "What the difference is made of" not in page


def test_left_alone_it_asks_about_the_latest_plan_and_the_last_year(reader):
    page = reader.get("/change")

    assert "What moved · Next test plan" in words_of_page(page)
    assert 'name="since" type="date" value="2023-06-02"' in page.text
    assert '<option value="NEXT2024" selected>' in page.text


def test_an_empty_record_says_what_to_do(early_reader):
    page = early_reader.get("/change")

    assert "The record is empty." in words_of_page(page)


def test_the_change_is_there_as_data(reader):
    answer = reader.get(f"/change.json?{BETWEEN}&since=2022-12-31").json

    assert (answer["earlier"]["value"], answer["later"]["value"]) == (0.2, 0.4)
    assert answer["parts"] == {"correction": 0, "items": 0, "real": 0.2, "rule": 0}
    assert [move["program"] for move in answer["moves"]] == [OIL, MOVED]
    table = reader.get(f"/change.csv?{BETWEEN}&since=2022-12-31").get_data(as_text=True)
    assert table.lstrip("\ufeff").startswith("program,")


@pytest.mark.parametrize("rule", ["strict.v1", "thirds.v1", "half.v1"])
def test_what_each_program_adds_makes_up_its_part(real_app, rule):
    earlier = a_view("2022-07-01", known_on="2022-07-01")
    later = a_view("2025-03-31", reading=SHOWN)

    with real_app.app_context():
        found = change_between(earlier, later, "UP2021", rule)

    for cause in (Cause.CORRECTION, Cause.REAL, Cause.RULE):
        own = [m for m in found.explained.moves if m.cause is cause]
        added = sum((found.points_of(m) or Fraction() for m in own), Fraction())
        assert added == found.explained.parts[cause]
    assert sum(found.explained.parts.values()) == found.explained.difference
