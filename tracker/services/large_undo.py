"""Undoing a large revision: looked at and entered beside the requests.

What somebody decided about it is kept in a small file until it is entered, so that
whoever comes back finds what became of it, in whichever process of the server.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import time

from tracker.domain.changes import Revision
from tracker.domain.errors import TrackerError
from tracker.services import undo
from tracker.services.files import write_whole
from tracker.services.import_stages import UNDOING, Stage
from tracker.services.imports import Decision
from tracker.services.refusals import Refusal
from tracker.services.underway import BEGUN, Begin, Unfinished, announced_to
from tracker.services.undo_plan import UndoPlan
from tracker.services.uploads import KEPT_FOR
from tracker.services.workplace import Workplace
from tracker.storage import queries

# From so many changes on it takes longer than a request should.
LARGE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided: ``token`` is what the record knows it by once it is entered.

    ``typed`` keeps the words, ``refusal`` says why it was refused.
    """

    token: str
    typed: dict[str, str] = field(default_factory=dict)
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Undoing:
    """The undo of the revision *number* by one person, its *owner*."""

    number: int
    owner: str
    folder: Path
    begin: Begin

    @property
    def place(self) -> Workplace:
        """Where it is worked on."""
        return Workplace(self._path(".news"), self.begin, self._note_refusal)

    def work(self, work: Callable[[], None]) -> None:
        """Begin *work* unless its owner has begun some already; wait a moment."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.place.work(work)

    def decided(self) -> Decided | None:
        """What its owner decided, until that is entered and told."""
        try:
            found = json.loads(self._path(".json").read_bytes())
            refusal = found.get("refusal") and Refusal(**found["refusal"])
            return Decided(**found | {"refusal": refusal})
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def note(self, decided: Decided) -> None:
        """Keep what was decided; what lies here too long goes at the same time."""
        for path in self._too_old():
            path.unlink(missing_ok=True)
        text = json.dumps(asdict(decided), ensure_ascii=False)
        write_whole(self._path(".json"), text.encode())

    def forget(self) -> None:
        """Forget what was decided: it is done with."""
        self._path(".json").unlink(missing_ok=True)

    def _note_refusal(self, problem: TrackerError) -> None:
        decided = self.decided()
        if decided is not None:
            self.note(replace(decided, refusal=Refusal.of(problem)))

    def _path(self, ending: str) -> Path:
        whose = sha256(self.owner.encode()).hexdigest()[:32]
        return self.folder / f"{self.number}-{whose}{ending}"

    def _too_old(self) -> Iterator[Path]:
        oldest = time() - KEPT_FOR.total_seconds()
        for path in self.folder.glob("*.*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    yield path


def is_large(number: int) -> bool:
    """Whether undoing this revision takes long; raises NotFound. One statement."""
    return queries.revision_alone(number).change_count >= LARGE


def look_at(undoing: Undoing, today: date) -> UndoPlan | Unfinished | Revision:
    """What undoing a revision would do, how far that is, or the revision that did it.

    The last is told of what its owner decided, also where whoever entered it died in
    the moment after. Raises NotFound for an unknown number.
    """
    under_way = undoing.place.progress()
    if under_way is not None:
        return under_way
    made = _made(undoing.decided())
    return made or _planned(undoing, today)


def told(undoing: Undoing, made: Revision) -> None:
    """Note that its owner was led to the revision that was *made*.

    Who is on the way to another page may not have seen it, so that they are led there
    again, until the record has come further.
    """
    if queries.revision_number() > made.number:
        undoing.forget()


def _made(decided: Decided | None) -> Revision | None:
    return queries.revision_of_token(decided.token) if decided else None


def _planned(undoing: Undoing, today: date) -> UndoPlan | Unfinished:
    """The plan, made beside the requests where the revision is a large one."""
    number = undoing.number
    if not is_large(number):
        return undo.plan_undo(number, today)
    plan = undo.planned_already(number, today)
    if plan is None:
        undoing.work(lambda: _plan(undoing, today))
        plan = undo.planned_already(number, today)
    return plan or undoing.place.progress() or BEGUN


def _plan(undoing: Undoing, today: date) -> None:
    undoing.place.how_far(UNDOING).share(Stage.PLANNING, 0)
    undo.plan_undo(undoing.number, today)


def confirm(undoing: Undoing, decision: Decision, typed: dict[str, str]) -> None:
    """Undo a large revision as decided, as one revision; sent twice it is one.

    What was *typed* is kept until it is entered. After a moment it is entered, or its
    refusal is noted with what was decided, or neither while the work goes on.
    """

    def work() -> None:
        decided = Decided(
            token=undo.token_of(undoing.number, decision.confirmed), typed=typed
        )
        undoing.note(decided)
        if _made(decided) is None:
            _enter(undoing, decision)

    undoing.work(work)


def _enter(undoing: Undoing, decision: Decision) -> None:
    number, today = undoing.number, decision.today
    if undo.planned_already(number, today) is None:
        _plan(undoing, today)
    far = undoing.place.how_far(UNDOING)
    with announced_to(partial(far.share, Stage.ENTERING)):
        far.share(Stage.ENTERING, 0)
        undo.apply_undo(
            number, decision.author, decision.summary, today, decision.confirmed
        )
