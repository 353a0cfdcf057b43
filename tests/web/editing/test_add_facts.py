"""Adding a deadline, a claim, an act, an event and a source by form."""

import pytest

from tests.factories import PLAN, PROGRAM, SOURCE
from tests.web.sending import filled, words_of
from tracker.storage import queries

DEADLINE = f"/programs/{PROGRAM}/deadline"
GOOD = {
    DEADLINE: {
        "milestone": "Market launch",
        "due": "2024",
        "stated_on": "2023-03",
        "sources__0": SOURCE,
    },
    "/claims/add": {
        "plan": PLAN,
        "dated": "2023-04-28",
        "claimant": "Test Minister",
        "metric": "share_completed",
        "low": "80",
        "unit": "percent_unspecified",
        "qualifier": "almost",
        "sources__0": SOURCE,
    },
    "/acts/add": {
        "title_en": "Test agreement",
        "kind": "agreement",
        "signed_on": "2023-02",
        "plan": PLAN,
        "programs__0": PROGRAM,
        "sources__0": SOURCE,
    },
    "/events/add": {
        "dated": "2023-04-28",
        "kind": "contract",
        "title": "Test contracts are signed",
        "amount": "13 000 000",
        "currency": "usd",
        "programs__0": PROGRAM,
        "sources__0": SOURCE,
    },
    "/sources/add": {
        "url": "https://www.example.com/a-test-page",
        "publisher": "Test Agency",
        "dated": "2023-04-05",
        "language": "EN",
        "type": "state_media",
        "grade": "C",
    },
}


def send(client, page, step="check", **typed):
    """Fill the form of *page* in and press a button."""
    words = filled(client.get(page), **{**GOOD[page], **typed}, step=step)
    return client.post(page, data=words)


