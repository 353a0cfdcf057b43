"""Dates as sources give them: a day, a month or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from tracker.domain.errors import BadInput
from tracker.domain.words import N_

PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)

EARLIEST_REPORT = date(2018, 1, 1)
EARLIEST_VIEW = date(2010, 1, 1)
LATEST_DUE = date(2040, 12, 31)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as written (``2023``, ``2023-04``, ``2023-04-05``) and the days in it."""

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str, field: str | None = None) -> Self:
        """Read *text*; raises BadInput when it is no date in one of the three forms."""
        match = PATTERN.fullmatch(text.strip())
        if match is None:
            raise BadInput(
                N_("“%(text)s” is not a date. Write 2023, 2023-04 or 2023-04-05."),
                field=field,
                text=text[:40],
            )
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            return cls(match[0], *_span(year or 0, month, day))
        except ValueError:
            raise BadInput(
                N_("There is no such date as %(text)s. Check the month and the day."),
                field=field,
                text=text[:40],
            ) from None

    @classmethod
    def of(cls, day: date) -> Self:
        """The whole date of *day*."""
        return cls(day.isoformat(), day, day)

    @property
    def is_whole(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.text


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def parse_day(text: str, field: str | None = None) -> date:
    """Read a whole date; raises BadInput for anything else."""
    partial = PartialDate.parse(text, field)
    if not partial.is_whole:
        raise BadInput(
            N_("“%(text)s” names no day. Write a whole date such as 2023-04-05."),
            field=field,
            text=text,
        )
    return partial.first


def view_day(text: str, field: str) -> date:
    """Read the date of a view; a month or year means its last day.

    Raises BadInput outside 2010 to 2040, where the record can answer nothing.
    """
    day = PartialDate.parse(text, field).last
    if not EARLIEST_VIEW <= day <= LATEST_DUE:
        raise BadInput(
            N_("%(day)s is outside the record. Choose a date from 2010 to 2040."),
            field=field,
            day=day.isoformat(),
        )
    return day
