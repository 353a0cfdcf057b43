"""Revisions and the change log."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Dialect, func, select

from tracker.domain.changes import Action, Change, FieldChange, Origin, Revision
from tracker.domain.errors import NotFound
from tracker.domain.record import Kind
from tracker.domain.words import N_
from tracker.storage.database import db
from tracker.storage.models import ChangeRow, RevisionRow
from tracker.storage.transactions import connection, while_reading

# The database, its newest revision, and when that was made.
Mark: TypeAlias = tuple[Hashable, Any, Any]

NEWEST = select(func.coalesce(func.max(RevisionRow.number), 0))
LITERAL = {"literal_binds": True}
LARGEST = 2**31 - 1  # the column holds no more; asking for more is an error of its own
NEWEST_MADE = (
    select(RevisionRow.number, RevisionRow.made_at)
    .order_by(RevisionRow.number.desc())
    .limit(1)
)
REVISION = (
    RevisionRow.number,
    RevisionRow.made_at,
    RevisionRow.who,
    RevisionRow.origin,
    RevisionRow.summary,
    RevisionRow.change_count,
)
CHANGE = (
    ChangeRow.revision,
    ChangeRow.kind,
    ChangeRow.key,
    ChangeRow.action,
    ChangeRow.fields,
    ChangeRow.replaces,
    ChangeRow.program,
)


def revision_number() -> int:
    """The number of the newest revision, 0 for an empty record; one seek."""
    return int(connection().scalar(NEWEST) or 0)


def glance_at_mark() -> Mark:
    """The mark of the record as it is this moment, outside of any transaction.

    For a page that is kept: it costs a fifth of ``record_mark``, and what is then read
    may already be newer.
    """
    engine = db.engine
    try:
        with closing(engine.raw_connection()) as lent, closing(lent.cursor()) as cursor:
            cursor.execute(_newest_in(engine.dialect))
            number, made_at = cursor.fetchone() or (0, "")
    except engine.dialect.loaded_dbapi.Error:
        return record_mark()  # fails the same way, and says it in a sentence
    return (engine.url, number, made_at)


@lru_cache(maxsize=4)
def _newest_in(dialect: Dialect) -> str:
    """The newest revision as this kind of database is asked, with nothing to work out.

    Every page asks this, and SQLAlchemy takes longer over it than the database.
    """
    return str(NEWEST_MADE.compile(dialect=dialect, compile_kwargs=LITERAL))


def record_mark() -> Mark:
    """What tells one state of one record from every other: for things that are kept.

    The database, its newest revision, and when that was made: a record that was put
    back from a backup may reach the same number anew. One seek, and none for asking
    again while reading, where nothing can change.
    """
    return while_reading(_record_mark)


def _record_mark() -> Mark:
    bind = connection()
    number, made_at = bind.exec_driver_sql(_newest_in(bind.dialect)).first() or (0, "")
    return (bind.engine.url, number, str(made_at))


def revisions(limit: int, before: int | None = None) -> list[Revision]:
    """The newest revisions below *before*, newest first, without their changes.

    One statement that reads *limit* rows.
    """
    statement = select(*REVISION).order_by(RevisionRow.number.desc()).limit(limit)
    if before is not None:
        statement = statement.where(RevisionRow.number < before)
    return [_revision(row) for row in connection().execute(statement)]


def revision(number: int) -> Revision:
    """The revision of this *number* with its changes; raises NotFound.

    Two statements.
    """
    found = revision_alone(number)
    return replace(found, changes=tuple(_changes(ChangeRow.revision == number)[number]))


def revision_alone(number: int) -> Revision:
    """The same without its changes, which may be many; one statement."""
    found = _one(RevisionRow.number == number) if number <= LARGEST else None
    if found is None:
        raise NotFound(
            N_("There is no revision %(number)s."), field="revision", number=number
        )
    return found


def revision_of_token(token: str) -> Revision | None:
    """The revision that was made with this *token*, or None; one statement."""
    return _one(RevisionRow.token == token) if token else None


def changes_of(program: str, limit: int) -> list[Revision]:
    """The newest revisions that touched *program*, newest first.

    Each holds only its changes to this program. Two statements by index.
    """
    touched = (
        select(ChangeRow.revision)
        .where(ChangeRow.program == program)
        .distinct()
        .order_by(ChangeRow.revision.desc())
        .limit(limit)
        .subquery()
    )
    numbers = select(touched.c.revision)
    statement = (
        select(*REVISION)
        .where(RevisionRow.number.in_(numbers))
        .order_by(RevisionRow.number.desc())
    )
    made = [_revision(row) for row in connection().execute(statement)]
    changes = _changes(
        (ChangeRow.program == program)
        & ChangeRow.revision.in_([revision.number for revision in made])
    )
    return [
        replace(revision, changes=tuple(changes[revision.number])) for revision in made
    ]


def _one(condition: ColumnElement[bool]) -> Revision | None:
    row = connection().execute(select(*REVISION).where(condition)).one_or_none()
    return None if row is None else _revision(row)


def _changes(condition: ColumnElement[bool]) -> defaultdict[int, list[Change]]:
    statement = (
        select(*CHANGE)
        .where(condition)
        .order_by(ChangeRow.revision, ChangeRow.position)
    )
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for number, kind, key, action, fields, replaces, program in connection().execute(
        statement
    ):
        found[number].append(
            Change(
                Kind(kind),
                key,
                Action(action),
                tuple(FieldChange(*each) for each in fields),
                replaces,
                program,
            )
        )
    return found


def _revision(row: Sequence[Any]) -> Revision:
    number, made_at, who, origin, summary, change_count = row
    return Revision(
        number=number,
        made_at=made_at,
        who=who,
        origin=Origin(origin),
        summary=summary,
        change_count=change_count,
    )
