"""Accounts and wrong tries to sign in, kept in the database."""

from datetime import datetime

from sqlalchemy import Select, delete, select

from tracker.domain.accounts import Account, Role, Tries
from tracker.storage.database import db
from tracker.storage.models import AccountRow, TriesRow


def accounts() -> list[Account]:
    """Every account, by name; one statement."""
    rows = db.session.scalars(select(AccountRow).order_by(AccountRow.login))
    return [_account(row) for row in rows]


def find(login: str) -> Account | None:
    """The account of this login; one statement by index."""
    return _one(select(AccountRow).where(AccountRow.login == login))


def get(number: int) -> Account | None:
    """The account of this number; one statement by index."""
    return _one(select(AccountRow).where(AccountRow.id == number))


def insert(account: Account) -> Account:
    """Keep a new account and give it back with its number."""
    row = AccountRow()
    _fill(row, account)
    db.session.add(row)
    db.session.flush()
    return _account(row)


def update(account: Account) -> Account:
    """Keep what changed of an account that is there."""
    row = db.session.get_one(AccountRow, account.id)
    _fill(row, account)
    db.session.flush()
    return _account(row)


def tries(login: str) -> Tries | None:
    """The wrong tries for this login since the last right one; one statement."""
    row = db.session.get(TriesRow, login)
    return None if row is None else Tries(row.login, row.count, row.last_at)


def keep_tries(tries: Tries) -> None:
    """Keep how often a login was tried in vain."""
    row = TriesRow(login=tries.login, count=tries.count, last_at=tries.last_at)
    db.session.merge(row)


def forget_tries(login: str) -> None:
    """Forget the wrong tries for this login."""
    db.session.execute(delete(TriesRow).where(TriesRow.login == login))


def forget_tries_before(moment: datetime) -> None:
    """Forget the wrong tries that are older than *moment*."""
    db.session.execute(delete(TriesRow).where(TriesRow.last_at < moment))


def _one(query: Select[AccountRow]) -> Account | None:
    row = db.session.scalar(query)
    return None if row is None else _account(row)


def _fill(row: AccountRow, account: Account) -> None:
    row.login = account.login
    row.name = account.name
    row.password_hash = account.password_hash
    row.role = account.role.value
    row.is_active = account.is_active


def _account(row: AccountRow) -> Account:
    return Account(
        id=row.id,
        name=row.name,
        role=Role(row.role),
        is_active=row.is_active,
        password_hash=row.password_hash,
    )
