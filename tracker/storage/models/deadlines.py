"""Deadlines: what was promised for when."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept


class DeadlineRow(Kept, Base):
    """One statement of a due date; added and retired, never changed.

    ``day`` and ``known_day`` follow from its dates and sources, as those of a report.
    """

    __tablename__ = "deadline"
    __table_args__ = kept(
        *in_order("stated_on", "due", "met_on"),
        CheckConstraint("corrects <> number", name="corrects_another"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    program: Mapped[str] = mapped_column(ForeignKey("program.code"), index=True)
    milestone: Mapped[str]
    stated_on: Mapped[str]
    stated_on_first: Mapped[date]
    stated_on_last: Mapped[date]
    due: Mapped[str]
    due_first: Mapped[date]
    due_last: Mapped[date]
    bound: Mapped[str]
    met_on: Mapped[str | None]
    met_on_first: Mapped[date | None]
    met_on_last: Mapped[date | None]
    known_on: Mapped[date | None]
    note: Mapped[str]
    corrects: Mapped[int | None] = mapped_column(ForeignKey("deadline.number"))
    day: Mapped[date] = mapped_column(sort_order=80)
    known_day: Mapped[date] = mapped_column(sort_order=81)
