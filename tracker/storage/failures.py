"""What a database can fail with, said in sentences; nothing of SQLAlchemy gets out."""

import re

from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import IntegrityError

from tracker.domain.errors import RuleBroken, Unavailable
from tracker.domain.words import N_

BUSY = N_(
    "The record is busy: others are working with it. Nothing was written. "
    "Try again in a minute."
)
FULL = N_(
    "The disk with the record is full. Nothing was written. Make room and try again."
)
READ_ONLY = N_(
    "The record can be read but not written. Nothing was written. Check the rights "
    "to its file and folder."
)
UNREACHABLE = N_(
    "The record cannot be reached just now. Nothing was written. Check that the "
    "database runs and try again."
)
DAMAGED = N_(
    "The file of the record is damaged or no database. Nothing was written. "
    "Restore a backup."
)
NOT_PREPARED = N_("The record has no tables yet. Run “flask init” first.")

# By the name of SQLite's error code, and by the SQLSTATE of PostgreSQL; the first
# pattern that fits the beginning decides.
SENTENCES = (
    (re.compile(r"SQLITE_(BUSY|LOCKED)|55P03|40001|40P01"), BUSY),
    (re.compile(r"SQLITE_FULL|53100"), FULL),
    (re.compile(r"SQLITE_READONLY|25006"), READ_ONLY),
    (re.compile(r"SQLITE_(CORRUPT|NOTADB)"), DAMAGED),
    (re.compile(r"SQLITE_(CANTOPEN|IOERR|NOMEM|PROTOCOL)|08|53|57|58"), UNREACHABLE),
    (re.compile(r"42P01"), NOT_PREPARED),
)


BROKEN = N_(
    "The database refuses this: it breaks the rule %(rule)s. Nothing was written. "
    "Check the values."
)
RULE = re.compile(r"\b(?:ck|fk|uq|pk)_[a-z_]+|[A-Z ]+ constraint failed: [a-z_.]+")


def tell_failures(context: ExceptionContext) -> None:
    """Raise an error of the domain in place of the driver's.

    Unavailable where the database failed us, RuleBroken where a constraint stopped
    what the rules of the domain let through. Faults of our own pass as they are.
    """
    if isinstance(context.sqlalchemy_exception, IntegrityError):
        found = RULE.search(str(context.original_exception))
        rule = found[0] if found else str(context.original_exception)
        raise RuleBroken(BROKEN, rule=rule) from context.original_exception
    sentence = sentence_for(context.original_exception)
    if sentence:
        raise Unavailable(sentence) from context.original_exception


def sentence_for(problem: BaseException) -> str:
    """The sentence for a driver's exception; empty where the fault is our own."""
    code = str(
        getattr(problem, "sqlite_errorname", None)
        or getattr(problem, "sqlstate", None)
        or ""
    )
    for pattern, sentence in SENTENCES:
        if pattern.match(code):
            return sentence
    if code == "SQLITE_ERROR" and "no such table" in str(problem):
        return NOT_PREPARED
    is_from_postgresql = type(problem).__module__.startswith("psycopg")
    if is_from_postgresql and type(problem).__name__ == "OperationalError":
        return UNREACHABLE
    return ""
