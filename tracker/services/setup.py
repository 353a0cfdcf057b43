"""Setting a tracker up: its database, and what an empty record begins with."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.domain.accounts import Role
from tracker.domain.changes import Revision
from tracker.services import imports, users
from tracker.storage import migrate, queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A tracker that is set up; ``filled`` is the revision that filled it just now."""

    revision: int
    filled: Revision | None
    has_administrator: bool


def set_up(seed: Path, today: date) -> Setup:
    """Bring the database up to date, and fill an empty record from *seed*.

    Safe to call again and from several processes at once. A record with anything in it
    is left as it is; where the file is missing, an empty record stays empty.
    """
    migrate.upgrade_database()
    filled = None
    if queries.revision_number() == 0 and seed.exists():
        filled = imports.seed(seed, today)
    return Setup(
        revision=queries.revision_number(),
        filled=filled,
        has_administrator=any(
            account.is_active and account.role is Role.ADMINISTRATOR
            for account in users.accounts()
        ),
    )
