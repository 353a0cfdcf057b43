"""Claims: what somebody said about a whole plan."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept
from tracker.storage.types import Figure


class ClaimRow(Kept, Base):
    """One aggregate claim; added and retired, never changed."""

    __tablename__ = "claim"
    __table_args__ = kept(
        *in_order("dated"),
        CheckConstraint("low >= 0", name="low_from_zero"),
        CheckConstraint("low <= high", name="figures_in_order"),
        CheckConstraint("corrects <> number", name="corrects_another"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dated: Mapped[str]
    dated_first: Mapped[date]
    dated_last: Mapped[date]
    claimant: Mapped[str]
    role: Mapped[str]
    plan: Mapped[str] = mapped_column(ForeignKey("plan.code"), index=True)
    metric: Mapped[str]
    low: Mapped[Decimal | None] = mapped_column(Figure)
    high: Mapped[Decimal | None] = mapped_column(Figure)
    unit: Mapped[str | None]
    qualifier: Mapped[str]
    known_on: Mapped[date | None]
    note: Mapped[str]
    corrects: Mapped[int | None] = mapped_column(ForeignKey("claim.number"))
