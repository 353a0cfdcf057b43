"""Signing in and out: sessions, roles, and where one may be sent."""

from datetime import UTC, datetime

import pytest

from tests.web.sending import filled
from tracker.domain.accounts import FREE_TRIES, Role
from tracker.services import users
from tracker.web.accounts import safe_address

NAME, PASSWORD = "Test Editor", "four plain test words"
COOKIE = "tracker"


@pytest.fixture
def person(app, cheap_passwords):
    """An editor who has an account."""
    with app.app_context():
        return users.add(NAME, PASSWORD, Role.EDITOR)


@pytest.fixture
def client(app, person):
    """The browser of somebody who has not signed in."""
    return app.test_client()


def sign_in(client, page="/sign-in", **typed):
    """Fill the form in and send it."""
    words = {"name": NAME, "password": PASSWORD, **typed}
    return client.post("/sign-in", data=filled(client.get(page), **words))


def is_signed_in(client) -> bool:
    return client.get("/account").status_code == 200


def test_name_and_password_open_the_account(client):
    assert sign_in(client).status_code == 303
    assert NAME in client.get("/account").text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"password": "wrong"}, "The name or the password is wrong."),
        ({"name": "Nobody"}, "The name or the password is wrong."),
        ({"name": ""}, "Type the name of your account."),
        ({"password": ""}, "Type your password."),
    ],
)
def test_what_is_wrong_is_said_and_opens_nothing(client, typed, sentence):
    refused = sign_in(client, **typed)

    assert refused.status_code == 422
    assert "<title>Error: " in refused.text
    assert sentence in refused.text
    assert not is_signed_in(client)


def test_a_password_never_stands_in_the_page(client):
    assert "very secret words" not in sign_in(client, password="very secret words").text


def test_after_some_wrong_tries_the_right_password_waits_too(client):
    for _ in range(FREE_TRIES):
        sign_in(client, password="wrong")

    refused = sign_in(client)

    assert "Too many wrong passwords" in refused.text
    assert not is_signed_in(client)


def test_a_sign_in_without_its_token_is_refused(client):
    refused = sign_in(client, csrf_token="")

    assert refused.status_code == 422
    assert not is_signed_in(client)


def test_a_copied_cookie_is_dead_after_signing_out(app, client):
    sign_in(client)
    copied = client.get_cookie(COOKIE).value
    thief = app.test_client()
    thief.set_cookie(COOKIE, copied)
    assert is_signed_in(thief)

    client.post("/sign-out", data=filled(client.get("/sign-out")))

    assert not is_signed_in(client)
    assert not is_signed_in(thief)


def test_the_session_has_a_new_id_after_signing_in(client):
    client.get("/sign-in")
    before = client.get_cookie(COOKIE).value

    sign_in(client)

    assert client.get_cookie(COOKIE).value != before


def test_a_session_that_was_known_before_signing_in_is_dead(app, client):
    client.get("/sign-in")
    fixed = client.get_cookie(COOKIE).value
    sign_in(client)
    thief = app.test_client()
    thief.set_cookie(COOKIE, fixed)

    assert not is_signed_in(thief)


def test_a_new_password_ends_the_other_sessions(app, client):
    sign_in(client)
    elsewhere = app.test_client()
    sign_in(elsewhere)
    words = filled(
        client.get("/account"), password=PASSWORD, new_password="five other plain words"
    )

    assert client.post("/account", data=words).status_code == 303

    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert sign_in(app.test_client()).status_code == 422


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"password": "wrong", "new_password": "five other plain words"}, "is wrong"),
        ({"password": PASSWORD, "new_password": "short"}, "at least 12 characters"),
        ({"password": PASSWORD, "new_password": ""}, "Type the new password."),
    ],
)
def test_a_new_password_wants_the_old_one_and_length(client, typed, sentence):
    sign_in(client)

    refused = client.post("/account", data=filled(client.get("/account"), **typed))

    assert refused.status_code == 422
    assert sentence in refused.text


def test_a_closed_account_is_signed_out_at_once(app, client):
    sign_in(client)
    with app.app_context():
        users.set_active(NAME, is_active=False)

    assert not is_signed_in(client)


def test_signing_out_by_a_link_alone_does_nothing(client):
    sign_in(client)

    assert client.get("/sign-out").status_code == 200
    assert is_signed_in(client)


def test_signing_out_without_the_token_does_nothing(client):
    sign_in(client)

    assert client.post("/sign-out").status_code == 422
    assert is_signed_in(client)


def test_one_comes_back_to_the_page_one_wanted(client):
    sent = client.get("/account?x=1")
    assert sent.status_code == 303
    assert sent.location == "/sign-in?next=/account?x%3D1"

    assert sign_in(client, page=sent.location).location == "/account?x=1"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "evil",
        "/\t/evil.example",
        "/page\r\nSet-Cookie: x=1",
    ],
)
def test_no_address_outside_is_followed(app, address):
    with app.test_request_context():
        assert safe_address(address) == "/"


def test_the_cookie_is_kept_from_scripts_and_other_sites(client):
    sign_in(client)
    cookie = client.get_cookie(COOKIE)

    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert cookie.max_age is None
    assert cookie.expires is not None
    hours = (cookie.expires - datetime.now(UTC)).total_seconds() / 3600
    assert hours <= 12


def test_a_public_page_sets_no_cookie(app):
    answer = app.test_client().get("/")

    assert "Set-Cookie" not in answer.headers


def test_a_reader_who_looked_at_the_sign_in_page_gets_no_more_cookies(client):
    client.get("/sign-in")

    assert "Set-Cookie" not in client.get("/").headers
