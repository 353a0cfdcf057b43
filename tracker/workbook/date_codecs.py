"""How dates stand in a cell: whole ones as real dates, partial ones as text."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.domain.dates import PartialDate
from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.cells import Form, Raw
from tracker.workbook.codecs import TextCodec

EXCEL_EPOCH = date(1899, 12, 30)
YEARS = range(1990, 2041)
# How programs write a date as text that they take for a moment.
MIDNIGHT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:\.0+)?)?", re.ASCII
)
DAY_FIRST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", re.ASCII)


@dataclass(frozen=True)
class PartialDateCodec:
    """A date that may be a year or a month; whole ones are written as real dates."""

    form = Form.DATE

    def write(self, value: PartialDate | None) -> str:
        return value.text if value is not None else ""

    def read(self, raw: Raw) -> PartialDate | None:
        if raw is None or raw == "":
            return None
        if isinstance(raw, date):
            return PartialDate.of(_in_range(raw))
        text = TextCodec().read(raw)
        if not text:
            return None
        midnight = MIDNIGHT.fullmatch(text)
        return PartialDate.parse(midnight[1] if midnight else day_first(text))


@dataclass(frozen=True)
class DayCodec:
    """A whole date."""

    form = Form.DATE

    def write(self, value: date | None) -> str:
        return value.isoformat() if value is not None else ""

    def read(self, raw: Raw) -> date | None:
        found = PartialDateCodec().read(raw)
        if found is None or found.is_whole:
            return found.first if found else None
        raise BadInput(
            N_("“%(text)s” names no day. Write a whole date such as 2023-04-05."),
            text=found.text,
        )


def _in_range(day: date) -> date:
    serial = (day - EXCEL_EPOCH).days
    if serial in YEARS:
        raise BadInput(
            N_(
                "Excel made the date %(day)s of the year %(year)s. Format the cell "
                "as text and type %(year)s again."
            ),
            day=day.isoformat(),
            year=serial,
        )
    return day


def day_first(text: str) -> str:
    """*text*, or where it is a date like 31.12.2023, that date as 2023-12-31.

    Raises BadInput for 03/04/2023 and its like: what is meant is never guessed.
    """
    match = DAY_FIRST.fullmatch(text)
    if match is None:
        return text
    one, other, year = int(match[1]), int(match[3]), match[4]
    readings = [
        f"{year}-{month:02d}-{day:02d}"
        for day, month in dict.fromkeys([(one, other), (other, one)])
        if 1 <= month <= 12 and 1 <= day <= 31
    ]
    if len(readings) == 1:
        return readings[0]
    raise BadInput(
        N_("“%(text)s” can be read in more than one way. Write %(readings)s.")
        if readings
        else N_("“%(text)s” is not a date. Write 2023, 2023-04 or 2023-04-05."),
        text=text,
        readings=" / ".join(readings),
    )
