"""Sources: where the facts can be read."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept


class SourceRow(Kept, Base):
    """One page or paper that facts cite."""

    __tablename__ = "source"
    __table_args__ = kept(
        *in_order("dated"), CheckConstraint("grade <> ''", name="grade_given")
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    publisher: Mapped[str]
    title: Mapped[str]
    dated: Mapped[str | None]
    dated_first: Mapped[date | None]
    dated_last: Mapped[date | None]
    language: Mapped[str]
    type: Mapped[str]
    grade: Mapped[str]
    note: Mapped[str]
