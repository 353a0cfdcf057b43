"""Workbooks that were sent in and wait for a decision: kept as files, each its owner's.

What a file is called on its owner's computer is only ever shown. On disk an upload has
a name of ours, so that no name from outside becomes part of a path.
"""

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tracker.domain.errors import Conflict, NotFound
from tracker.domain.words import N_
from tracker.services.files import write_whole

KEPT_FOR = timedelta(days=3)
# A worker that takes longer than this over one workbook is gone.
BUSY_FOR = timedelta(minutes=2)
ID = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
LONGEST_NAME = 120
UNSHOWN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
DATA, FACTS, BUSY = ".xlsx", ".json", ".busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A workbook that was sent in; ``entered_as`` is its revision once it is entered.

    ``name`` is what its owner calls the file, ``holds`` the part of the record that it
    says it is. ``entered_by`` may be somebody else, who sent the same workbook a moment
    before.
    """

    id: str
    owner: str
    name: str
    size: int
    sent_at: datetime
    holds: str = ""
    entered_as: int = 0
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Uploads:
    """The uploads in a *folder*: one a person, none older than KEPT_FOR."""

    folder: Path

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
        """Keep what is known of *upload* by now, and nothing else its owner sent."""
        self._write(upload)
        for found in self._all_of(upload.owner):
            if found.id != upload.id:
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
            if not upload.entered_as and not _is_old(upload, now)
        ]
        return max(found, key=lambda upload: upload.sent_at, default=None)

    def data_of(self, upload: Upload) -> bytes | None:
        """The bytes that were sent, or None where they are no longer kept."""
        with suppress(FileNotFoundError):
            return self._path(upload.id, DATA).read_bytes()
        return None

    def note_entered(self, upload: Upload, revision: int, by: str) -> Upload:
        """Note what became of an upload; its bytes are not needed any more."""
        entered = replace(upload, entered_as=revision, entered_by=by)
        self._write(entered)
        self._path(upload.id, DATA).unlink(missing_ok=True)
        return entered

    def discard(self, upload: Upload) -> None:
        """Forget an upload."""
        for ending in (FACTS, DATA):
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
            return Upload(**facts | {"sent_at": sent_at})
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def shown_name(name: str) -> str:
    """The name of a file as a page may show it: no folders, nothing unseen."""
    last = re.split(r"[\\/]", UNSHOWN.sub("", name))[-1].strip()
    return last if len(last) <= LONGEST_NAME else f"{last[: LONGEST_NAME - 1]}…"


def _is_old(upload: Upload, now: datetime) -> bool:
    return upload.sent_at < now - KEPT_FOR
