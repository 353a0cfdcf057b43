"""Transactions: whole or not at all, one at a time, and readers see one state."""

import pytest
from sqlalchemy import text

from tracker.domain.accounts import Account, Role
from tracker.storage import users
from tracker.storage.database import db
from tracker.storage.transactions import connection, end_reading, transaction


def an_account(name: str) -> Account:
    return Account(name=name, role=Role.EDITOR, password_hash="hash")


def names() -> list[str]:
    return [account.name for account in users.accounts()]


@pytest.mark.usefixtures("bare_database")
def test_what_is_written_is_kept():
    with transaction():
        users.insert(an_account("kept"))

    end_reading()
    assert names() == ["kept"]


@pytest.mark.usefixtures("bare_database")
def test_an_exception_undoes_everything():
    def write_and_stumble() -> None:
        with transaction():
            users.insert(an_account("lost"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_stumble()

    assert names() == []


@pytest.mark.usefixtures("bare_database")
def test_one_transaction_does_not_open_inside_another():
    with (
        pytest.raises(RuntimeError, match="open already"),
        transaction(),
        transaction(),
    ):
        pass

    with transaction():
        users.insert(an_account("after"))
    assert names() == ["after"]


@pytest.mark.usefixtures("bare_database")
def test_a_reader_holds_on_to_what_it_sees_until_it_lets_go():
    assert names() == []
    assert db.session().in_transaction()

    end_reading()

    assert not db.session().in_transaction()


@pytest.mark.usefixtures("bare_database")
def test_foreign_keys_are_kept_and_writes_are_synced():
    settings = {
        name: connection().scalar(text(f"PRAGMA {name}"))
        for name in ("foreign_keys", "journal_mode", "synchronous")
    }

    assert settings == {
        "foreign_keys": 1,
        "journal_mode": "truncate",
        "synchronous": 2,
    }
