"""How much a workbook may hold: the ONE table, for gate, writer and messages."""

from dataclasses import dataclass, replace
from typing import Self

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the gate lets through; every number is a setting."""

    file_bytes: int = 2 * MIB
    members: int = 100
    part_bytes: int = 24 * MIB
    all_bytes: int = 32 * MIB
    ratio: int = 200
    ratio_from: int = MIB
    markup_bytes: int = 128 * KIB
    depth: int = 32
    attributes: int = 64
    attribute_chars: int = 4_096
    elements: int = 600_000
    sheets: int = 20
    rows: int = 20_000
    columns: int = 64
    cells: int = 400_000
    area: int = 800_000
    cell_chars: int = 32_767
    styles: int = 4_000
    format_chars: int = 255
    extras: int = 500
    problems: int = 1_000  # of a sheet
    memory_bytes: int = 512 * MIB
    cpu_seconds: int = 10
    wall_seconds: int = 15

    def for_files_of(self, file_bytes: int) -> Self:
        """The same for files of up to so many bytes; all the rest still holds."""
        return replace(self, file_bytes=file_bytes)


LIMITS = Limits()
EXCEL_ROWS = 1_048_576  # of a sheet, its header too
