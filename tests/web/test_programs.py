"""The list of programs: filters, order, and what a row says."""

import re

import pytest

from tests.web.public_record import FINISHED, GAS, HEIR, MOVED, OIL, SECRET, VIEW
from tests.web.reading import links_of, rows_of_page, words_of_page


def codes(page) -> list[str]:
    """The codes of the rows, in order."""
    return [row.split()[0] for row in rows_of_page(page)]


def test_a_row_says_what_is_said_beside_what_is_shown(reader):
    page = reader.get(f"/programs?{VIEW}&plan=TEST2021")

    assert rows_of_page(page)[:3] == [
        f"{GAS} Test gas Test energy In progress Not known 2023 Due soon "
        "1 May 2022 silent 609 days",
        f"{OIL} Test oil Test energy Completed Partly done Stalled 31 Dec 2025 "
        "Done on time 1 Nov 2023",
        f"{SECRET} Test unnamed item Test trade Not known Not known 2023 Due soon none",
    ]


def test_the_count_is_said_in_words(reader):
    assert "6 programs of the 6 in the record" in words_of_page(reader.get("/programs"))
    one = reader.get("/programs?text=unnamed")
    assert "1 program of the 6 in the record" in words_of_page(one)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("plan=NEXT2024", [HEIR]),
        ("sector=trade", [SECRET, FINISHED, MOVED]),
        ("stage=completed", [OIL, FINISHED, MOVED]),
        ("stage=unknown", [HEIR, SECRET]),
        ("stage=completed&reading=shown", [FINISHED]),
        ("condition=stalled&reading=shown", [OIL]),
        ("condition=held_up&reading=shown", [OIL]),
        ("condition=blocked&reading=shown", []),
        ("timeliness=overdue&as_of=2024-05-01", [GAS, SECRET]),
        ("silent=yes", [GAS]),
        ("text=TEST+gas", [HEIR, GAS]),
        ("text=газ", [GAS]),
    ],
)
def test_a_filter_stands_in_the_address(reader, words, found):
    view = "" if "as_of" in words else f"{VIEW}&"

    assert codes(reader.get(f"/programs?{view}{words}")) == found


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("", HEIR),
        ("sort=code&descending=yes", MOVED),
        ("sort=title", FINISHED),
        ("sort=stage&descending=yes", OIL),
        ("sort=due", GAS),
    ],
)
def test_the_order_stands_in_the_address(reader, words, first):
    assert codes(reader.get(f"/programs?{VIEW}&{words}"))[0] == first


@pytest.mark.parametrize("turned", ["", "&descending=yes"])
def test_rows_without_a_date_stand_last_in_both_directions(reader, turned):
    page = reader.get(f"/programs?{VIEW}&plan=TEST2021&sort=last_report{turned}")

    # Nothing was reported of the item without a topic; all others have a last word.
    assert codes(page)[-1] == SECRET


def test_the_head_that_sorts_says_so_and_turns_the_order(reader):
    page = reader.get(f"/programs?{VIEW}&sort=due&sector=trade")

    assert page.text.count("aria-sort=") == 1
    assert re.search(r'aria-sort="ascending"><a[^>]*>Due', page.text)
    turned = [link for link in links_of(page) if "descending=yes" in link]
    assert turned == ["/programs?as_of=2023-12-31&sector=trade&sort=due&descending=yes"]


def test_an_empty_list_says_why_and_offers_the_next_step(reader):
    page = reader.get(f"/programs?{VIEW}&text=nothing-like-this")

    assert "No program matches. Clear filters" in words_of_page(page)
    assert "/programs?as_of=2023-12-31" in links_of(page)
    assert rows_of_page(page) == []


def test_what_was_chosen_stays_chosen(reader):
    page = reader.get("/programs?sector=trade&stage=unknown&text=unnamed&silent=no")

    assert '<option value="trade" selected>' in page.text
    assert '<option value="unknown" selected>' in page.text
    assert 'value="unnamed"' in page.text


def test_markup_in_the_address_stays_text(reader):
    page = reader.get("/programs?text=<b>&sector=%22><script>")

    assert page.status_code == 400
    assert "<script" not in page.text


def test_the_list_costs_at_most_four_statements(public_app, statements):
    client = public_app.test_client()
    client.get("/programs?text=warm")

    with statements() as asked:
        page = client.get(f"/programs?{VIEW}&text=test")

    assert page.status_code == 200
    assert len(asked) <= 4, asked


def test_a_kept_page_begins_no_transaction(public_app, statements):
    client = public_app.test_client()
    client.get("/programs")

    with statements() as asked:
        client.get("/programs")

    assert asked == []
