"""How Alembic meets the database: through our engine, in one transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

import tracker.storage.models  # noqa: F401 - fills the metadata with every table
from tracker.storage.database import Base, db
from tracker.storage.engine import WRITES


def as_plain_type(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our own column types into a migration as what they are underneath.

    So that a migration stays true when the types change or move.
    """
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def partial_on_both() -> None:
    """Give the partial indexes of SQLite the same condition on PostgreSQL.

    Said here and not in the models, where it would load that dialect into every
    process that never meets such a database.
    """
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            options = index.dialect_kwargs
            if "sqlite_where" in options:
                options["postgresql_where"] = options["sqlite_where"]


def run(connection: Connection) -> None:
    """Bring the schema on *connection* up or down in its transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        # SQLite can undo schema changes since our engine begins the transaction.
        transactional_ddl=True,
        render_as_batch=True,
        render_item=as_plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


partial_on_both()
given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with db.engine.connect().execution_options(**{WRITES: True}) as own:
        run(own)
