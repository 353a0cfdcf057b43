"""The tables, one file a matter. Importing this package makes the metadata complete."""

from tracker.storage.models.accounts import AccountRow, TriesRow
from tracker.storage.models.acts import ActRow, act_program
from tracker.storage.models.citations import CITATIONS
from tracker.storage.models.claims import ClaimRow
from tracker.storage.models.deadlines import DeadlineRow
from tracker.storage.models.events import EventRow, event_program
from tracker.storage.models.lineage import DependencyRow, LineageRow
from tracker.storage.models.programs import PlanRow, ProgramRow, SectorRow
from tracker.storage.models.reports import ReportRow
from tracker.storage.models.revisions import ChangeRow, RevisionRow
from tracker.storage.models.sources import SourceRow

__all__ = [
    "CITATIONS",
    "AccountRow",
    "ActRow",
    "ChangeRow",
    "ClaimRow",
    "DeadlineRow",
    "DependencyRow",
    "EventRow",
    "LineageRow",
    "PlanRow",
    "ProgramRow",
    "ReportRow",
    "RevisionRow",
    "SectorRow",
    "SourceRow",
    "TriesRow",
    "act_program",
    "event_program",
]
