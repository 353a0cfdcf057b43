"""The instance folder: where the database, secret key and sessions are kept."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from tracker.domain.errors import Unavailable
from tracker.domain.words import N_

DATABASE = "tracker.sqlite3"
SECRET_KEY = "secret_key"
SESSIONS = "sessions"


def prepare_instance(folder: Path) -> None:
    """Make the instance folder and the one for sessions, closed to other people.

    Raises Unavailable where the disk refuses.
    """
    with _refusals_told(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / SESSIONS).mkdir(exist_ok=True, mode=0o700)


def default_database_url(folder: Path) -> str:
    """The URL of the SQLite database in *folder*."""
    return f"sqlite:///{(folder / DATABASE).as_posix()}"


def secret_key(folder: Path) -> str:
    """The key kept in *folder*; the first call makes it, readable by its owner only.

    Processes that start at once agree on one key: it is written aside first and then
    linked into place, which only the first of them can do. Raises Unavailable where the
    disk refuses.
    """
    path = folder / SECRET_KEY
    with _refusals_told(folder):
        if not path.exists():
            _keep_once(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii")


@contextlib.contextmanager
def _refusals_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(
            N_(
                "The folder %(folder)s of TRACKER_INSTANCE cannot be used "
                "(%(name)s: %(reason)s). Check its rights and its disk or name another."
            ),
            folder=str(folder),
            name=Path(error.filename or folder).name,
            reason=error.strerror or str(error),
        ) from error


def _keep_once(path: Path, text: str) -> None:
    aside = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(aside, path)
    finally:
        aside.unlink()
