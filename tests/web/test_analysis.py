"""Every analysis in one finding, and the second row of links."""

import re

import pytest

from tests.web.public_record import VIEW
from tests.web.reading import links_of, words_of_page

ANALYSES = (
    "/progress",
    "/bottlenecks",
    "/deadlines",
    "/claims",
    "/change",
    "/forecast",
    "/lineage",
)


def test_every_analysis_gives_its_finding_and_leads_on_in_the_same_view(reader):
    page = reader.get(f"/analysis?{VIEW}&plan=TEST2021")

    words = words_of_page(page)
    assert "Test plan: By what is said, 2 of 5 are completed." in words
    assert "Test energy is held up most" in words
    assert "1 of 1 promised dates passed without word that they were met" in words
    assert "0 of 1 claims that can be checked lie above the record" in words
    assert "No forecast: fewer than 5 completions are known" in words
    leading = [link for link in links_of(page) if link.startswith(ANALYSES)]
    assert len(leading) >= len(ANALYSES)
    assert all("as_of=2023-12-31" in link for link in leading)


@pytest.mark.parametrize("words", ["as_of=2012", "plan=NEXT2024&as_of=2015"])
def test_a_day_before_everything_still_gives_an_answer(reader, words):
    assert reader.get(f"/analysis?{words}").status_code == 200


@pytest.mark.parametrize("address", ["/analysis", *ANALYSES, "/claims/C002", "/charts"])
def test_the_analyses_have_a_second_row_of_links(reader, address):
    page = reader.get(address)

    rows = re.findall(r"<nav.*?</nav>", page.text, re.DOTALL)
    main, second = rows[:2]
    assert 'class="site-sub"' in second
    near = re.findall(r'href="/([a-z]+)"[^>]*aria-current="([a-z]+)"', main)
    assert near == [("analysis", "page" if address == "/analysis" else "true")]
    here = re.findall(r'href="(/[a-z]+)" aria-current="page"', second)
    assert here == ([] if address == "/analysis" else [f"/{address.split('/')[1]}"])


@pytest.mark.parametrize("address", ["/", "/programs", "/method"])
def test_other_pages_have_no_second_row(reader, address):
    assert 'class="site-sub"' not in reader.get(address).text
