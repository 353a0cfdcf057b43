"""Files that are written whole or not at all, whatever happens in the middle."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import time
from typing import IO

from tracker.domain.errors import Unavailable
from tracker.domain.words import N_

UNFINISHED = ".unfinished"


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into; at the end it takes the place of *path* in one step.

    Until then *path* stays as it was, and so it does after an error. Raises Unavailable
    where the disk refuses.
    """
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED, delete=False
        ) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                _forget(Path(file.name))
                raise
        _put_in_place(Path(file.name), path)
    except OSError as error:
        raise Unavailable(
            N_("%(path)s could not be written: %(reason)s. It is as it was before."),
            path=str(path),
            reason=error.strerror or str(error),
        ) from error


def _put_in_place(made: Path, path: Path) -> None:
    try:
        made.chmod(0o666 & ~_umask())
        made.replace(path)
    except OSError:
        _forget(made)
        raise
    _keep_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* into *path*, whole or not at all."""
    with written_whole(path) as file:
        file.write(data)


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file or none: when all have their room they take their places.

    The first does so last.
    """
    with ExitStack() as opened:
        for path, data in contents.items():
            file = opened.enter_context(written_whole(path))
            file.write(data)
            file.flush()


def sweep(folder: Path, older_than: float = 0) -> int:
    """Remove what a killed process left unfinished in *folder*; gives how many.

    Where others write into it too, only what is *older_than* so many seconds.
    """
    found = [p for p in folder.glob(f".*{UNFINISHED}") if _age(p) >= older_than]
    for path in found:
        _forget(path)
    return len(found)


def _age(path: Path) -> float:
    """How many seconds ago *path* was written; 0 if it is gone or from the future."""
    try:
        return max(0.0, time() - path.stat().st_mtime)
    except OSError:
        return 0.0


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _keep_folder(folder: Path) -> None:
    """Make the new name last, where the system lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
