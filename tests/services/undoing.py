"""A small record in which things are changed and undone."""

from dataclasses import replace

from tests.factories import (
    PROGRAM,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    an_act,
    day,
)
from tracker.domain.changes import Add, Edit, Origin
from tracker.domain.program import Title
from tracker.services import door, undo
from tracker.services.door import Author
from tracker.services.imports import Confirmed
from tracker.storage import queries

TODAY = day("2026-01-01")
EDITOR = Author("Test Editor", Origin.FORM)
UNDOER = Author("Test Undoer", Origin.REVERT)
FACTS = (
    a_source(),
    a_plan(),
    a_sector(),
    a_sector("other-sector", "Other sector", 20),
    a_program(),
    a_report("R0001", note="First."),
    an_act(programs=(PROGRAM,)),
)


def fill():
    """Enter the facts, as revision 1."""
    door.enter([Add(fact) for fact in FACTS], EDITOR, "Facts for a test", TODAY)


def enter(*steps):
    """Enter steps; gives the number of their revision."""
    return door.enter(steps, EDITOR, "A change", TODAY).number


def plan(number):
    return undo.plan_undo(number, TODAY)


def apply(number, choices=None, others=None):
    """Undo a revision as its plan stands now."""
    confirmed = Confirmed(
        fingerprint=plan(number).fingerprint, choices=choices or {}, others=others
    )
    return undo.apply_undo(number, UNDOER, "Undone", TODAY, confirmed)


def reports():
    return {report.key: report for report in queries.record().reports}


def the_program():
    return queries.program(PROGRAM)


def retitled(title, **more):
    return Edit(replace(the_program(), title=Title(title), **more))


def corrected(note, **more):
    (report,) = reports().values()
    return Edit(replace(report, note=note, **more))


def content():
    """The record without its bookkeeping: what people typed."""
    record = queries.record()
    report = [
        replace(r, key="", version=1, added_in=0, corrects="") for r in record.reports
    ]
    return (
        report,
        [replace(p, version=1) for p in record.programs],
        [replace(a, version=1) for a in record.acts],
    )
