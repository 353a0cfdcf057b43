"""A fact of every kind that can be put right, in front of its forms."""

from flask import Flask

from tests.factories import PROGRAM, a_claim, a_deadline, an_act, an_event
from tests.services.entering import enter_steps
from tests.small_record import LAW_SOURCE
from tracker.domain.changes import Add
from tracker.domain.record import Fact, Kind
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
