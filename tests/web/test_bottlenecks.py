"""Bottlenecks: sectors and open programs ranked, with every part of every score."""

import re
from pathlib import Path

import pytest

from tests.web.public_record import GAS, OIL, SECRET, VIEW
from tests.web.reading import links_of, part_of, rows_of_page, words_of_page
from tracker.services.drawing_code import drawing_code

# A plan and a day on which much of the real record was stuck.
STUCK = "plan=UP2021&as_of=2023-11-30"


def test_sectors_are_ranked_by_score_with_how_many_programs_it_rests_on(reader):
    page = reader.get(f"/bottlenecks?{VIEW}")

    # Gas is 30 days past its milestone and silent for more than a year; nothing tells
    # how long a stage lasts: (3 x 30/365 + 2 x 0 + 1 + 0) / 7 = 0.178. One of the two
    # programs of energy is open: 17.8 / 2 = 8.9. Of trade nothing is known.
    assert rows_of_page(page)[:2] == [
        "1 Test energy 8.9 1 of 2 few programs",
        "2 Test trade 0 1 of 3 few programs",
    ]
    assert "Test energy is held up most, by the few programs there are" in (
        words_of_page(page)
    )


def test_the_bars_say_their_parts_to_those_who_cannot_see_them(reader):
    page = reader.get(f"/bottlenecks?{VIEW}")

    assert (
        'aria-label="Test energy: 8.9 points of a hundred. Past its date: 1.8, Long in '
        'its stage: 0, Others wait for it: 0, Silence: 7.1, Stalled or blocked: 0"'
    ) in page.text
    table = next(row for row in rows_of_page(page) if row.startswith("Test energy 1 2"))
    assert table == "Test energy 1 2 1.8 0 0 7.1 0 8.9"


def test_open_programs_stand_with_every_part_as_measured(reader):
    page = reader.get(f"/bottlenecks?{VIEW}")

    behind = part_of(page, "programs-heading")
    assert "2 open programs, the most held up first, as measured" in behind
    assert (
        f"Test gas {GAS} In progress 30 days Market launch 609 days left out: no "
        "median for this stage yet nobody 609 days 17.8"
    ) in behind
    assert (
        f"Test unnamed item {SECRET} Not known not past stage not known nobody no "
        "report 0"
    ) in behind


def test_a_program_that_others_wait_for_is_a_keystone(reader):
    # As shown the oil program is only partly done, and stalled; gas waits for it.
    page = reader.get(f"/bottlenecks?{VIEW}&reading=shown")

    keystones = part_of(page, "keystones")
    assert f"Test oil {OIL} Partly done Stalled 1 waits for it:" in keystones
    assert f"Test oil {OIL} Test gas {GAS} Each waits for the one before it." in (
        keystones
    )
    assert "Stalled" in part_of(page, "spread-heading")


def test_energy_is_told_wherever_it_stands(reader):
    page = reader.get(f"/bottlenecks?{VIEW}")

    assert (
        "Test energy 8.9 points, rank 1 of 2; 1 of 2 programs open (few programs) "
        f"Test gas {GAS} In progress score 17.8"
    ) in part_of(page, "told")


def test_one_plan_can_be_asked_about_alone(reader):
    page = reader.get("/bottlenecks?plan=NEXT2024&as_of=2024-05-01")

    assert "Asked of: Next test plan." in words_of_page(page)
    assert "1 open program, as measured" in words_of_page(page)


def test_a_day_without_a_plan_says_so_and_leads_to_today(reader):
    page = reader.get("/bottlenecks?as_of=2015&reading=shown")

    assert page.status_code == 200
    assert "No plan was in force on that day." in words_of_page(page)
    assert "/bottlenecks?reading=shown" in links_of(page)


def test_the_rows_are_there_as_a_table_for_spreadsheets(reader):
    answer = reader.get(f"/bottlenecks.csv?{VIEW}")

    lines = answer.get_data(as_text=True).lstrip("\ufeff").splitlines()
    assert lines[0].startswith("code,")
    assert [line.partition(",")[0] for line in lines[1:]] == [GAS, SECRET]


def test_the_real_record_tells_energy_industry_and_transport_first_class(researcher):
    page = researcher.get(f"/bottlenecks?{STUCK}&reading=shown")

    told = re.findall(r'id="told-([a-z]+)"', page.text)
    assert told == ["energy", "industry", "transport"]
    assert "UP2021-15" in part_of(page, "keystones")
    # A median needs five programs that moved on; the table says where there are fewer.
    assert "days" in part_of(page, "time")


def test_first_places_by_other_weights_add_up_to_all(researcher):
    page = researcher.get(f"/bottlenecks?{STUCK}")

    shares = re.findall(r"([0-9.]+) %", part_of(page, "weights"))
    assert abs(sum(map(float, shares)) - 100) < 0.5


def test_the_days_in_each_stage_stand_as_a_picture_beside_their_table(researcher):
    page = researcher.get(f"/bottlenecks?{STUCK}")

    (figure,) = re.findall(r'<figure class="chart".*?</figure>', page.text, re.DOTALL)
    assert 'id="chart-stays"' in figure
    assert "lasts longest" in figure
    assert 'srcset="/charts/stays.svg?' in figure


def test_a_picture_that_was_drawn_lies_where_other_processes_find_it(researcher):
    folder = Path(researcher.application.config["TRACKER_INSTANCE"]) / "drawn-charts"
    address = "/charts/stays.svg?as_of=2023-11-30"

    first = researcher.get(address)
    kept = [path.suffix for path in folder.iterdir()] if folder.exists() else []

    assert b'href="/programs?as_of=2023-11-30&amp;stage=approved"' in first.data
    # None where the sources were touched since this process began.
    assert set(kept) <= {".kept"}
    assert drawing_code() is None or kept


@pytest.mark.parametrize(
    "path",
    ["/bottlenecks", "/change", "/claims", "/deadlines", "/forecast", "/progress"],
)
def test_the_first_picture_of_a_page_is_not_put_off(reader, path):
    """A picture that is fetched only when it is scrolled to is missing in print."""
    first = reader.get(f"{path}?{VIEW}&plan=TEST2021").text.split("<picture>")[1]

    assert 'loading="lazy"' not in first.split("</picture>")[0]
