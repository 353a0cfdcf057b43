"""An import over several pages: a workbook is sent, looked at, and confirmed."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from tracker.domain.errors import BadInput, NotFound
from tracker.domain.words import N_
from tracker.services import imports
from tracker.services.door import Author, Overtaken
from tracker.services.import_plan import ImportPlan
from tracker.services.imports import Confirmed, PlanMoved
from tracker.services.kept import Kept
from tracker.services.uploads import Upload, Uploads
from tracker.storage import queries
from tracker.storage.transactions import end_reading

KEPT_COUNT = 4  # plans; one of the largest workbook takes some ten megabytes

_plans: Kept[ImportPlan] = Kept(KEPT_COUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What arrived: whose, under which name, the bytes, and when."""

    owner: str
    name: str
    data: bytes
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor decided about a plan: to enter it, as whom, why, and how."""

    author: Author
    summary: str
    today: date
    confirmed: Confirmed


def take_in(uploads: Uploads, sent: Sent, today: date) -> Upload:
    """Keep a workbook and read it for the first time; problems in it are its plan's.

    It takes the place of what its owner sent before. Kept before it is read, so that
    its owner may leave meanwhile and come back. Raises BadInput for a file that is no
    workbook to be trusted (which is not kept), Conflict while the last is being read.
    """
    with uploads.one_at_a_time(sent.owner, sent.now):
        upload = uploads.keep(sent.owner, sent.name, sent.data, sent.now)
        try:
            holds = look_at(uploads, upload, today).holds
        except BadInput:
            uploads.discard(upload)
            raise
        uploads.keep_only(replace(upload, holds=holds))
    return upload


def look_at(uploads: Uploads, upload: Upload, today: date) -> ImportPlan:
    """What an upload would do to the record as it stands now.

    Worked out once for each state of the record. Raises NotFound where the bytes are
    no longer kept.
    """
    mark = queries.record_mark()
    return _plans.get(
        (upload.id, mark, today), lambda: _planned(uploads, upload, today)
    )


def _planned(uploads: Uploads, upload: Upload, today: date) -> ImportPlan:
    data = uploads.data_of(upload)
    if data is None:
        raise NotFound(N_("This import is done with. Send the workbook again."))
    return imports.plan_import(data, today)


def confirm(uploads: Uploads, upload: Upload, decision: Decision) -> Upload:
    """Enter an upload as one revision; sent twice, or by two people, it is one.

    Raises PlanMoved with a fresh plan where the record changed since the editor looked,
    WorkbookRefused where the workbook has problems now, RuleBroken where a clash has no
    choice.
    """
    data = uploads.data_of(upload)
    if data is None:
        return uploads.find(upload.id, upload.owner, upload.sent_at)
    try:
        revision = imports.apply_import(
            data,
            decision.author,
            decision.summary,
            decision.today,
            decision.confirmed,
        )
    except Overtaken as moved:
        end_reading()
        raise PlanMoved(look_at(uploads, upload, decision.today)) from moved
    return uploads.note_entered(upload, revision.number, revision.who)
