"""Accounts: adding people, changing what they may do, and signing them in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import chain

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from tracker.domain.accounts import (
    FREE_TRIES,
    WAIT,
    Account,
    Role,
    Tries,
    check_name,
    check_password,
    login_of,
)
from tracker.domain.errors import NotAllowed, NotFound, RuleBroken
from tracker.domain.words import N_
from tracker.storage import users
from tracker.storage.transactions import end_reading, transaction

# Argon2id at about 100 ms on a machine of 2026: slow enough for whoever guesses, and
# one thread each, so that several people signing in do not stop one another.
HASHER = PasswordHasher(time_cost=2, memory_cost=64 * 1024, parallelism=1)
# The hash of nothing, with the same cost: an unknown name takes as long as a known one.
NOBODY = (
    "$argon2id$v=19$m=65536,t=2,p=1$OO7m8zZ2b1RTrSaaa8Zpvw"
    "$5Eh+S5BPO58krTuQtCPr5g6bMKA5N++NhIl71EeLUBg"
)


def accounts() -> list[Account]:
    """Every account, by name; one statement."""
    return users.accounts()


def account(name: str) -> Account:
    """The account of this name; raises NotFound for an unknown one."""
    found = users.find(login_of(name))
    if found is None:
        raise NotFound(
            N_(
                "There is no account named “%(name)s”. See “flask user list” for those "
                "there are."
            ),
            field="name",
            name=name[:60],
        )
    return found


def add(name: str, password: str, role: Role) -> Account:
    """Add an account; raises RuleBroken for a name taken or a password too weak."""
    _refuse_first(chain(check_name(name), check_password(password, name)))
    kept = HASHER.hash(password)
    with transaction():
        if users.find(login_of(name)) is not None:
            raise RuleBroken(
                N_("There is an account named “%(name)s” already. Choose another."),
                field="name",
                name=name,
            )
        return users.insert(Account(name=name, role=role, password_hash=kept))


def change_role(name: str, role: Role) -> Account:
    """Let an account do what *role* may; raises NotFound for an unknown name."""
    with transaction():
        return users.update(replace(account(name), role=role))


def change_password(name: str, password: str) -> Account:
    """Give an account a new password, which ends its sessions and its waiting."""
    _refuse_first(check_password(password, name))
    kept = HASHER.hash(password)
    with transaction():
        changed = users.update(replace(account(name), password_hash=kept))
        users.forget_tries(changed.login)
    return changed


def set_active(name: str, is_active: bool) -> Account:
    """Close an account, which ends its sessions, or open it again."""
    with transaction():
        return users.update(replace(account(name), is_active=is_active))


def sign_in(name: str, password: str, now: datetime) -> Account:
    """The account that *name* and *password* open; raises NotAllowed when they do not.

    An unknown name, a closed account and a wrong password are told in the same words
    and the same time. After some wrong tries in a row a name, known or not, waits:
    until then the right password is refused too.
    """
    login = login_of(name)
    tries = users.tries(login)
    if tries is not None and tries.must_wait(now):
        raise NotAllowed(
            N_("Too many wrong passwords. Wait %(minutes)s minutes and try again."),
            minutes=WAIT.seconds // 60,
        )
    found = users.find(login)
    end_reading()  # hashing takes long, and a writer waits for whoever reads
    is_right = _matches(found.password_hash if found else NOBODY, password)
    if found is None or not found.is_active or not is_right:
        _note_wrong_try(login, now)
        raise NotAllowed(
            N_(
                "The name or the password is wrong. After %(tries)s wrong tries a name "
                "must wait."
            ),
            tries=FREE_TRIES,
        )
    return _welcome(found, password, had_tries=tries is not None)


def of_session(mark: str) -> Account | None:
    """The account a session belongs to, unless closed or with a new password since."""
    number = mark.partition(".")[0]
    found = users.get(int(number)) if number.isdecimal() else None
    is_valid = found is not None and found.is_active and found.session_mark == mark
    return found if is_valid else None


def _welcome(found: Account, password: str, *, had_tries: bool) -> Account:
    """Forget wrong tries, and keep the password with today's cost of hashing."""
    is_outdated = HASHER.check_needs_rehash(found.password_hash)
    if not is_outdated and not had_tries:
        return found
    kept = HASHER.hash(password) if is_outdated else found.password_hash
    with transaction():
        users.forget_tries(found.login)
        return users.update(replace(found, password_hash=kept))


def _note_wrong_try(login: str, now: datetime) -> None:
    with transaction():
        users.forget_tries_before(now - WAIT)
        before = users.tries(login)
        count = before.count + 1 if before else 1
        users.keep_tries(Tries(login, count, now))


def _matches(kept: str, password: str) -> bool:
    try:
        return HASHER.verify(kept, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _refuse_first(problems: Iterable[RuleBroken]) -> None:
    for problem in problems:
        raise problem
