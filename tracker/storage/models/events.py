"""Events around the plans, and the programs they are about."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.models.kept import Kept, in_order, kept, list_table
from tracker.storage.types import Figure


class EventRow(Kept, Base):
    """One event."""

    __tablename__ = "event"
    __table_args__ = kept(
        *in_order("dated"),
        CheckConstraint("amount IS NULL OR currency <> ''", name="amount_has_currency"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dated: Mapped[str]
    dated_first: Mapped[date]
    dated_last: Mapped[date]
    kind: Mapped[str]
    region: Mapped[str]
    title: Mapped[str]
    amount: Mapped[Decimal | None] = mapped_column(Figure)
    currency: Mapped[str]
    trend: Mapped[str | None]


event_program = list_table("event_program", "event.number", "program", "program.code")
