"""Claims beside the record: the list, one verdict with its working, one just heard."""

import re

import pytest

from tests.web.public_record import FINISHED, TODAY, VIEW
from tests.web.reading import (
    links_of,
    part_of,
    problem_of,
    rows_of_page,
    words_of_page,
)
from tracker.domain.changes import Origin, Retire
from tracker.domain.record import Kind
from tracker.services import door
from tracker.services.door import Author

# What the form of a claim just heard sends.
HEARD = {
    "plan": "TEST2021",
    "dated": "2023-04-30",
    "low": "80",
    "unit": "percent_of_programs",
    "qualifier": "almost",
    "claimant": "Test Minister",
}


def test_a_claim_keeps_its_own_words_and_stands_beside_its_verdict(reader):
    rows = rows_of_page(reader.get(f"/claims?{VIEW}"))

    # On that day one of five was completed as said and shown, the others silent or
    # never spoken of: the record allows 20 to 100 %.
    assert rows[0].startswith(
        "30 Apr 2023 TEST2021 Test Minister Share completed almost 80 % (of what is "
        "not said) Within the record – C002 the record: 20–100 %"
    )
    assert "Cannot be checked – C001 Made-up words about the whole plan." in rows[1]


def test_the_list_says_how_many_lie_where_and_can_be_narrowed(reader):
    page = reader.get(f"/claims?{VIEW}")
    assert "0 of 1 claims that can be checked lie above the record" in words_of_page(
        page
    )
    assert "Within the record: 1. Below it: 0. Cannot be checked" in words_of_page(page)

    narrowed = reader.get(f"/claims?{VIEW}&verdict=within")
    assert len(rows_of_page(narrowed)) == 1
    assert '<option value="within" selected>' in narrowed.text
    none = reader.get(f"/claims?{VIEW}&verdict=below")
    assert "No claim of this plan and day has this verdict. Clear filters" in (
        words_of_page(none)
    )


def test_claims_not_made_yet_are_not_listed(reader):
    page = reader.get("/claims?as_of=2021-01-01")

    assert "No claim was made and known by that day." in words_of_page(page)


@pytest.mark.parametrize(
    ("view", "field"),
    [
        ("as_of=2021-01-01", "as_of"),
        ("as_of=2024-01-01&known_on=2021-01-01", "known_on"),
    ],
)
def test_a_claim_later_than_the_view_lets_the_day_be_changed(reader, view, field):
    page = reader.get(f"/claims/C002?{view}")

    assert page.status_code == 404
    words = words_of_page(page)
    assert "The claim “C002” is later than this view. Choose a later day." in words
    assert re.search(f'<input id="view-{field}"[^>]* aria-invalid="true"', page.text)


def test_a_retired_claim_names_the_revision_that_tells_why(public_app, reader):
    author = Author("Test Editor", Origin.FORM)
    with public_app.app_context():
        door.enter([Retire(Kind.CLAIM, "C002", 1)], author, "A wrong claim", TODAY)

    page = reader.get("/claims/C002")

    assert page.status_code == 404
    assert problem_of(page) == "The claim “C002” was retired. Revision 3 tells why."


def test_a_verdict_comes_with_its_working_and_the_reports_behind(reader):
    page = reader.get("/claims/C002")

    words = words_of_page(page)
    assert "“Almost 80 % (of what is not said)” lies within the record" in words
    assert (
        "By 30 April 2023 the record allows 20–100 %; the claim is taken as 75–80 %."
    ) in words
    working = part_of(page, "working")
    assert "Taken as 75–80 % “almost” may be up to 5 points less" in working
    assert "As shown 1 of 5 (20 %)" in working
    assert "If silence hid success 5 of 5 (100 %)" in working
    assert "Percent of what is not said." in words
    behind = part_of(page, "behind")
    assert f"Test finished {FINISHED} as said and as shown R0006" in behind
    assert "only if silence hid success" in behind
    assert f"/programs/{FINISHED}#R0006" in links_of(page)


def test_a_claim_that_cannot_be_checked_says_why(reader):
    page = reader.get("/claims/C001")

    assert "“Other statement” cannot be checked" in words_of_page(page)
    assert "It gives no figure." in words_of_page(page)


