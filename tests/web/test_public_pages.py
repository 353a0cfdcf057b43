"""What holds for every public page."""

import re

import pytest

from tests.web.public_record import GAS
from tests.web.reading import links_of, problem_of, words_of_page

PAGES = (
    "/",
    "/programs",
    f"/programs/{GAS}",
    "/sectors",
    "/sectors/energy",
    "/sources",
    "/sources/test-source",
    "/events",
    "/changes",
    "/changes/1",
    "/claims",
    "/claims/C002",
    "/claims/check",
    "/analysis",
    "/bottlenecks",
    "/progress",
    "/deadlines",
    "/change",
    "/forecast",
    "/lineage",
    "/method",
)
LISTS = (
    "/",
    "/programs",
    "/sectors",
    "/sources",
    "/events",
    "/changes",
    "/claims",
    "/claims/check",
    "/analysis",
    "/bottlenecks",
    "/progress",
    "/deadlines",
    "/change",
    "/forecast",
    "/lineage",
    "/charts",
)
# Pages that answer for a day, and so take the view in their address.
VIEWS = (
    "/",
    "/programs",
    f"/programs/{GAS}",
    "/sectors",
    "/sectors/energy",
    "/claims",
    "/analysis",
    "/bottlenecks",
    "/progress",
    "/deadlines",
    "/change",
    "/forecast",
    "/lineage",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_and_so_does_asking_for_its_head(reader, address):
    page = reader.get(address)
    head = reader.head(address)

    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert (head.status_code, head.data) == (200, b"")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_sets_no_cookie_and_names_no_foreign_host_to_load_from(reader, address):
    page = reader.get(address)

    assert "Set-Cookie" not in page.headers
    loaded = re.findall(r'(?:src|srcset)="([^"]+)"', page.text)
    loaded += re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', page.text)
    assert all(each.startswith("/") for each in loaded)
    assert " style=" not in page.text


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_record_says_what_to_do_next(early_reader, address):
    page = early_reader.get(address)

    assert page.status_code == 200
    assert "The record is empty." in words_of_page(page)
    assert "flask import data/programs.xlsx --apply" in words_of_page(page)


@pytest.mark.parametrize(
    "address",
    [
        "/?plan=UP2021",
        "/programs.json?plan=UP2021",
        "/programs?sector=energy",
        "/deadlines?sector=energy",
        "/sectors/energy",
        "/charts/stages.svg",
        "/reports/progress.xlsx",
    ],
)
def test_whatever_is_asked_of_an_empty_record_it_says_what_to_do(early_reader, address):
    answer = early_reader.get(address)

    assert answer.status_code in (400, 404)
    said = answer.json["message"] if answer.json else problem_of(answer)
    assert said == "The record is empty. Fill it with “flask init”, then ask again."


@pytest.mark.parametrize("address", [*VIEWS, "/events", "/method"])
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("as_of=20x", "“20x” is not a date. Write 2023, 2023-04 or 2023-04-05."),
        ("as_of=2023-02-30", "There is no such date as 2023-02-30."),
        ("as_of=2099", "2099-12-31 is outside the record."),
        ("as_of=1800-01-01", "1800-01-01 is outside the record."),
        ("known_on=tomorrow", "“tomorrow” is not a date."),
        ("reading=loud", "“loud” is not a reading."),
    ],
)
def test_a_view_that_cannot_be_read_is_refused(reader, address, words, sentence):
    page = reader.get(f"{address}?{words}")

    assert page.status_code == 400
    assert sentence in problem_of(page)
    typed = words.partition("=")[2]
    assert f'value="{typed}"' in page.text or "reading" in words


