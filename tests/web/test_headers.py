"""What browsers are told with every answer."""

import re

import pytest


@pytest.mark.parametrize(
    "address", ["/", "/nowhere", "/static/tracker.css", "/api/v1/plans"]
)
def test_every_answer_says_what_a_page_may_do(reader, address):
    with reader.get(address) as answer:
        headers = answer.headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_https_is_asked_for_only_where_it_is_used(reader):
    assert "Strict-Transport-Security" not in reader.get("/").headers


def test_a_static_file_named_by_its_content_may_be_kept_for_good(reader):
    named = re.search(r'href="(/static/tracker.css\?v=\w+)"', reader.get("/").text)
    assert named is not None

    with reader.get(named[1]) as kept, reader.get("/static/tracker.css") as plain:
        assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "immutable" not in plain.headers["Cache-Control"]
