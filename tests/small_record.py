"""A small invented record: two programs, one of them in progress."""

from datetime import date

from tests.factories import (
    PROGRAM,
    SOURCE,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
)
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author

TODAY = date(2023, 6, 1)
LAW_SOURCE = "law-source"
SECOND_PROGRAM = "TEST2021-02"
FACTS = (
    a_source(SOURCE, dated="2022-05-01"),
    a_source(LAW_SOURCE, grade="A", dated="2022-06-01", publisher="Test Gazette"),
    a_plan(),
    a_sector(),
    a_sector("other-sector", "Other sector", 20),
    a_program(),
    a_program(SECOND_PROGRAM),
    a_report(program=PROGRAM, dated="2022-05-01", stage="in_progress"),
)


def enter_small_record() -> None:
    """Fill the empty record with it, in one revision."""
    author = Author("Test maker", Origin.COMMAND)
    door.enter([Add(fact) for fact in FACTS], author, "Test record", TODAY)
