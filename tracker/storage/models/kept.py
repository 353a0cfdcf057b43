"""What every kind of fact has in common: when it stood, and its row version."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from tracker.storage.database import Base


class Kept:
    """A fact stands from the revision it was added in until one that retires it."""

    added_in: Mapped[int] = mapped_column(ForeignKey("revision.number"), sort_order=90)
    retired_in: Mapped[int | None] = mapped_column(
        ForeignKey("revision.number"), sort_order=91
    )
    version: Mapped[int] = mapped_column(sort_order=92)


def kept(*more: SchemaItem) -> tuple[SchemaItem, ...]:
    """The constraints of a kind of fact, and *more* of its own."""
    return (
        CheckConstraint("version >= 1", name="version_from_one"),
        CheckConstraint("retired_in > added_in", name="retired_after_added"),
        *more,
    )


def in_order(*names: str) -> list[CheckConstraint]:
    """Checks that the partial dates of these *names* end no sooner than they begin."""
    return [
        CheckConstraint(f"{name}_first <= {name}_last", name=f"{name}_in_order")
        for name in names
    ]


def list_table(name: str, owner: str, member: str, target: str) -> Table:
    """A table of the *member*s that a fact lists, in the order of their positions.

    *owner* and *target* are the columns that identify the two ends.
    """
    return Table(
        name,
        Base.metadata,
        Column("owner", _type_of(owner), ForeignKey(owner), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column(member, String, ForeignKey(target), nullable=False, index=True),
        CheckConstraint("position >= 0", name="position_from_zero"),
    )


def _type_of(column: str) -> Integer | String:
    return Integer() if column.endswith(".number") else String()
