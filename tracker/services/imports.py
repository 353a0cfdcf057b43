"""Workbooks into the record: what one would change, and the change itself."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from tracker.domain.changes import Add, Origin, Revision
from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.services import door
from tracker.services.door import Author

SEEDER = "Tracker"


def seed(path: Path, today: date) -> Revision:
    """Fill an empty record from the workbook at *path*, as one revision.

    Two processes that do it at once make one revision. Raises BadInput with the first
    problem of a workbook that has any.
    """
    from tracker.workbook.reader import facts_of, read_workbook

    data = path.read_bytes()
    reading = read_workbook(data, today)
    if reading.problems:
        raise BadInput(
            N_("%(name)s cannot be read, in %(count)s places. The first: %(first)s"),
            name=path.name,
            count=len(reading.problems),
            first=str(reading.problems[0]),
        )
    return door.enter(
        [Add(fact) for fact in facts_of(reading)],
        Author(SEEDER, Origin.SEED),
        f"First filling from {path.name}",
        today,
        token=f"seed:{sha256(data).hexdigest()[:32]}",
    )
