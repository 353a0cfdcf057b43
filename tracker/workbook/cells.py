"""What a cell can hold, and how a message shows it."""

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol, TypeAlias

from tracker.domain.changes import plain_number

# What a cell can hold: nothing, text, a number, a date, or Excel's TRUE and FALSE.
Raw: TypeAlias = str | int | float | bool | date | None

SHOWN = 40  # characters of a cell that a message repeats
SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")


class Form(Enum):
    """What Excel takes a filled cell for."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Codec(Protocol):
    """Writes a field into a cell as text, which ``form`` tells how to store, and back.

    A text is stored as such where it does not have the form: "2023-04" as no date.
    """

    @property
    def form(self) -> Form: ...

    def write(self, value: Any) -> str: ...

    def read(self, raw: Raw) -> object: ...


def clean_text(text: str) -> str:
    """Text as the record keeps it: one kind of line end, no blanks at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def show(raw: Raw) -> str:
    """A cell's content for a message, shortened."""
    text = plain(raw) if isinstance(raw, int | float) else str(raw)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def plain(number: float) -> str:
    """A number as a person would type it: 2023 and not 2023.0."""
    if isinstance(number, bool):
        return str(number).upper()
    return plain_number(Decimal(repr(number)))
