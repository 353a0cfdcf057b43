"""Lineage and dependencies between programs, and between programs and plans."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, kept


class LineageRow(Kept, Base):
    """What became of an item: each end is a program or a whole plan."""

    __tablename__ = "lineage"
    __table_args__ = kept(
        CheckConstraint(
            "(origin_program IS NULL) <> (origin_plan IS NULL)", name="one_origin"
        ),
        CheckConstraint(
            "heir_program IS NULL OR heir_plan IS NULL", name="one_heir_at_most"
        ),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    origin_program: Mapped[str | None] = mapped_column(
        ForeignKey("program.code"), index=True
    )
    origin_plan: Mapped[str | None] = mapped_column(ForeignKey("plan.code"), index=True)
    heir_program: Mapped[str | None] = mapped_column(
        ForeignKey("program.code"), index=True
    )
    heir_plan: Mapped[str | None] = mapped_column(ForeignKey("plan.code"), index=True)
    relation: Mapped[str]
    basis: Mapped[str]
    note: Mapped[str]


class DependencyRow(Kept, Base):
    """A program that waits for another."""

    __tablename__ = "dependency"
    __table_args__ = kept(
        CheckConstraint("program <> waits_for", name="waits_for_another")
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    program: Mapped[str] = mapped_column(ForeignKey("program.code"), index=True)
    waits_for: Mapped[str] = mapped_column(ForeignKey("program.code"), index=True)
    basis: Mapped[str]
    note: Mapped[str]
