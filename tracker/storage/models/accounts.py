"""The accounts of the people who sign in, and wrong tries to do so."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.database import Base
from tracker.storage.types import Moment


class AccountRow(Base):
    """One account; ``login`` is its name in the form in which names are compared."""

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


class TriesRow(Base):
    """Wrong passwords in a row for a name, whether an account has that name or not."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (CheckConstraint("count >= 1", name="count_from_one"),)

    login: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Moment)
