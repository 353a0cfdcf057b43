"""Long lists a page at a time; the page as data always holds every row."""

import pytest

from tests.web.reading import links_of, problem_of, rows_of_page, words_of_page

LISTS = {"sources": (409, 100, 5), "claims": (207, 50, 5)}


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_is_cut_into_pages_that_hold_every_row_once(researcher, name):
    count, length, page_count = LISTS[name]

    pages = [
        rows_of_page(researcher.get(f"/{name}?page={each}"))
        for each in range(1, page_count + 1)
    ]

    assert [len(rows) for rows in pages[:-1]] == [length] * (page_count - 1)
    assert len({row for rows in pages for row in rows}) == count
    assert rows_of_page(researcher.get(f"/{name}")) == pages[0]


@pytest.mark.parametrize("name", LISTS)
def test_the_page_as_data_holds_every_row(researcher, name):
    found = researcher.get(f"/{name}.json?page=2").json
    table = researcher.get(f"/{name}.csv?page=2").text.splitlines()

    assert len(found[name]) == LISTS[name][0]
    assert len(table) > LISTS[name][0]


def test_a_page_says_which_rows_it_holds_and_links_the_others(researcher):
    page = researcher.get("/sources?page=2")
    words, links = words_of_page(page), links_of(page)

    assert "409 sources newest first 101–200 of 409 on this page" in words
    assert "First page Previous page page 2 of 5 Next page Last page" in words
    assert [link for link in links if link.startswith("/sources?page")] == [
        "/sources?page=3",
        "/sources?page=5",
    ]
    assert links.count("/sources") == 2  # the first page, and the previous one


def test_the_ends_of_a_list_lead_one_way_only(researcher):
    first = words_of_page(researcher.get("/sources"))
    last = words_of_page(researcher.get("/sources?page=5"))

    assert "Previous page" not in first
    assert "Next page" in first
    assert "401–409 of 409 on this page" in last
    assert "Next page" not in last


def test_page_links_keep_view_and_filters(researcher):
    view = "as_of=2024-12-31&verdict=cannot_be_checked"
    links = links_of(researcher.get(f"/claims?{view}"))
    sources = links_of(researcher.get("/sources?page=1&grade=C"))

    assert f"/claims?{view}&page=2" in links
    assert "/sources?grade=C&page=2" in sources


def test_what_fits_on_one_page_has_no_page_links(reader):
    page = reader.get("/sources")

    assert "on this page" not in words_of_page(page)
    assert 'class="pages"' not in page.text


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/sources?page=6", 404, "There is no page 6. The last one is 5."),
        ("/claims?page=0", 404, "There is no page 0. The last one is 5."),
        ("/claims?page=two", 400, "“two” is no number."),
        ("/changes/1?page=900", 404, "There is no page 900. The last one is 14."),
    ],
)
def test_a_page_that_is_not_there_is_said_so(researcher, address, status, sentence):
    page = researcher.get(address)

    assert page.status_code == status
    assert problem_of(page).startswith(sentence)