@pytest.mark.parametrize("page", GOOD)
def test_it_is_checked_then_saved_once(editor, revision, page):
    before = revision()
    preview = send(editor, page)
    assert preview.status_code == 200
    assert "Nothing is saved yet" in preview.text
    assert revision() == before

    words = filled(preview, step="save")
    answers = [editor.post(page, data=words).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert revision() == before + 1


@pytest.mark.parametrize(
    ("page", "typed", "sentence", "field"),
    [
        (DEADLINE, {"milestone": ""}, "Say what is due.", "milestone"),
        (DEADLINE, {"due": "2041"}, "out of range", "due"),
        (DEADLINE, {"due": "soon"}, "is not a date", "due"),
        (DEADLINE, {"stated_on": ""}, "when it was said", "stated_on"),
        (DEADLINE, {"met_on": "2030"}, "out of range", "met_on"),
        (DEADLINE, {"sources__0": ""}, "without a source", "sources-0"),
        ("/claims/add", {"plan": ""}, "Choose the plan.", "plan"),
        ("/claims/add", {"plan": "NONE"}, "Choose a plan of the list.", "plan"),
        ("/claims/add", {"claimant": ""}, "Say whose claim it is.", "claimant"),
        ("/claims/add", {"unit": ""}, "A figure needs a unit", "unit"),
        ("/claims/add", {"high": "70"}, "above the higher one", "low"),
        ("/claims/add", {"low": "almost all"}, "is not a number", "low"),
        ("/claims/add", {"note": "x" * 10_000}, "10,000 characters", "note"),
        ("/acts/add", {"title_en": ""}, "Give the title of the act.", "title_en"),
        ("/acts/add", {"kind": ""}, "Choose the kind of paper.", "kind"),
        ("/acts/add", {"programs__0": "X"}, "has no program “X”", "programs-0"),
        ("/acts/add", {"signed_on": "2033"}, "out of range", "signed_on"),
        ("/events/add", {"title": ""}, "Say what happened.", "title"),
        ("/events/add", {"currency": ""}, "needs a currency code", "currency"),
        ("/events/add", {"trend": "improved"}, "how the week was", "trend"),
        ("/events/add", {"dated": "2023-02-30"}, "no such date", "dated"),
        ("/sources/add", {"url": "javascript:alert(1)"}, "begins with https", "url"),
        ("/sources/add", {"type": ""}, "Choose who publishes", "type"),
        ("/sources/add", {"language": "Russian"}, "two letters", "language"),
        (
            "/sources/add",
            {"url": f"https://example.org/{SOURCE}"},
            "has this address already",
            "url",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(editor, page, typed, sentence, field):
    refused = send(editor, page, **typed)

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text
    assert refused.text.count(sentence) >= 2, "in the summary and at the field"
    assert f'href="#{field}"' in refused.text


@pytest.mark.parametrize("page", GOOD)
def test_what_is_refused_is_not_written(editor, revision, page):
    before = revision()

    refused = send(editor, page, step="save", **{next(iter(GOOD[page])): "\u202e"})

    assert refused.status_code == 422
    assert revision() == before


@pytest.mark.parametrize("page", GOOD)
def test_a_page_without_its_token_writes_nothing_and_keeps_the_words(
    editor, revision, page
):
    before = revision()

    refused = send(editor, page, step="save", csrf_token="")

    assert refused.status_code == 400
    kept = words_of(refused)
    assert all(
        kept[name.replace("__", "-")].lower() == text.lower()
        for name, text in GOOD[page].items()
    )
    assert revision() == before


def test_the_preview_of_a_deadline_shows_how_it_moves(editor):
    first = send(editor, DEADLINE, due="2023", stated_on="2022-06")
    editor.post(DEADLINE, data=filled(first, step="save"))

    preview = send(editor, DEADLINE, due="2024", stated_on="2023-03").text

    assert 'datetime="2023"' in preview
    assert 'datetime="2024"' in preview
    assert "366" in preview


def test_a_deadline_of_the_whole_program_moves_its_due_date(editor):
    preview = send(editor, DEADLINE, milestone="Whole program", due="2025").text

    assert "The program is due" in preview
    assert 'datetime="2025"' in preview


def test_the_facts_hold_what_was_typed(editor, record):
    for page in GOOD:
        editor.post(page, data=filled(send(editor, page), step="save"))

    with record.app_context():
        (stated,) = queries.deadlines_by_program()[PROGRAM]
        (claim,) = queries.claims()
        (act,) = queries.acts()
        (event,) = queries.events()
        source = queries.source("example-2023-04-05")
    assert (stated.deadline.milestone, stated.deadline.due.text) == (
        "Market launch",
        "2024",
    )
    assert (claim.claimant, str(claim.low), claim.high) == ("Test Minister", "80", None)
    assert (act.title_en, act.programs, act.plan) == (
        "Test agreement",
        (PROGRAM,),
        PLAN,
    )
    assert (str(event.amount), event.currency) == ("13000000", "USD")
    assert (source.publisher, source.language) == ("Test Agency", "en")


def test_grades_are_offered_with_their_letters(editor):
    assert "A: official text of law" in editor.get("/sources/add").text


def test_an_act_begun_at_a_program_names_it(editor):
    words = words_of(editor.get(f"/acts/add?code={PROGRAM}"))

    assert (words["programs-0"], words["plan"]) == (PROGRAM, PLAN)
    assert editor.get("/acts/add?code=nonsense").status_code == 200


def test_a_deadline_of_an_unknown_program_is_not_found(editor):
    assert editor.get("/programs/TEST2021-99/deadline").status_code == 404


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"high": ""}, "80 % of programs or more"),
        ({"low": "", "high": "80"}, "at most 80 % of programs"),
        ({"qualifier": "almost"}, "almost 80 % of programs"),
        ({"high": "85"}, "80–85 % of programs"),
        ({"low": "", "unit": ""}, "no figure"),
    ],
    ids=["from below", "from above", "hedged", "a range", "none"],
)
def test_the_preview_says_the_figure_as_the_claims_own_page_does(
    editor, record, figures, words
):
    typed = {"qualifier": "", "unit": "percent_of_programs", **figures}

    preview = send(editor, "/claims/add", **typed)

    assert f"<dt>Claimed</dt><dd>{words}</dd>" in preview.text
    editor.post("/claims/add", data=filled(preview, step="save"))
    key = editor.get("/claims.json").json["claims"][0]["key"]
    assert words in editor.get(f"/claims/{key}").text
