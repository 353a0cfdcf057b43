"""What the gate saw of one sheet besides its values."""

from dataclasses import dataclass, field
from enum import Enum

from tracker.workbook.addresses import Area


class Behind(Enum):
    """What stands behind a value."""

    FORMULA = "formula"
    ERROR = "error"
    PERCENT = "percent"
    MONTH = "month"
    YEAR = "year"


Place = tuple[int, int]  # row and column, both from 1


@dataclass(slots=True)
class SheetLook:
    """What the gate saw of one sheet."""

    name: str
    behind: dict[Place, Behind] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    filled_areas: list[Area] = field(default_factory=list)
    cell_count: int = 0
    _row: int = 0
    _areas: list[Area] = field(default_factory=list)

    def behind_value(self, place: Place) -> Behind | None:
        """What stands behind the value at *place*, if anything."""
        row, column = place
        if row != self._row:
            # Cells come row by row: many areas are gone through once a row, not a cell.
            self._row = row
            self._areas = [a for a in self.filled_areas if a[0] <= row <= a[2]]
        if any(left <= column <= right for _top, left, _bottom, right in self._areas):
            return Behind.FORMULA
        return self.behind.get(place)
