"""Transactions: one use case, one transaction, and readers that see one state."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection

from tracker.storage.database import db
from tracker.storage.engine import WRITES

OPEN = "tracker_transaction"
FOUND = "tracker_found"
T = TypeVar("T")


@contextmanager
def transaction() -> Iterator[None]:
    """Write inside this block: all of it is kept, or nothing if it raises.

    It begins by taking the lock for writers, so that what is read inside cannot change
    before it is written. One inside another is a mistake of ours.
    """
    session = db.session()
    if session.info.get(OPEN):
        raise RuntimeError("A transaction is open already; services open one each.")
    end_reading()
    session.connection(execution_options={WRITES: True})
    session.info[OPEN] = True
    try:
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.info[OPEN]


def is_writing() -> bool:
    """Whether a transaction is open: what is read in it may yet be taken back."""
    return bool(db.session().info.get(OPEN))


def connection() -> Connection:
    """The connection of the request or command, in a transaction.

    Outside of ``transaction`` it only reads: from the first statement to the end of the
    request it sees one state of the record, whatever others write meanwhile.
    """
    return db.session.connection()


def while_reading(find: Callable[[], T]) -> T:
    """What *find* gives, found once for as long as this request reads one state.

    Inside a transaction that writes, where things do change, it is found every time.
    """
    session = db.session()
    if session.info.get(OPEN):
        return find()
    state, kept = session.info.get(FOUND, (None, {}))
    if state is None or state is not session.get_transaction():
        kept = {}
    if find not in kept:
        kept[find] = find()
        session.info[FOUND] = (session.get_transaction(), kept)
    found: T = kept[find]
    return found


def end_reading() -> None:
    """Let go of the state that was read so far; the next statement sees the newest.

    Worth calling before long work without reading: with SQLite a writer waits until
    the readers of its file have let go.
    """
    db.session.rollback()
