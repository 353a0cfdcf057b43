"""Column types that hold the same value in every database."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, Numeric
from sqlalchemy.types import TypeDecorator, TypeEngine


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Keep the moment in UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Give the moment back in UTC."""
        if value is None or value.tzinfo:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


class Figure(TypeDecorator[Decimal]):
    """A decimal number of up to 15 digits, exact in every database.

    SQLite keeps it as a binary number, whose shortest text is the one that was given.
    """

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Spare SQLite a decimal type that it does not have."""
        if dialect.supports_native_decimal:
            return dialect.type_descriptor(Numeric())
        return dialect.type_descriptor(Numeric(asdecimal=False))

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Give the number back as a decimal."""
        return None if value is None else Decimal(str(value))
