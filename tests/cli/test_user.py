"""``flask user``: accounts from the command line."""

import json

import pytest

from tests.cli.conftest import PASSWORD

pytestmark = pytest.mark.usefixtures("cheap_passwords")


def add(flask, name, role="editor", typed=f"{PASSWORD}\n{PASSWORD}\n"):
    return flask("user", "add", name, "--role", role, typed=typed)


def listed(flask):
    return json.loads(flask("user", "list", "--json").stdout)["users"]


def test_an_account_is_added_with_a_password_typed_twice_and_never_shown(flask):
    result = add(flask, "Test Editor")

    assert result.exit_code == 0
    assert "Added Test Editor (editor)." in result.output
    assert PASSWORD not in result.output
    assert listed(flask) == [
        {"name": "Test Editor", "role": "editor", "is_active": True}
    ]


def test_a_password_may_come_from_standard_input(flask):
    result = flask(
        *("user", "add", "Test Admin", "--role", "administrator", "--password-stdin"),
        typed=f"{PASSWORD}\n",
    )

    assert result.exit_code == 0
    assert "Password" not in result.output


def test_two_passwords_that_differ_are_asked_for_again(flask):
    typed = f"{PASSWORD}\nanother one\n{PASSWORD}\n{PASSWORD}\n"

    assert add(flask, "Test Editor", typed=typed).exit_code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "Test", "--role", "king"), "'king' is not one of"),
        (("add", "Test"), "Missing option '--role'"),
        (("role", "Nobody", "reader"), "There is no account named “Nobody”."),
        (("deactivate", "Nobody"), "There is no account named “Nobody”."),
        (("password", "Nobody"), "There is no account named “Nobody”."),
        (("crown", "Nobody"), "No such command 'crown'"),
    ],
)
def test_a_bad_call_is_refused_with_exit_code_2_and_a_sentence(flask, words, sentence):
    result = flask("user", *words)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Test Editor", "short\nshort\n", "at least 12 characters"),
        ("Test Editor", "", "No password was typed"),
        ("", f"{PASSWORD}\n{PASSWORD}\n", "is no name for an account"),
    ],
    ids=["short password", "no password", "no name"],
)
def test_nothing_is_kept_of_an_account_that_is_refused(flask, name, typed, sentence):
    result = add(flask, name, typed=typed)

    assert result.exit_code in {1, 2}
    assert sentence in result.stderr
    assert listed(flask) == []


def test_a_name_that_is_taken_is_refused(flask):
    add(flask, "Test Editor")

    result = add(flask, "test editor")

    assert result.exit_code == 2
    assert "There is an account named “test editor” already." in result.stderr


def test_a_role_changes(flask):
    add(flask, "Test Editor")

    result = flask("user", "role", "Test Editor", "administrator")

    assert result.output == "Test Editor is administrator now.\n"
    assert listed(flask)[0]["role"] == "administrator"


def test_an_account_is_closed_and_opened_again(flask):
    add(flask, "Test Editor")

    closed = flask("user", "deactivate", "Test Editor")
    is_active = listed(flask)[0]["is_active"]
    opened = flask("user", "activate", "Test Editor")

    assert closed.output == "Test Editor can no longer sign in.\n"
    assert is_active is False
    assert opened.output == "Test Editor can sign in again.\n"


def test_a_password_changes(flask):
    add(flask, "Test Editor")

    result = flask(
        *("user", "password", "Test Editor", "--password-stdin"),
        typed="five other plain test words\n",
    )

    assert result.output == "Test Editor has a new password.\n"


def test_an_empty_list_says_what_to_do_next(flask):
    assert "flask user add" in flask("user", "list").output


def test_the_list_names_everyone(flask):
    add(flask, "Test Reader", role="reader")
    add(flask, "Test Editor")
    flask("user", "deactivate", "Test Editor")

    assert flask("user", "list").output == (
        "Test Editor (editor, closed)\nTest Reader (reader)\n"
    )


@pytest.mark.parametrize(
    "words", [("add", "Test", "--role", "reader"), ("password", "Test Editor")]
)
def test_where_nobody_types_a_password_it_is_said_how_to_send_one(flask, words):
    add(flask, "Test Editor")

    result = flask("user", *words, typed="")

    assert result.exit_code == 2
    assert "--password-stdin" in result.output
