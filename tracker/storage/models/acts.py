"""Acts: treaties, laws, decrees, and the programs they carry out."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept, list_table


class ActRow(Kept, Base):
    """One act; some stand outside the plans."""

    __tablename__ = "act"
    __table_args__ = kept(*in_order("signed_on", "in_force_on"))

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    signed_on: Mapped[str | None]
    signed_on_first: Mapped[date | None]
    signed_on_last: Mapped[date | None]
    in_force_on: Mapped[str | None]
    in_force_on_first: Mapped[date | None]
    in_force_on_last: Mapped[date | None]
    title_en: Mapped[str]
    title_ru: Mapped[str]
    kind: Mapped[str]
    plan: Mapped[str | None] = mapped_column(ForeignKey("plan.code"), index=True)
    note: Mapped[str]


act_program = list_table("act_program", "act.number", "program", "program.code")
