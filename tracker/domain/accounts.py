"""Accounts: who may sign in, what they may do, and how passwords are guarded."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from tracker.domain.checks import CONTROL
from tracker.domain.errors import RuleBroken
from tracker.domain.words import N_, Word

NAME = re.compile(r"\S(?:.{0,58}\S)?")
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256

FREE_TRIES = 5
WAIT = timedelta(minutes=15)


class Role(Word):
    """What an account may do; each role may do all that those before it may."""

    READER = "reader", N_("Reader")
    EDITOR = "editor", N_("Editor")
    ADMINISTRATOR = "administrator", N_("Administrator")

    def may_act_as(self, role: "Role") -> bool:
        """Whether someone of this role may do what *role* may."""
        return self.rank >= role.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person who may sign in; ``name`` is also what the change log shows."""

    id: int = 0
    name: str
    role: Role
    is_active: bool = True
    password_hash: str = field(repr=False)

    @property
    def login(self) -> str:
        """The name as compared: two accounts may not differ by case alone."""
        return login_of(self.name)

    @property
    def session_mark(self) -> str:
        """What a session remembers; a new password makes every old session void."""
        return f"{self.id}.{sha256(self.password_hash.encode()).hexdigest()[:24]}"


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong passwords in a row for one name, known or not, and when the last was."""

    login: str
    count: int
    last_at: datetime

    def must_wait(self, now: datetime) -> bool:
        """Whether another try is refused at *now*, right or wrong."""
        return self.count >= FREE_TRIES and now < self.last_at + WAIT


def login_of(name: str) -> str:
    """*name* as compared with others: one form, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_name(name: str) -> bool:
    """Whether *name* can stand for somebody: on one line, short and to be seen."""
    return NAME.fullmatch(name) is not None and CONTROL.search(name) is None


def check_name(name: str) -> Iterator[RuleBroken]:
    """What speaks against *name* for an account."""
    if not is_name(name):
        yield RuleBroken(
            N_("“%(name)s” is no name for an account. Give 1 to 60 characters."),
            field="name",
            name=name[:60],
        )


def check_password(password: str, name: str) -> Iterator[RuleBroken]:
    """What speaks against *password* for the account of this *name*."""
    if len(password) < SHORTEST_PASSWORD:
        yield RuleBroken(
            N_("A password has at least %(limit)s characters. Make it longer."),
            field="password",
            limit=SHORTEST_PASSWORD,
        )
    if len(password) > LONGEST_PASSWORD:
        yield RuleBroken(
            N_("A password has at most %(limit)s characters. Make it shorter."),
            field="password",
            limit=LONGEST_PASSWORD,
        )
    is_the_name = (
        login_of(password).replace(login_of(name), "").strip("0123456789") == ""
    )
    if password and (is_the_name or len(set(password)) < 4):
        yield RuleBroken(
            N_("This password is easy to guess. Choose another, such as four words."),
            field="password",
        )
