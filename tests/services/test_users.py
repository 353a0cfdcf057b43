"""Accounts: who is taken, who is refused, and what a guesser learns."""

from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain.accounts import Role
from tracker.domain.errors import NotAllowed, NotFound, RuleBroken
from tracker.services import users

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
GOOD = "four plain test words"

pytestmark = pytest.mark.usefixtures("database", "cheap_passwords")


def try_wrongly(name, count, now=NOW):
    for _ in range(count):
        with pytest.raises(NotAllowed):
            users.sign_in(name, "not the password", now)


def test_an_account_signs_in_with_its_password_in_any_case_of_its_name():
    added = users.add("Test Editor", GOOD, Role.EDITOR)

    assert users.sign_in("  test  EDITOR ", GOOD, NOW) == added


def test_the_password_is_kept_as_an_argon2id_hash_only():
    account = users.add("Test Editor", GOOD, Role.EDITOR)

    assert account.password_hash.startswith("$argon2id$")
    assert GOOD not in account.password_hash
    assert account.password_hash not in repr(account)


def test_two_accounts_cannot_differ_by_case_alone():
    users.add("Test Editor", GOOD, Role.EDITOR)

    with pytest.raises(RuleBroken, match="already") as refused:
        users.add("TEST editor", GOOD, Role.READER)

    assert refused.value.field == "name"
    assert len(users.accounts()) == 1


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("", GOOD, "name"),
        ("   ", GOOD, "name"),
        ("x" * 61, GOOD, "name"),
        ("two\nlines", GOOD, "name"),
        ("hidden\u200bcharacter", GOOD, "name"),
        ("Test Editor", "", "password"),
        ("Test Editor", "11 letters.", "password"),
        ("Test Editor", "x" * 257, "password"),
        ("Test Editor", "aaaaaaaaaaaa", "password"),
        ("Test Editor", "test editor1", "password"),
    ],
)
def test_a_bad_name_or_password_is_refused_and_nothing_kept(name, password, field):
    with pytest.raises(RuleBroken) as refused:
        users.add(name, password, Role.EDITOR)

    assert refused.value.field == field
    assert users.accounts() == []


def test_wrong_password_unknown_name_and_closed_account_are_told_alike():
    users.add("Test Editor", GOOD, Role.EDITOR)
    users.add("Test Closed", GOOD, Role.EDITOR)
    users.set_active("Test Closed", False)
    tries = [("Test Editor", "wrong"), ("Nobody", GOOD), ("Test Closed", GOOD)]

    sentences = set()
    for name, password in tries:
        with pytest.raises(NotAllowed) as refused:
            users.sign_in(name, password, NOW)
        sentences.add(str(refused.value))

    assert len(sentences) == 1


@pytest.mark.parametrize("name", ["Test Editor", "Nobody"], ids=["known", "unknown"])
def test_after_five_wrong_tries_a_name_waits_and_even_the_password_is_refused(name):
    users.add("Test Editor", GOOD, Role.EDITOR)
    try_wrongly(name, 5)

    with pytest.raises(NotAllowed, match="Wait 15 minutes"):
        users.sign_in(name, GOOD, NOW + timedelta(minutes=14))


def test_the_waiting_ends():
    users.add("Test Editor", GOOD, Role.EDITOR)
    try_wrongly("Test Editor", 5)

    assert users.sign_in("Test Editor", GOOD, NOW + timedelta(minutes=16))


def test_a_right_password_clears_the_wrong_tries_before_it():
    users.add("Test Editor", GOOD, Role.EDITOR)
    try_wrongly("Test Editor", 4)
    users.sign_in("Test Editor", GOOD, NOW)
    try_wrongly("Test Editor", 4)

    assert users.sign_in("Test Editor", GOOD, NOW)


def test_a_new_password_ends_waiting_sessions_and_the_old_password():
    mark = users.add("Test Editor", GOOD, Role.EDITOR).session_mark
    try_wrongly("Test Editor", 5)

    users.change_password("test editor", "five other plain test words")

    assert users.of_session(mark) is None
    assert users.sign_in("Test Editor", "five other plain test words", NOW)
    try_wrongly("Test Editor", 1)


def test_a_closed_account_has_no_session_until_it_is_opened_again():
    mark = users.add("Test Editor", GOOD, Role.EDITOR).session_mark

    users.set_active("Test Editor", False)
    closed = users.of_session(mark)
    users.set_active("Test Editor", True)

    assert closed is None
    assert users.of_session(mark) is not None


@pytest.mark.parametrize(
    "mark", ["", "1", "1.", "x.y", "99.abc", "-1.x", "²." + "a" * 24]
)
def test_a_made_up_session_belongs_to_nobody(mark):
    users.add("Test Editor", GOOD, Role.EDITOR)

    assert users.of_session(mark) is None


def test_a_role_changes_and_the_session_goes_on():
    mark = users.add("Test Reader", GOOD, Role.READER).session_mark

    users.change_role("Test Reader", Role.EDITOR)

    account = users.of_session(mark)
    assert account is not None
    assert account.role is Role.EDITOR


@pytest.mark.parametrize(
    "change",
    [
        lambda: users.change_role("Nobody", Role.READER),
        lambda: users.change_password("Nobody", GOOD),
        lambda: users.set_active("Nobody", False),
    ],
    ids=["role", "password", "closing"],
)
def test_an_unknown_name_is_refused_with_what_to_do(change):
    with pytest.raises(NotFound, match="flask user list"):
        change()


def test_a_password_hashed_at_another_cost_is_hashed_anew(monkeypatch):
    before = users.add("Test Editor", GOOD, Role.EDITOR)
    hasher = type(users.HASHER)(time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr(users, "HASHER", hasher)

    after = users.sign_in("Test Editor", GOOD, NOW)

    assert after.password_hash != before.password_hash
    assert users.sign_in("Test Editor", GOOD, NOW) == after


@pytest.mark.parametrize(
    ("role", "other", "may"),
    [
        (Role.READER, Role.READER, True),
        (Role.READER, Role.EDITOR, False),
        (Role.EDITOR, Role.EDITOR, True),
        (Role.EDITOR, Role.ADMINISTRATOR, False),
        (Role.ADMINISTRATOR, Role.EDITOR, True),
    ],
)
def test_each_role_may_do_what_those_before_it_may(role, other, may):
    assert role.may_act_as(other) is may
