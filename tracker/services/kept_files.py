"""Things that take long to make, kept in a folder where every process finds them."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tracker.domain.errors import Unavailable
from tracker.services import files

try:
    import fcntl
except ImportError:  # Windows, where one process serves the tracker
    fcntl = None  # type: ignore[assignment] # tested for below

KEPT = ".kept"
CLAIM = ".claim"
# Whoever makes a thing for longer than that is not waited for.
PATIENCE = 15.0
PAUSE = 0.01
# What is younger may still be in the hands of another process.
SWEPT_AFTER = 60.0


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The things made last, by name, no more than *limit* and *byte_limit* allow.

    A folder that cannot be read or written keeps nothing and stops nobody.
    """

    folder: Path
    limit: int
    byte_limit: int

    def find(self, name: str) -> bytes | None:
        """The thing of this *name*; None where it is not kept, or was spoilt."""
        try:
            digest, _, content = self._path(name).read_bytes().partition(b"\n")
        except OSError:
            return None
        if digest != _digest(content):
            return None
        with suppress(OSError):  # found again: it is to stay longest
            os.utime(self._path(name))
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep *content* under *name*, and let go of what nobody found for longest."""
        with suppress(Unavailable, OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            files.write_whole(self._path(name), b"%s\n%s" % (_digest(content), content))
            self._sweep()

    @contextmanager
    def claimed(self, name: str) -> Iterator[None]:
        """Make the thing of this *name* in here: no other process does meanwhile.

        Who comes second waits until the first has made it, or was killed, which the
        system tells at once, or takes longer than anybody has patience for.
        """
        handle = self._open_claim(name)
        try:
            if handle is not None:
                _wait_for(handle)
            yield
        finally:
            if handle is not None:
                # Gone before it is let go of; who waits for it looks for the thing.
                self._path(name, CLAIM).unlink(missing_ok=True)
                os.close(handle)

    def _open_claim(self, name: str) -> int | None:
        """The claim on *name*; None where the system has no such thing."""
        if fcntl is None:
            return None
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
            return os.open(self._path(name, CLAIM), flags, 0o600)
        except OSError:
            return None

    def _path(self, name: str, ending: str = KEPT) -> Path:
        return self.folder / f"{name}{ending}"

    def _sweep(self) -> None:
        """Remove what is too much, and what killed processes left."""
        files.sweep(self.folder, older_than=SWEPT_AFTER)
        for claim in self.folder.glob(f"*{CLAIM}"):
            with suppress(OSError):
                if time.time() - claim.stat().st_mtime > SWEPT_AFTER:
                    claim.unlink()
        room = self.byte_limit
        for index, (path, size) in enumerate(self._latest_first()):
            room -= size
            if index >= self.limit or room < 0:
                path.unlink(missing_ok=True)

    def _latest_first(self) -> list[tuple[Path, int]]:
        found = []
        for path in self.folder.glob(f"*{KEPT}"):
            with suppress(OSError):  # another process may have removed it just now
                told = path.stat()
                found.append((told.st_mtime, path, told.st_size))
        return [(path, size) for _, path, size in sorted(found, reverse=True)]


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()


def _wait_for(handle: int) -> None:
    """Wait until the claim is ours, or our patience is at an end."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return
        except OSError:  # a disk that knows no claims
            return
        else:
            return
        time.sleep(PAUSE)
