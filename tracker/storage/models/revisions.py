"""Revisions and the change log: who changed what, when and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.types import Moment


class RevisionRow(Base):
    """One accepted change set. ``token`` makes sending the same one twice harmless."""

    __tablename__ = "revision"
    __table_args__ = (CheckConstraint("number >= 1", name="number_from_one"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[datetime] = mapped_column(Moment)
    who: Mapped[str]
    origin: Mapped[str]
    summary: Mapped[str]
    change_count: Mapped[int]
    token: Mapped[str | None] = mapped_column(unique=True)


class ChangeRow(Base):
    """What one revision did to one fact.

    ``fields`` lists (field, before, after) as text. ``earlier`` is the whole fact as it
    stood before, kept where its row was written over, so that the record of any past
    revision can be built again.
    """

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_program_revision", "program", "revision"),
        Index("ix_change_kind_key", "kind", "key"),
    )

    revision: Mapped[int] = mapped_column(
        ForeignKey("revision.number"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    key: Mapped[str]
    action: Mapped[str]
    replaces: Mapped[str]
    program: Mapped[str]
    fields: Mapped[list[list[str]]] = mapped_column(JSON)
    earlier: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