def test_a_claim_just_heard_is_checked_at_a_permanent_address(reader):
    page = reader.get("/claims/check", query_string=HEARD)

    assert page.status_code == 200
    words = words_of_page(page)
    assert "“Almost 80 % of programs” lies within the record" in words
    # The speaker's words of that day are in the record, in another unit.
    assert "permanent address" in words
    assert (
        "/claims/check?plan=TEST2021&dated=2023-04-30&low=80&unit=percent_of_programs"
        "&qualifier=almost&claimant=Test+Minister"
    ) in links_of(page)
    assert 'value="80"' in page.text
    again = reader.get("/claims/check", query_string=HEARD)
    assert again.data == page.data


def test_the_permanent_address_keeps_the_language(reader):
    page = reader.get("/ru/claims/check", query_string=HEARD)

    address = re.search(r'href="([^"]*)">permanent address', page.text)
    assert address is not None
    assert address[1].startswith("/ru/claims/check?plan=TEST2021&amp;")


def test_a_range_and_a_hedge_are_taken_as_they_were_said(reader):
    heard = HEARD | {"low": "1", "high": "3", "unit": "programs", "qualifier": "exact"}

    page = reader.get("/claims/check", query_string=heard)

    assert "“1–3 programs” lies within the record" in words_of_page(page)
    assert "Number completed" not in part_of(page, "working")


@pytest.mark.parametrize(
    ("change", "sentence", "field"),
    [
        ({"plan": "NONE"}, "Choose a plan of the list.", "plan"),
        ({"dated": ""}, "Give the date of the claim.", "dated"),
        ({"dated": "30.04.2023"}, "“30.04.2023” is not a date.", "dated"),
        ({"dated": "2023-02-30"}, "There is no such date as 2023-02-30.", "dated"),
        ({"dated": "2039"}, "2039 is out of range.", "dated"),
        ({"low": ""}, "Give the figure that was named.", "low"),
        ({"low": "almost all"}, "“almost all” is not a number.", "low"),
        ({"low": "120"}, "A percentage lies between 0 and 100.", "high"),
        ({"low": "-5"}, "A figure cannot be below zero.", "low"),
        ({"high": "70"}, "The lower figure is above the higher one.", "low"),
        ({"unit": "cows"}, "Choose one of the list.", "unit"),
        ({"qualifier": "perhaps"}, "Choose one of the list.", "qualifier"),
        ({"metric": "luck"}, "Choose one of the list.", "metric"),
        ({"claimant": "x" * 300}, "Shorten the name to 200 characters.", "claimant"),
        ({"known_on": "soon"}, "“soon” is not a date.", "known_on"),
    ],
)
def test_what_cannot_be_checked_is_said_at_its_field(reader, change, sentence, field):
    words = HEARD | change
    page = reader.get("/claims/check", query_string=words, follow_redirects=True)

    assert page.status_code in (400, 422)
    assert sentence in words_of_page(page)
    if page.status_code == 422:
        assert "<title>Error: " in page.text
        assert f'href="#{field}"' in page.text


def test_an_empty_form_names_the_plan_and_refuses_nothing(reader):
    page = reader.get("/claims/check?plan=NEXT2024&as_of=2024-05-01")

    assert page.status_code == 200
    assert '<option selected value="NEXT2024">' in page.text
    assert '<input type="hidden" name="as_of" value="2024-05-01">' in page.text
    assert "There is a problem" not in page.text


def test_the_answers_are_there_as_data(reader):
    one = reader.get("/claims/C002.json").json
    assert (one["verdict"], one["claimed"]) == ("within", {"low": 75, "high": 80})
    heard = reader.get("/api/v1/claims/check", query_string=HEARD).json
    assert (heard["verdict"], heard["key"]) == ("within", None)
    bad = reader.get("/api/v1/claims/check", query_string=HEARD | {"low": "x"})
    assert (bad.status_code, bad.json["field"]) == (400, "low")
    assert reader.get("/api/v1/claims/check").status_code == 400


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("plan=UP2021&dated=2023-04-05&low=80&qualifier=almost", "lies above"),
        ("plan=UP2021&dated=2023-12-31&low=90&qualifier=more_than", "lies above"),
        ("plan=UP2021&dated=2025-03-31&low=100&qualifier=exact", "lies above"),
        ("plan=UP2021&dated=2023-04-05&low=25&qualifier=about", "lies within"),
    ],
)
def test_the_real_record_judges_what_was_heard(researcher, words, verdict):
    page = researcher.get(f"/claims/check?{words}&unit=percent_of_programs")

    assert verdict in words_of_page(page)


def test_arithmetic_and_other_claims_stand_around_a_real_one(researcher):
    page = researcher.get("/claims/C136")

    assert "V. Putin: 74 %" in part_of(page, "nearby")
    assert "close to 80 %" in part_of(page, "earlier")
