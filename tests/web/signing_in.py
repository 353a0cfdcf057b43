"""Somebody who may change the record, in front of a public page."""

from flask import Flask
from flask.testing import FlaskClient

from tests.web.sending import filled
from tracker.domain.accounts import Role
from tracker.services import users

PASSWORD = "four plain test words"


def an_editor(app: Flask) -> FlaskClient:
    """The browser of an editor who has signed in."""
    with app.app_context():
        users.add("Test Editor", PASSWORD, Role.EDITOR)
    client = app.test_client()
    words = filled(client.get("/sign-in"), name="Test Editor", password=PASSWORD)
    assert client.post("/sign-in", data=words).status_code == 303
    return client
