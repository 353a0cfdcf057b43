"""Workbooks that were sent in and wait for a decision: kept as files, each its owner's.

What a file is called on its owner's computer is only ever shown. On disk an upload has
a name of ours, so that no name from outside becomes part of a path.
"""

import json
import re
import secrets
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tracker.domain.errors import BadInput, Conflict, NotFound, TrackerError
from tracker.domain.words import N_
from tracker.services.files import write_whole
from tracker.services.refusals import Refusal
from tracker.services.underway import kept_fresh
from tracker.workbook.limits import LIMITS, Limits

KEPT_FOR = timedelta(days=3)
# A worker that gives no sign of life for longer than this is gone.
BUSY_FOR = timedelta(seconds=10)
ID = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
LONGEST_NAME = 120
UNSHOWN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
DATA, FACTS, READ, NEWS, BUSY = ".xlsx", ".json", ".read", ".news", ".busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A workbook that was sent in; ``entered_as`` is its revision once it is entered.

    ``name`` is what its owner calls the file, ``holds`` the part of the record that it
    says it is. ``entered_by`` may be somebody else, who sent the same workbook a moment
    before. Of a decision to enter it, ``typed`` keeps the words and ``token`` what the
    record knows it by; ``refusal`` says why it, or the workbook itself, was refused.
    """

    id: str
    owner: str
    name: str
    size: int
    sent_at: datetime
    holds: str = ""
    entered_as: int = 0
    entered_by: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    token: str = ""
    refusal: Refusal | None = None

    @property
    def is_unreadable(self) -> bool:
        """Whether the workbook itself was refused: it is none to be trusted."""
        is_refused = self.refusal is not None and self.refusal.kind == BadInput.__name__
        return is_refused and not self.token

    @property
    def is_decided(self) -> bool:
        """Whether it was to be entered, and nothing has come of that yet."""
        return bool(self.token) and not self.entered_as and self.refusal is None


@dataclass(frozen=True, slots=True)
class Uploads:
    """The uploads in a *folder*: one a person, none older than KEPT_FOR.

    None may be larger or hold more than ``limits`` say.
    """

    folder: Path
    limits: Limits = LIMITS

    def keep(self, owner: str, name: str, data: bytes, now: datetime) -> Upload:
        """Keep what *owner* sent; what lies here too long goes at the same time."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.sweep(now)
        upload = Upload(
            id=secrets.token_urlsafe(16),
            owner=owner,
            name=shown_name(name),
            size=len(data),
            sent_at=now,
        )
        write_whole(self._path(upload.id, DATA), data)
        self._write(upload)
        return upload

    def keep_only(self, upload: Upload) -> None:
        """Keep what is known of *upload* by now, and nothing its owner sent before.

        What is just being entered stays, so that its owner can see what came of it.
        """
        self._write(upload)
        for found in self._all_of(upload.owner):
            is_earlier = found.id != upload.id and found.sent_at <= upload.sent_at
            if is_earlier and not self.news_of(found).exists():
                self.discard(found)

    def find(self, id: str, owner: str, now: datetime) -> Upload:
        """The upload of this *id*; raises NotFound unless *owner* sent it lately."""
        found = self._read(id) if ID.fullmatch(id) else None
        if found is None or found.owner != owner or _is_old(found, now):
            raise NotFound(
                N_(
                    "This import is not there any more: it was done with, replaced by "
                    "a later one or older than %(days)s days. Send the workbook again."
                ),
                days=KEPT_FOR.days,
            )
        return found

    def latest_of(self, owner: str, now: datetime) -> Upload | None:
        """What *owner* sent last and has not entered yet, if anything."""
        found = [
            upload
            for upload in self._all_of(owner)
            if not (upload.entered_as or upload.is_unreadable or _is_old(upload, now))
        ]
        return max(found, key=lambda upload: upload.sent_at, default=None)

    def data_of(self, upload: Upload) -> bytes | None:
        """The bytes that were sent, or None where they are no longer kept."""
        with suppress(FileNotFoundError):
            return self._path(upload.id, DATA).read_bytes()
        return None

    def has_data(self, upload: Upload) -> bool:
        """Whether its bytes are still kept."""
        return self._path(upload.id, DATA).exists()

    def keep_read(self, upload: Upload, packed: bytes) -> None:
        """Keep what was read of an upload, so that no other process need read it."""
        write_whole(self._path(upload.id, READ), zlib.compress(packed, 1))

    def read_of(self, upload: Upload) -> bytes | None:
        """What was read of it, or None where that is not kept, or not whole."""
        with suppress(FileNotFoundError, zlib.error):
            return zlib.decompress(self._path(upload.id, READ).read_bytes())
        return None

    def news_of(self, upload: Upload) -> Path:
        """The file that tells how far the work on an upload is."""
        return self._path(upload.id, NEWS)

    def note_decision(self, upload: Upload, typed: dict[str, str], token: str) -> None:
        """Note what was decided about an upload, before it is carried out."""
        self._write(replace(upload, typed=typed, token=token, refusal=None))

    def note_refusal(self, upload: Upload, problem: TrackerError) -> None:
        """Note why an upload, or what was decided about it, was refused."""
        self._write(replace(upload, refusal=Refusal.of(problem)))

    def note_entered(self, upload: Upload, revision: int, by: str) -> None:
        """Note what became of an upload; its bytes are not needed any more."""
        self._write(
            replace(upload, entered_as=revision, entered_by=by, typed={}, refusal=None)
        )
        for ending in (DATA, READ):
            self._path(upload.id, ending).unlink(missing_ok=True)

    def discard(self, upload: Upload) -> None:
        """Forget an upload."""
        for ending in (FACTS, DATA, READ, NEWS):
            self._path(upload.id, ending).unlink(missing_ok=True)

    def sweep(self, now: datetime) -> None:
        """Remove what is too old: uploads, and what a killed worker left half done."""
        oldest = (now - KEPT_FOR).timestamp()
        for path in self.folder.glob("*.*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    @contextmanager
    def one_at_a_time(self, owner: str, now: datetime) -> Iterator[None]:
        """Read workbooks of one person one after the other.

        Raises Conflict while another is being read. What a worker left that was killed
        in the middle holds nobody up for longer than BUSY_FOR.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.folder / f"{sha256(owner.encode()).hexdigest()[:32]}{BUSY}"
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < (now - BUSY_FOR).timestamp():
                path.unlink()
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise Conflict(
                N_(
                    "Another workbook of yours is being read just now. Wait a moment, "
                    "then send this one again."
                )
            ) from None
        try:
            with kept_fresh(path):
                yield
        finally:
            path.unlink(missing_ok=True)

    def _all_of(self, owner: str) -> list[Upload]:
        found = (self._read(path.stem) for path in self.folder.glob(f"*{FACTS}"))
        return [upload for upload in found if upload and upload.owner == owner]

    def _path(self, id: str, ending: str) -> Path:
        return self.folder / f"{id}{ending}"

    def _write(self, upload: Upload) -> None:
        facts = asdict(upload) | {"sent_at": upload.sent_at.isoformat()}
        text = json.dumps(facts, ensure_ascii=False)
        write_whole(self._path(upload.id, FACTS), text.encode())

    def _read(self, id: str) -> Upload | None:
        try:
            facts = json.loads(self._path(id, FACTS).read_bytes())
            sent_at = datetime.fromisoformat(facts["sent_at"])
            refusal = facts.get("refusal") and Refusal(**facts["refusal"])
            return Upload(**facts | {"sent_at": sent_at, "refusal": refusal})
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def shown_name(name: str) -> str:
    """The name of a file as a page may show it: no folders, nothing unseen."""
    last = re.split(r"[\\/]", UNSHOWN.sub("", name))[-1].strip()
    return last if len(last) <= LONGEST_NAME else f"{last[: LONGEST_NAME - 1]}…"


def _is_old(upload: Upload, now: datetime) -> bool:
    return upload.sent_at < now - KEPT_FOR
