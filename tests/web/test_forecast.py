"""The forecast: what past completions tell, and nothing where they are too few."""

from tests.web.public_record import GAS, SECRET, VIEW
from tests.web.reading import part_of, rows_of_page, words_of_page


def test_too_few_completions_give_no_forecast_and_the_page_says_why(reader):
    page = reader.get(f"/forecast?{VIEW}")

    words = words_of_page(page)
    assert "No forecast: fewer than 5 completions are known" in words
    # Oil and finished were completed in words, one was carried over, gas is open.
    assert (
        "Of 4 approved programs 2 are said to be completed, 1 left their plan "
        "otherwise and 1 are open. As shown, 1 of 2 are completed."
    ) in words
    assert "An estimate needs 5 completions to learn from." in words
    assert rows_of_page(page)[:2] == [
        "All plans, as said 4 2 1 1 no estimate: fewer than 5 completions",
        "All plans, as shown 2 1 0 1 no estimate: fewer than 5 completions",
    ]


def test_beside_it_stand_the_promised_dates_and_what_they_were_worth(reader):
    page = reader.get(f"/forecast?{VIEW}&plan=TEST2021")

    assert (
        "Of 1 dates promised in any plan 0 are known to be met, 1 passed without word "
        "and 0 lie ahead. 1 was moved later."
    ) in part_of(page, "worth")
    promised = part_of(page, "promised")
    assert f"Test gas {GAS} In progress 2023 Due soon nothing Market launch, 1 Dec" in (
        promised
    )
    assert f"Test unnamed item {SECRET} Not known" in promised


def test_a_plan_without_anything_approved_says_so(reader):
    page = reader.get("/forecast?plan=NEXT2024&as_of=2024-05-01")

    assert "Nothing is approved yet, so nothing can be learnt" in words_of_page(page)
    assert "chart-forecast" not in page.text


def test_an_empty_record_says_what_to_do(early_reader):
    assert "The record is empty." in words_of_page(early_reader.get("/forecast"))


def test_the_forecast_is_there_as_data(reader):
    answer = reader.get(f"/forecast.json?{VIEW}").json
    assert answer["own"]["said"] == {
        "count": 4,
        "completed_count": 2,
        "left_count": 1,
        "open_count": 1,
        "estimate": None,
    }
    assert answer["promises"]["passed_count"] == 1
    table = reader.get(f"/forecast.csv?{VIEW}&plan=TEST2021").get_data(as_text=True)
    assert [line.partition(",")[0].lstrip("\ufeff") for line in table.splitlines()] == [
        "code",
        GAS,
        SECRET,
    ]


def test_the_real_record_gives_a_share_with_its_interval_but_no_median(researcher):
    page = researcher.get("/forecast?plan=UP2021")

    words = words_of_page(page)
    assert "Fewer than half were ever said to be completed: 28.6 %, within" in words
    assert (
        "Of 28 approved programs 8 are said to be completed, 15 left their plan "
        "otherwise and 5 are open. As shown, 0 of 28 are completed."
    ) in words
    rows = rows_of_page(page)
    assert rows[0].startswith("UP2021, as said 28 8 15 5 not reached")
    assert rows[1].startswith("UP2021, as shown 28 0 12 16 no estimate")
    # Six of 28 on the first of January 2023, 423 days after approval.
    by_then = next(row for row in rows if row.startswith("548 days"))
    assert by_then == "548 days 1.5 years 21.4 % (8.7 % to 37.8 %) none"


def test_a_young_plan_stands_beside_the_experience_of_all(researcher):
    page = researcher.get("/forecast?plan=MD2024")

    assert "No forecast: fewer than 5 completions are known" in words_of_page(page)
    assert "All plans, as said, with intervals" in part_of(page, "experience")
