"""The editors' forms: a file a view, one way through all of them (``flow``)."""

from tracker.web.editing import (
    add_act,
    add_claim,
    add_deadline,
    add_event,
    add_source,
    correct_report,
    edit_program,
    report_status,
    retire_report,
)
from tracker.web.editing.blueprint import bp

__all__ = [
    "add_act",
    "add_claim",
    "add_deadline",
    "add_event",
    "add_source",
    "bp",
    "correct_report",
    "edit_program",
    "report_status",
    "retire_report",
]
