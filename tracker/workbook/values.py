"""The values of every sheet, read by python-calamine behind the gate."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from tracker.domain.errors import BadInput
from tracker.workbook.cells import Raw
from tracker.workbook.gate import OnShare, admit, tell_nobody
from tracker.workbook.gate_zip import DAMAGED
from tracker.workbook.limits import LIMITS, Limits
from tracker.workbook.sheet_look import SheetLook

# What the reader gives: Excel also knows times of day and lengths of time.
Found: TypeAlias = Raw | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class SheetValues:
    """One sheet: its rows from the first on, and what stands behind the values."""

    name: str
    rows: Sequence[Sequence[Found]]
    look: SheetLook


def read_values(
    data: bytes, limits: Limits = LIMITS, on_share: OnShare = tell_nobody
) -> list[SheetValues]:
    """Every sheet of a workbook; raises BadInput for a file that cannot be trusted."""
    admitted = admit(data, limits, on_share)
    return _read(admitted.clean, admitted.sheets)


def _read(clean: bytes, looks: tuple[SheetLook, ...]) -> list[SheetValues]:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(io.BytesIO(clean))
        return [
            SheetValues(
                look.name,
                book.get_sheet_by_index(index).to_python(skip_empty_area=False),
                look,
            )
            for index, look in enumerate(looks)
        ]
    except CalamineError:
        raise BadInput(DAMAGED) from None


def as_date(found: date | datetime) -> date | None:
    """The day of a date cell, or None where it also holds a time of day."""
    if not isinstance(found, datetime):
        return found
    return found.date() if found.time() == time(0) else None
