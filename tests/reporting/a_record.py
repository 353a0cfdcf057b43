"""A small record in a database, for pictures and reports that are read from it."""

import pytest

from tests.factories import (
    a_deadline,
    a_lineage,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    day,
)
from tracker.domain.changes import Add, Origin
from tracker.domain.program import Title
from tracker.services import door
from tracker.services.door import Author

FACTS = (
    a_source(),
    a_source("test-law", grade="A"),
    a_plan("TEST2019", starts_on="2019", ends_on="2020"),
    a_plan(adopted_on="2021-11-04"),
    a_sector("energy", "Test energy"),
    a_sector("trade", "Test trade", 20),
    a_program("TEST2019-01", sector="energy"),
    a_program("TEST2021-01", sector="energy", title=Title("=Test & program <1>")),
    a_program("TEST2021-02", sector="trade"),
    a_lineage(origin="TEST2019-01", heir="TEST2021-01"),
    a_report(program="TEST2019-01", dated="2019-06-01", stage="negotiating"),
    a_report(
        "R0002",
        program="TEST2021-01",
        dated="2021-11-04",
        stage="approved",
        kind="legal_act",
        sources=("test-law",),
    ),
    a_report(
        "R0003",
        program="TEST2021-01",
        dated="2023-02-01",
        stage="completed",
        note="=1+1 is what a test says",
    ),
    a_deadline(program="TEST2021-02"),
)


@pytest.fixture
def filled(app):
    """Put the small record into the database of ``app``."""
    with app.app_context():
        door.enter(
            [Add(fact) for fact in FACTS],
            Author("Test", Origin.FORM),
            "Facts for a test",
            day("2026-01-01"),
        )
        yield
