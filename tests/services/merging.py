"""A small record, its workbook gone round an office, and what changed meanwhile."""

from tests.factories import day
from tests.workbook.books import a_record, edited
from tracker.domain.changes import Add, Origin
from tracker.domain.record import Kind
from tracker.services import door, exports, imports
from tracker.services.door import Author
from tracker.services.imports import Confirmed
from tracker.services.record_part import Part
from tracker.storage import queries

TODAY = day("2026-01-01")
EDITOR = Author("Test Editor", Origin.FORM)
COLLEAGUE = Author("Test Colleague", Origin.WORKBOOK)


def fill():
    """Enter the small record of the workbook tests, as revision 1."""
    record = a_record()
    facts = [fact for kind in Kind for fact in record.of(kind)]
    door.enter([Add(fact) for fact in facts], EDITOR, "Facts for a test", TODAY)


def exported(part=None) -> bytes:
    return exports.export_record(part or Part()).data


def plan(data, *edits):
    return imports.plan_import(edited(data, *edits) if edits else data, TODAY)


def apply(data, choices=None, others=None):
    found = imports.plan_import(data, TODAY)
    confirmed = Confirmed(
        fingerprint=found.fingerprint, choices=choices or {}, others=others
    )
    return imports.apply_import(data, COLLEAGUE, "Back again", TODAY, confirmed)


def enter(*steps):
    return door.enter(steps, EDITOR, "Meanwhile", TODAY)


def reports():
    return {report.key: report for report in queries.record().reports}
