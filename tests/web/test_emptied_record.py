"""A record whose plans were all taken out: it says what brings them back."""

import pytest

from tests.factories import a_plan, a_program, a_sector, a_source
from tests.web.public_record import TODAY
from tests.web.reading import words_of_page
from tracker.domain.changes import Add, Origin
from tracker.services import door, undo
from tracker.services.door import Author
from tracker.services.imports import Confirmed

AUTHOR = Author("Test", Origin.FORM)
FACTS = (a_source(), a_plan(), a_sector(), a_program())


@pytest.fixture
def emptied(app, early_reader):
    """Somebody who reads a record whose only filling was undone."""
    with app.app_context():
        door.enter([Add(fact) for fact in FACTS], AUTHOR, "Test record", TODAY)
        confirmed = Confirmed(fingerprint=undo.plan_undo(1, TODAY).fingerprint)
        undo.apply_undo(1, AUTHOR, "Undone", TODAY, confirmed)
    return early_reader


PAGES = (
    *("/", "/programs", "/sectors", "/analysis", "/progress", "/bottlenecks"),
    *("/deadlines", "/change", "/forecast", "/lineage", "/claims", "/charts"),
    *("/events", "/sources", "/reports", "/export"),
)


@pytest.mark.parametrize("address", PAGES)
def test_a_record_that_was_emptied_says_what_brings_it_back(emptied, address):
    said = words_of_page(emptied.get(address))

    assert "revision 2 took the last one out" in said
    assert "flask revert 2 --apply" in said
    assert "flask import" not in said
    assert 'href="/changes/2"' in emptied.get(address).text


def test_what_is_asked_of_an_emptied_record_is_refused_with_the_way_back(emptied):
    refused = emptied.get("/programs.json?plan=UP2021")

    assert refused.status_code == 400
    assert "“flask revert 2 --apply”" in refused.json["message"]


def test_a_record_of_sources_only_says_how_plans_come_in(app, early_reader):
    with app.app_context():
        door.enter([Add(a_source())], AUTHOR, "A source", TODAY)

    refused = early_reader.get("/programs.json?plan=UP2021")

    assert "“flask import FILE --apply”" in refused.json["message"]
