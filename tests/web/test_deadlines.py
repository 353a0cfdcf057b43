"""Deadlines: promised dates, how they moved, and what came of them."""

import re

import pytest

from tests.web.public_record import GAS, VIEW
from tests.web.reading import links_of, part_of, rows_of_page, words_of_page


def test_the_finding_says_what_became_of_the_promises(reader):
    page = reader.get(f"/deadlines?{VIEW}")

    words = words_of_page(page)
    assert "1 of 1 promised dates passed without word that they were met" in words
    assert "Known to be met: none. Still ahead: 0." in words
    # From the last day of July 2022 to 1 December 2023.
    assert "Moved later at least once: one, by 488 days." in words
    assert "The one that passed did so 30 days ago." in words


def test_of_several_dates_the_half_is_told(researcher):
    words = words_of_page(researcher.get("/deadlines"))

    assert re.search(
        r"at least once: \d+, half of them by [\d,]+ days or more\.", words
    )
    assert re.search(
        r"Of those that passed, half did so [\d,]+ days ago or more\.", words
    )


def test_a_promise_is_followed_statement_by_statement(reader):
    page = reader.get(f"/deadlines?{VIEW}")

    assert rows_of_page(page)[:2] == [
        f"10 Sep 2021 {GAS} Market launch Jul 2022",
        f"1 Jun 2022 {GAS} Market launch 1 Dec 2023 488 days later than the end "
        "of July 2022 passed 30 days ago without word",
    ]
    assert f"/programs/{GAS}?{VIEW}#milestones" in links_of(page)


def test_every_promised_date_stands_in_one_table(reader):
    page = reader.get(f"/deadlines?{VIEW}")

    assert (
        f"Market launch Test gas {GAS} Test energy 1 Dec 2023 moved once, by 488 days "
        "passed 30 days ago without word"
    ) in part_of(page, "every")
    assert "Test energy 1 0 1 0 1 488 days" in part_of(page, "by-sector")


def test_what_was_due_stands_beside_what_is_done(reader):
    page = reader.get(f"/deadlines?{VIEW}")

    due = part_of(page, "due")
    assert "Test plan 1 of 4 · 25 %, at most 75 %" in due
    assert "Next test plan nothing was due yet" in due


def test_a_day_before_every_promise_says_so(reader):
    page = reader.get("/deadlines?as_of=2020-01-01")

    assert "No date was promised by that day. Show all plans today" in words_of_page(
        page
    )


def test_a_sector_without_a_promise_says_so(reader):
    page = reader.get(f"/deadlines?{VIEW}&sector=trade")

    assert "No date is promised in this sector by that day. Show all sectors" in (
        words_of_page(page)
    )
    assert '<option value="trade" selected>' in page.text


def test_the_promises_are_there_as_data(reader):
    answer = reader.get(f"/deadlines.json?{VIEW}").json
    assert answer["record"]["passed_count"] == 1
    [milestone] = answer["milestones"]
    assert (milestone["slip_days"], len(milestone["statements"])) == (488, 2)
    table = reader.get(f"/deadlines.csv?{VIEW}").get_data(as_text=True)
    assert "statements" not in table.splitlines()[0]


@pytest.mark.parametrize(
    ("milestone", "moved"),
    [
        # 2022-01-01 (a road map), then the last day of 2023, then 2027-01-01.
        ("Market launch", "moved 3 times, by 1,827 days in all"),
        ("Roaming", "moved 3 times, by 1,613 days in all"),
        ("Market launch, stage 1", "moved 2 times, by 730 days in all"),
    ],
)
def test_real_promises_slip_from_plan_to_plan(researcher, milestone, moved):
    page = researcher.get("/deadlines")

    rows = [row for row in rows_of_page(page) if row.startswith(f"{milestone} RM2019")]
    rows += [row for row in rows_of_page(page) if row.startswith(f"{milestone} UP2021")]
    assert any(moved in row for row in rows), rows


def test_gas_is_followed_from_road_map_to_the_latest_plan(researcher):
    page = researcher.get("/deadlines?sector=energy")

    followed = part_of(page, "moving")
    assert "RM2019-03 UP2021-15 MD2024-07" in followed
    assert "5 Feb 2024 MD2024-07 Price terms not before 2026" in followed


def test_the_pages_say_how_a_month_or_a_year_counts(reader):
    words = "A month or a year counts as its last day."

    assert words in words_of_page(reader.get(f"/deadlines?{VIEW}"))
    assert words in words_of_page(reader.get(f"/programs/{GAS}?{VIEW}"))
