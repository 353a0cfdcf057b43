"""How numbers stand in a cell."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from tracker.domain.changes import plain_number
from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.cells import SPACES, Form, Raw, plain, show

NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?", re.ASCII)
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([ ,.'])[0-9]{3})(?:\1[0-9]{3})*", re.ASCII)


@dataclass(frozen=True)
class NumberCodec:
    """A number; ``1 234,5`` and ``12 %`` typed as text are taken."""

    form = Form.NUMBER

    def write(self, value: Decimal | None) -> str:
        return plain_number(value) if value is not None else ""

    def read(self, raw: Raw) -> Decimal | None:
        if raw is None or raw == "":
            return None
        if isinstance(raw, bool | date):
            raise BadInput(
                N_(
                    "%(value)s is not a number. Format the cell as a number and "
                    "type it again."
                ),
                value=show(raw),
            )
        if isinstance(raw, int | float):
            return Decimal(plain(raw)) if raw else Decimal(0)
        return _number(raw)


def _number(text: str) -> Decimal | None:
    shown = text.strip()
    if not shown:
        return None
    bare = SPACES.sub(" ", shown).removesuffix("%").strip().replace("−", "-")
    _refuse_unclear_grouping(bare, shown)
    bare = bare.replace(" ", "").replace("'", "") if _has_groups(bare) else bare
    try:
        if not NUMBER.fullmatch(bare):
            raise InvalidOperation
        return _kept_whole(Decimal(bare.replace(",", ".")), shown)
    except InvalidOperation:
        raise BadInput(
            N_("“%(text)s” is not a number. Write it like 1234.5."), text=show(shown)
        ) from None


def _kept_whole(number: Decimal, shown: str) -> Decimal:
    """*number* if the record keeps each of its digits; nothing has no sign."""
    if Decimal(repr(float(number))) != number:
        raise BadInput(
            N_(
                "“%(text)s” has more digits than the record keeps. Write it with at "
                "most 15."
            ),
            text=show(shown),
        )
    return number if number else abs(number)


def _has_groups(text: str) -> bool:
    whole = re.split(r"[.,]", text)[0]
    return bool(re.fullmatch(r"[+-]?[0-9]{1,3}(?:[ '][0-9]{3})+", whole, re.ASCII))


def _refuse_unclear_grouping(bare: str, shown: str) -> None:
    match = GROUPED.fullmatch(bare)
    if match and match[1] in ",." and not bare.lstrip("+-").startswith("0"):
        digits = re.sub(r"[.,]", "", bare)
        raise BadInput(
            N_(
                "“%(text)s” can be read in more than one way. Write %(whole)s, or a "
                "number with fewer decimals."
            ),
            text=show(shown),
            whole=digits,
        )


@dataclass(frozen=True)
class WholeCodec:
    """A whole number."""

    default: int | None = None
    form: ClassVar[Form] = Form.NUMBER

    def write(self, value: int | None) -> str:
        return str(value) if value is not None else ""

    def read(self, raw: Raw) -> int | None:
        number = NumberCodec().read(raw)
        if number is None:
            return self.default
        if number != number.to_integral_value() or abs(number) > 10**9:
            raise BadInput(
                N_("%(number)s is not a whole number. Write it without decimals."),
                number=show(str(number)),
            )
        return int(number)
