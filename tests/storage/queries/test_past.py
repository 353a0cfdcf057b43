"""Facts as they stood in a past revision, by their keys."""

from dataclasses import replace

import pytest

from tests.factories import (
    PROGRAM,
    a_claim,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
)
from tests.storage.queries.entering import enter
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.program import Title
from tracker.domain.record import FIELD_OF, Kind, key_of
from tracker.storage import queries

pytestmark = pytest.mark.usefixtures("bare_database")


@pytest.fixture(autouse=True)
def _history(bare_database):
    """Five revisions that add, change, retire and bring back."""
    first = (a_source(), a_plan(), a_sector(), a_program(), a_report(), a_claim())
    enter(*map(Add, first))
    enter(Edit(replace(queries.program(PROGRAM), title=Title("Changed"))))
    enter(Edit(a_report(note="Corrected.")), Add(a_program("TEST2021-02")))
    enter(Retire(Kind.PROGRAM, "TEST2021-02", 1), Retire(Kind.CLAIM, "C001", 1))
    enter(Add(a_program("TEST2021-02", title=Title("Back again"))))


@pytest.mark.parametrize("revision", range(6))
@pytest.mark.parametrize("kind", [Kind.PROGRAM, Kind.REPORT, Kind.CLAIM, Kind.SOURCE])
def test_by_key_stands_what_the_whole_record_of_that_revision_holds(kind, revision):
    keys = {PROGRAM, "TEST2021-02", "R0001", "R0002", "C001", "test-source", "none"}
    whole = getattr(queries.record(revision), FIELD_OF[kind]) if revision else ()

    then = queries.facts_then(kind, keys, revision)

    assert then == {key_of(fact): fact for fact in whole}
