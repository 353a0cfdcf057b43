"""An import over several pages: a workbook is sent, looked at, and confirmed.

Reading one and entering it go on beside the requests: a request waits for the usual
ones, and is told how far the large ones are. What comes of it is noted with the upload,
so that its owner finds it on coming back, to whichever process of the server.
"""

from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from tracker.domain.changes import Revision
from tracker.domain.errors import NotFound
from tracker.domain.words import N_
from tracker.services import imports
from tracker.services.door import Overtaken
from tracker.services.import_desk import Desk
from tracker.services.import_plan import ImportPlan
from tracker.services.import_stages import (
    ENTERING,
    READ_BEFORE,
    READING,
    HowFar,
    Stage,
    to_nobody,
)
from tracker.services.imports import Decision, Packed, PlanMoved
from tracker.services.kept import Kept
from tracker.services.underway import BEGUN, Unfinished, announced_to
from tracker.services.uploads import Upload
from tracker.storage import queries
from tracker.storage.transactions import end_reading
from tracker.workbook.reader import Reading

KEPT_COUNT = 4  # plans; one of the largest workbook takes some ten megabytes

DONE_WITH = N_("This import is done with. Send the workbook again.")

_plans: Kept[ImportPlan] = Kept(KEPT_COUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What arrived: whose, under which name, the bytes, and when."""

    owner: str
    name: str
    data: bytes
    now: datetime


def take_in(desk: Desk, sent: Sent, today: date) -> Upload:
    """Keep a workbook and read it for the first time; problems in it are its plan's.

    It takes the place of what its owner sent before. Raises BadInput for a file that is
    no workbook to be trusted, where that is seen at once, and Conflict while the last
    one of its owner is being read.
    """
    uploads = desk.uploads
    with ExitStack() as busy:
        busy.enter_context(uploads.one_at_a_time(sent.owner, sent.now))
        upload = uploads.keep(sent.owner, sent.name, sent.data, sent.now)
        until_read = busy.pop_all()

    def work() -> None:
        with until_read:
            _look(desk, upload, today)

    desk.work_on(upload, work)
    found = desk.again(upload)
    if found.refusal is not None:
        uploads.discard(found)
        raise found.refusal.error
    return found


def look_at(desk: Desk, upload: Upload, today: date) -> ImportPlan | Unfinished:
    """What an upload would do to the record as it stands now, or how far that is known.

    Worked out once for each state of the record in each process, from what was read
    once for all. Raises BadInput where the workbook turned out to be none to be
    trusted, NotFound where its bytes are no longer kept.
    """
    under_way = desk.progress(upload)
    if under_way is not None:
        return under_way
    if upload.refusal is not None and upload.is_unreadable:
        raise upload.refusal.error
    plan = planned_already(upload, today)
    if plan is None:
        if not desk.uploads.has_data(upload):
            raise NotFound(DONE_WITH)
        desk.work_on(upload, lambda: _look(desk, upload, today))
        plan = planned_already(upload, today)
    return plan or desk.progress(upload) or _told(desk.again(upload))


def plan_now(desk: Desk, upload: Upload, today: date) -> ImportPlan:
    """What an upload would do, however long that takes."""
    return _planned(desk, upload, today, to_nobody())


def planned_already(upload: Upload, today: date) -> ImportPlan | None:
    """The plan of an upload where this process has it; one statement."""
    return _plans.peek(_key(upload, today))


def _told(upload: Upload) -> Unfinished:
    """What to say where neither a plan came of it nor anybody works on it any more."""
    if upload.refusal is not None and not upload.token:
        raise upload.refusal.error
    return BEGUN


def _look(desk: Desk, upload: Upload, today: date) -> None:
    """Make the plan, and note what the workbook holds, now that it is known."""
    plan = _planned(desk, upload, today)
    desk.uploads.keep_only(replace(desk.again(upload), holds=plan.holds))


def _key(upload: Upload, today: date) -> tuple[object, ...]:
    return (upload.id, queries.record_mark(), today)


def _planned(
    desk: Desk, upload: Upload, today: date, far: HowFar | None = None
) -> ImportPlan:
    """The plan of an upload, made of what was read of it, by whomever that was."""

    def make() -> ImportPlan:
        packed = desk.uploads.read_of(upload)
        stages = READ_BEFORE if packed else READING
        told = far or desk.how_far(upload, stages)
        return imports.plan_import(_reading(desk, upload, packed, told), today, told)

    return _plans.get(_key(upload, today), make)


def _reading(desk: Desk, upload: Upload, packed: bytes | None, far: HowFar) -> Reading:
    end_reading()  # a writer need not wait for us
    if packed is not None:
        with suppress(ValueError):  # kept by another version of the tracker
            return imports.understood(Packed(packed), far)
    data = desk.uploads.data_of(upload)
    if data is None:
        raise NotFound(DONE_WITH)
    fresh = imports.read(data, desk.uploads.limits, far)
    desk.uploads.keep_read(upload, fresh)
    return imports.understood(fresh, far)


def confirm(
    desk: Desk, upload: Upload, decision: Decision, typed: dict[str, str]
) -> Upload:
    """Enter an upload as one revision; sent twice, or by two people, it is one.

    What was *typed* is kept until it is entered. Gives what is known of the upload
    after a moment: that it is entered, or its refusal (the record changed since the
    editor looked, the workbook has problems now, a clash has no choice), or neither
    while the work goes on.
    """

    def work() -> None:
        found = desk.again(upload)
        if found.entered_as:
            return
        desk.uploads.note_decision(found, typed, decision.confirmed.token)
        revision = imports.entered_before(decision) or _entered(desk, upload, decision)
        desk.uploads.note_entered(desk.again(upload), revision.number, revision.who)

    desk.work_on(upload, work)
    return desk.again(upload)


def _entered(desk: Desk, upload: Upload, decision: Decision) -> Revision:
    far = desk.how_far(upload, ENTERING)
    plan = _planned(desk, upload, decision.today, far)
    try:
        with announced_to(partial(far.share, Stage.ENTERING)):
            far.share(Stage.ENTERING, 0)
            return imports.enter(plan, decision)
    except Overtaken as moved:
        raise PlanMoved(plan) from moved


def settled(desk: Desk, upload: Upload) -> Upload:
    """What is known of an upload, also where whoever entered it died in the middle.

    Then either the record has all of it, which is noted now, or nothing.
    """
    is_under_way = desk.progress(upload) is not None
    found = desk.again(upload)  # after that: what came of the work is noted first
    if is_under_way or not found.is_decided:
        return found
    made = queries.revision_of_token(found.token)
    if made is None:
        return found
    desk.uploads.note_entered(found, made.number, made.who)
    return desk.again(found)
