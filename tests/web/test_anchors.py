"""Links between pages: every one leads to a page, and to the place on it."""

import html
import re
from collections import Counter

import pytest

from tests.factories import a_source
from tests.web.public_record import GAS, OIL, TODAY, VIEW
from tests.web.reading import links_of, problem_of
from tracker.domain.changes import Add, Origin, Retire
from tracker.domain.record import Kind
from tracker.services import door
from tracker.services.door import Author

ID = re.compile(r'\bid="([^"]+)"')
DESCRIBED = re.compile(r'\baria-(?:describedby|labelledby)="([^"]+)"')
# In the made-up record these sources carry one fact of every kind.
SOURCES = ("test-source", "law-source")


@pytest.mark.parametrize("source", SOURCES)
def test_the_facts_on_a_source_are_found_on_the_page_they_link_to(reader, source):
    links = links_of(reader.get(f"/sources/{source}"))
    placed = [link.partition("#") for link in links if "#" in link]

    assert placed
    for page, _, place in placed:
        assert f'id="{place}"' in reader.get(page).text, (page, place)


@pytest.mark.parametrize(
    "page",
    ["/", "/progress", "/bottlenecks", f"/programs/{GAS}", f"/programs/{OIL}"],
)
def test_a_page_uses_every_name_of_a_place_once(reader, page):
    counted = Counter(ID.findall(reader.get(f"{page}?{VIEW}").text))

    assert [name for name, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("page", ["/reports", "/reports?since=never", "/export", "/"])
@pytest.mark.parametrize("who", ["reader", "early_reader"])
def test_what_describes_a_part_of_a_page_is_on_it(request, who, page):
    text = request.getfixturevalue(who).get(page).text

    named = {name for group in DESCRIBED.findall(text) for name in group.split()}
    assert named - set(ID.findall(text)) == set()


@pytest.mark.parametrize("plan", ["TEST2021", "NEXT2024"])
def test_a_bar_of_a_whole_plan_leads_to_no_sector(reader, plan):
    picture = reader.get(f"/charts/stages.svg?plan={plan}&{VIEW}").text
    links = {html.unescape(link) for link in re.findall(r'href="(/[^"]*)"', picture)}

    assert links
    for link in links:
        assert reader.get(link).status_code == 200, link


def test_a_retired_source_says_so_where_changes_link_to_it(public_app, reader):
    author = Author("Test Editor", Origin.FORM)
    with public_app.app_context():
        door.enter([Add(a_source("spare-source"))], author, "Test", TODAY)
        door.enter([Retire(Kind.SOURCE, "spare-source", 1)], author, "Test", TODAY)

    page = reader.get("/sources/spare-source")

    assert page.status_code == 404
    assert problem_of(page) == (
        "The source “spare-source” was retired. The list of changes tells why."
    )
    assert problem_of(reader.get("/sources/nowhere")) == (
        "There is no source “nowhere”."
    )
