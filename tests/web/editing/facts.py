"""A fact of every kind that can be put right, in front of its forms."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories import PROGRAM, a_claim, a_deadline, an_act, an_event
from tests.services.entering import enter_steps
from tests.small_record import LAW_SOURCE
from tests.web.sending import filled
from tracker.domain.changes import Add
from tracker.domain.record import KINDS, Fact, Kind
from tracker.services import entries

# Where the forms of a fact are, the field these tests change, the key of the right one.
PLACES = {
    Kind.REPORT: (f"/programs/{PROGRAM}/reports/R0001", "correct", "note", "R0002"),
    Kind.DEADLINE: (f"/programs/{PROGRAM}/deadlines/D001", "correct", "note", "D002"),
    Kind.CLAIM: ("/claims/C001", "correct", "note", "C002"),
    Kind.ACT: ("/acts/A001", "correct", "note", "A001"),
    Kind.EVENT: ("/events/E001", "correct", "title", "E001"),
    Kind.SOURCE: (f"/sources/{LAW_SOURCE}", "edit", "note", LAW_SOURCE),
}
EVERY_KIND = pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.value)
OF_HISTORY = pytest.mark.parametrize(
    "kind",
    [kind for kind in PLACES if KINDS[kind].is_history],
    ids=lambda kind: kind.value,
)


def enter_facts(app: Flask) -> None:
    """Enter a deadline, a claim, an act and an event beside the small record."""
    with app.app_context():
        steps = [a_deadline(), a_claim(), an_act(programs=(PROGRAM,)), an_event()]
        enter_steps(*(Add(fact) for fact in steps))


def page_of(kind: Kind, step: str = "") -> str:
    """The form that puts the fact of this *kind* right, or another *step*."""
    place, own_step, _, _ = PLACES[kind]
    return f"{place}/{step or own_step}"


def key_of_place(kind: Kind) -> str:
    """The key of the fact as it is entered."""
    return PLACES[kind][0].rpartition("/")[2]


def standing(app: Flask, kind: Kind) -> Fact | None:
    """What stands in the place of the fact of this *kind*."""
    with app.app_context():
        return entries.heir_of(entries.fact_held(kind, key_of_place(kind)))


def correct(client: FlaskClient, page: str, **typed: str) -> TestResponse:
    """Correct a fact all the way to the record."""
    typed = {"reason": "A test mistake", **typed}
    preview = client.post(page, data=filled(client.get(page), **typed, step="check"))
    return client.post(page, data=filled(preview, step="save"))


def typed_into(kind: Kind, words: str) -> dict[str, str]:
    """The *words* typed into the field that these tests change."""
    return {PLACES[kind][2]: words}
