"""Every error becomes a sentence: a page for people, JSON for programs."""

import pytest
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge, TooManyRequests

from tests.web.reading import problem_of, words_of_page
from tracker.domain.errors import (
    BadInput,
    Conflict,
    NotAllowed,
    NotFound,
    RuleBroken,
    Unavailable,
)

SENTENCE = "A made-up sentence about %(what)s."
STATUSES = [
    (BadInput, 400, "bad_input"),
    (NotAllowed, 403, "not_allowed"),
    (NotFound, 404, "not_found"),
    (Conflict, 409, "conflict"),
    (RuleBroken, 422, "rule_broken"),
    (Unavailable, 503, "unavailable"),
]


@pytest.fixture
def failing(public_app):
    """A page and an address of the API that fail as they are told."""

    def fails_with(problem: Exception):
        def view():
            raise problem

        public_app.add_url_rule("/failing", "failing", view)
        public_app.add_url_rule("/api/v1/failing", "api_failing", view)
        public_app.config["PROPAGATE_EXCEPTIONS"] = False
        return public_app.test_client()

    return fails_with


@pytest.mark.parametrize(("kind", "status", "_code"), STATUSES)
def test_a_refusal_is_a_page_with_its_sentence(failing, kind, status, _code):
    page = failing(kind(SENTENCE, what="tests")).get("/failing")

    assert page.status_code == status
    assert problem_of(page) == "A made-up sentence about tests."
    assert page.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("kind", "status", "code"), STATUSES)
def test_to_programs_a_refusal_is_json(failing, kind, status, code):
    client = failing(kind(SENTENCE, field="tested", what="tests"))

    answer = client.get("/api/v1/failing")

    assert answer.status_code == status
    assert answer.json == {
        "error": code,
        "message": "A made-up sentence about tests.",
        "field": "tested",
    }


def test_a_failure_of_ours_tells_nothing_of_its_inside(failing):
    page = failing(ZeroDivisionError("a secret of the inside")).get("/failing")

    assert page.status_code == 500
    assert "secret" not in page.text
    assert "ZeroDivisionError" not in page.text
    assert problem_of(page).startswith("Nothing was changed.")


@pytest.mark.parametrize(
    ("problem", "status", "words"),
    [
        (RequestEntityTooLarge(), 413, "choose a smaller file"),
        (TooManyRequests(), 429, "Wait a few minutes"),
    ],
)
def test_what_flask_refuses_is_said_in_our_words(failing, problem, status, words):
    page = failing(problem).get("/failing")

    assert page.status_code == status
    assert words in problem_of(page)


def test_a_wrong_method_says_which_are_right(reader):
    answer = reader.delete("/api/v1/programs")

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert answer.json == {
        "error": "method_not_allowed",
        "message": "This address does not answer to DELETE, only to GET.",
        "field": None,
    }


def test_an_unknown_address_is_said_in_one_sentence_with_the_next_step(reader):
    page, api = reader.get("/no-such-page"), reader.get("/api/v1/no-such-thing")

    words = (
        "There is nothing at this address. Check how it is written, or look in the "
        "list of programs."
    )
    assert words_of_page(page) == f"Page not found {words} Overview List of programs"
    assert api.status_code == 404
    assert api.json == {"error": "not_found", "message": words, "field": None}


def test_what_the_record_does_not_have_is_said_once(reader):
    page = reader.get("/sectors/none")

    assert words_of_page(page).count(".") == problem_of(page).count(".")


def test_what_no_page_of_ours_sent_is_said_to_be_that(failing):
    page = failing(CSRFError("The CSRF token is missing.")).get("/failing")

    assert page.status_code == 400
    assert "The page was too old, or not ours" in words_of_page(page)
    assert "Nothing was done. Go back, load the page again" in problem_of(page)
    assert "CSRF" not in page.text


def test_markup_in_a_sentence_stays_text(reader):
    page = reader.get("/programs/<script>")

    assert page.status_code == 404
    assert "<script>" not in page.text


def test_when_the_record_is_down_the_page_still_comes(failing, monkeypatch):
    client = failing(Unavailable("The record cannot be reached."))
    monkeypatch.setattr("tracker.web.address.catalogue", lambda: 1 / 0)

    assert client.get("/failing").status_code == 503


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/programs/", "/programs"),
        ("/programs//", "/programs"),
        ("/ru/programs/?text=%D0%B3%D0%B0", "/ru/programs?text=%D0%B3%D0%B0"),
        ("/claims/C001/", "/claims/C001"),
        ("/sources/%D1%82%3F/", "/sources/%D1%82%3F"),
        ("/programs.csv/?plan=UP2021", "/programs.csv?plan=UP2021"),
        ("/api/v1/plans/", "/api/v1/plans"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_address_with_a_slash_too_many_leads_to_the_page(
    reader, method, address, there
):
    answer = reader.open(address, method=method)

    assert answer.status_code == 301
    assert answer.headers["Location"] == there


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/nothing/"),
        ("GET", "/static/"),
        ("GET", "//example.org/"),
        ("GET", "/import/some/discard/"),
        ("POST", "/sign-in/"),
        ("POST", "/programs/"),
    ],
)
def test_a_slash_leads_nowhere_where_nothing_is_or_something_is_sent(
    reader, method, address
):
    answer = reader.open(address, method=method)

    assert answer.status_code in (400, 404)
    assert "Location" not in answer.headers
