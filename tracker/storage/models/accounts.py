"""The accounts of the people who sign in."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.types import Moment


class AccountRow(Base):
    """One account. ``stamp`` goes up with each new password: older sessions end."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("login <> ''", name="login_given"),
        CheckConstraint("password_hash <> ''", name="password_hash_given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    role: Mapped[str]
    is_active: Mapped[bool]
    stamp: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Moment)
