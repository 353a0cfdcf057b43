"""Makes data/programs.xlsx from the CSV files.

Run it as ``python -m tests.record.make_workbook`` or ``make data``. It is what
the first filling of an empty tracker exports again: that of revision 1.
"""

from pathlib import Path

from tests.record.facts import facts_from_csv
from tracker.workbook.writer import workbook_bytes

WORKBOOK = Path(__file__).parents[2] / "data" / "programs.xlsx"
FIRST_REVISION = 1


def make_workbook(target: Path = WORKBOOK) -> None:
    """Write the workbook; the same CSV files give the same bytes."""
    target.write_bytes(workbook_bytes(facts_from_csv(revision=FIRST_REVISION)))


if __name__ == "__main__":
    make_workbook()
