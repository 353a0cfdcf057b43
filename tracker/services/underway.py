"""Work that goes on beside the requests: claimed by one, told to whoever asks.

How far it is stands in a small file, its news, where every process of the server finds
it. News that are silent for too long are those of somebody who has died.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event, Thread
from time import time

from tracker.services import files

# Whoever works tells how far it is more often than that, or has died.
SILENT_SECONDS = 30
BEAT_SECONDS = 2

Begin = Callable[[Callable[[], None]], None]
Listener = Callable[[float], None]  # is told what share of a long step is done

_listener: ContextVar[Listener] = ContextVar("listener")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Work that goes on: how many of its steps are done, and ``what`` it is at."""

    done: int
    of: int
    what: str = ""


BEGUN = Unfinished(0, 1)


def claim(news: Path, silent: float = SILENT_SECONDS) -> bool:
    """Whether we are the one to do it: nobody else does, or whoever did has died."""
    if news_of(news, silent) is None:
        news.unlink(missing_ok=True)
    try:
        with news.open("x") as file:
            json.dump(asdict(BEGUN), file)
    except FileExistsError:
        return False
    return True


def tell(news: Path, unfinished: Unfinished) -> None:
    """Note how far the work is, for whoever asks."""
    files.write_whole(news, json.dumps(asdict(unfinished)).encode())


def news_of(news: Path, silent: float = SILENT_SECONDS) -> Unfinished | None:
    """How far the work is; None where nobody does it, or whoever did has died."""
    try:
        told = json.loads(news.read_text() or "{}")
        is_fresh = time() - news.stat().st_mtime < silent
    except (OSError, ValueError):
        return None
    return Unfinished(**{**asdict(BEGUN), **told}) if is_fresh else None


@contextmanager
def kept_fresh(news: Path) -> Iterator[None]:
    """Keep *news* from falling silent in one long step, for as long as we live."""
    is_over = Event()

    def beat() -> None:
        while not is_over.wait(BEAT_SECONDS):
            with suppress(FileNotFoundError):
                os.utime(news)

    Thread(target=beat, name="news", daemon=True).start()
    try:
        yield
    finally:
        is_over.set()


def begin_and_wait(begin: Begin, work: Callable[[], None], seconds: float) -> None:
    """Let *begin* run the work, and wait for its end, but no longer than *seconds*."""
    is_over = Event()

    def run() -> None:
        try:
            work()
        finally:
            is_over.set()

    begin(run)
    is_over.wait(seconds)


@contextmanager
def announced_to(listener: Listener) -> Iterator[None]:
    """Let *listener* hear what is announced inside of this block."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def announce(share: float) -> None:
    """Say what share of a long step is done, to whoever listens."""
    listener = _listener.get(None)
    if listener is not None:
        listener(share)
