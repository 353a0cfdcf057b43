"""Plans, sectors and programs: what is tracked. None of them has a status column."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept


class PlanRow(Kept, Base):
    """A package adopted together."""

    __tablename__ = "plan"
    __table_args__ = kept(
        *in_order("adopted_on", "starts_on", "ends_on"),
        CheckConstraint("item_count >= 0", name="item_count_from_zero"),
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    title_en: Mapped[str]
    title_ru: Mapped[str]
    title_be: Mapped[str]
    adopted_on: Mapped[str | None]
    adopted_on_first: Mapped[date | None]
    adopted_on_last: Mapped[date | None]
    starts_on: Mapped[str | None]
    starts_on_first: Mapped[date | None]
    starts_on_last: Mapped[date | None]
    ends_on: Mapped[str | None]
    ends_on_first: Mapped[date | None]
    ends_on_last: Mapped[date | None]
    item_count: Mapped[int | None]
    item_noun: Mapped[str]
    summary: Mapped[str]


class SectorRow(Kept, Base):
    """A field of work."""

    __tablename__ = "sector"
    __table_args__ = kept()

    code: Mapped[str] = mapped_column(primary_key=True)
    title_en: Mapped[str]
    title_ru: Mapped[str]
    title_be: Mapped[str]
    sort: Mapped[int]


class ProgramRow(Kept, Base):
    """One item of a plan."""

    __tablename__ = "program"
    __table_args__ = kept(
        *in_order("starts_on", "due_on"),
        CheckConstraint("number >= 0", name="number_from_zero"),
        CheckConstraint("measures_total >= 0", name="measures_total_from_zero"),
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    plan: Mapped[str] = mapped_column(ForeignKey("plan.code"), index=True)
    number: Mapped[int]
    number_basis: Mapped[str]
    title_en: Mapped[str]
    title_ru: Mapped[str]
    title_be: Mapped[str]
    # Codes of languages parted by semicolons: read and written whole, never searched.
    title_translated: Mapped[str]
    title_basis: Mapped[str]
    sector: Mapped[str] = mapped_column(ForeignKey("sector.code"), index=True)
    responsible_by: Mapped[str]
    responsible_ru: Mapped[str]
    starts_on: Mapped[str | None]
    starts_on_first: Mapped[date | None]
    starts_on_last: Mapped[date | None]
    due_on: Mapped[str | None]
    due_on_first: Mapped[date | None]
    due_on_last: Mapped[date | None]
    measures_total: Mapped[int | None]
    summary: Mapped[str]