@pytest.mark.parametrize(
    "address",
    [
        *sorted({*PAGES} - {"/claims/check"}),
        "/overview.csv",
        "/events.xlsx",
        f"/programs/{GAS}.csv",
    ],
)
def test_an_unknown_plan_is_refused_with_those_there_are(reader, address):
    page = reader.get(f"{address}?plan=XX2000")

    assert page.status_code == 400
    assert "XX2000" in problem_of(page)
    assert "TEST2021, NEXT2024" in problem_of(page)
    ways_out = page.text.partition("<nav")[2].partition("</nav>")[0]
    assert 'href="/programs"' in ways_out
    assert "XX2000" not in ways_out


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/programs/TEST2021-99", "No program has the code “TEST2021-99”."),
        ("/sectors/none", "No sector has the code “none”."),
        ("/sources/none", "There is no source “none”."),
        ("/change?since_revision=9", "There is no revision 9. The last one is 2."),
        ("/change?revision=0", "There is no revision 0."),
        ("/changes/99", "There is no revision 99."),
        (f"/changes/{10**20}", f"There is no revision {10**20}."),
        ("/claims/C999", "No claim “C999” was made and known in this view."),
        ("/changes/1?page=9", "There is no page 9. The last one is 1."),
        ("/nowhere", "There is nothing at this address."),
    ],
)
def test_what_is_not_there_is_said_to_be_so(reader, address, sentence):
    page = reader.get(address)

    assert page.status_code == 404
    assert sentence in problem_of(page)
    assert "Traceback" not in page.text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/programs?stage=begun", "“begun” is no stage."),
        ("/programs?sector=none", "“none” is no sector."),
        ("/programs?condition=ill", "“ill” is no condition."),
        ("/programs?timeliness=soon", "“soon” is no timeliness."),
        ("/programs?sort=luck", "“luck” is no sort."),
        ("/programs?silent=perhaps", "Write yes or no."),
        ("/sources?grade=Z", "“Z” is no grade."),
        ("/sources?type=blog", "“blog” is no type."),
        ("/events?kind=party", "“party” is no kind."),
        ("/change?since=20x", "“20x” is not a date."),
        ("/change?since=2024-12-31", "“Since” lies after “as of”."),
        ("/change?since_known_on=soon", "“soon” is not a date."),
        ("/change?since_reading=loud", "“loud” is not a reading."),
        ("/change?since_revision=x", "“x” is no number."),
        ("/change?since_rule=guess", "“guess” is no rule."),
        ("/change?rule=guess", "“guess” is no rule."),
        ("/lineage?sector=none", "No sector has the code “none”."),
        ("/deadlines?sector=none", "No sector has the code “none”."),
        ("/claims?verdict=lie", "“lie” is no verdict."),
        ("/changes?before=abc", "“abc” is no number."),
    ],
)
def test_an_unknown_filter_value_is_refused(reader, address, sentence):
    page = reader.get(address)

    assert page.status_code == 400
    assert sentence in problem_of(page)


@pytest.mark.parametrize("address", VIEWS)
def test_links_to_public_pages_keep_the_view(reader, address):
    view = "as_of=2023-12-31&known_on=2024-01-31&reading=shown"

    page = reader.get(f"{address}?{view}")

    public = re.compile(r"^/(programs|sectors|claims|events)\b[^#.]*$")
    kept = [link for link in links_of(page) if public.match(link)]
    assert kept
    assert all(view in link for link in kept)
    assert "as of 31 December 2023" in words_of_page(page)


def test_the_footer_says_view_and_revision(reader):
    page = reader.get("/programs?as_of=2023-12-31&known_on=2024-01-31&reading=shown")

    foot = page.text.partition("<footer")[2].replace("\u00a0", " ")
    assert '<time datetime="2023-12-31">31 December 2023</time>' in foot
    assert '<time datetime="2024-01-31">31 January 2024</time>' in foot
    assert "shown (E3 or better)" in foot
    assert "revision 2" in foot
    assert "http://localhost/programs?as_of=2023-12-31" in foot
    view = "as_of=2023-12-31&amp;known_on=2024-01-31&amp;reading=shown"
    assert f'href="/method?{view}"' in foot


def test_words_without_a_value_are_left_out_of_the_address(reader):
    page = reader.get("/programs?plan=&as_of=2023-12-31&text=&sector=energy")

    assert page.status_code == 302
    assert page.location == "/programs?as_of=2023-12-31&sector=energy"


def test_a_public_page_cannot_be_posted_to(reader):
    page = reader.post("/method")

    assert page.status_code in (400, 405)
    assert "Traceback" not in page.text
