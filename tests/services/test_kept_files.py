"""What is kept in a folder: found by every process, whole, and not without end."""

import multiprocessing
import os
import time

import pytest

from tracker.services import kept_files
from tracker.services.kept_files import KeptFiles

PROCESSES = multiprocessing.get_context("spawn")
SECONDS = 30


@pytest.fixture
def kept(tmp_path):
    return KeptFiles(tmp_path / "kept", limit=3, byte_limit=10_000)


def test_what_is_kept_is_found(kept):
    kept.put("a", b"line\nand line\n")

    assert kept.find("a") == b"line\nand line\n"
    assert kept.find("b") is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:-1],
        lambda content: content.replace(b"thing", b"thinG"),
        lambda content: b"",
        lambda content: b"\n",
    ],
    ids=["cut short", "changed", "empty", "a bare line"],
)
def test_what_was_spoilt_is_not_found(kept, spoil):
    kept.put("a", b"the thing")
    file = kept.folder / "a.kept"
    file.write_bytes(spoil(file.read_bytes()))

    assert kept.find("a") is None


def found_at(kept, name, seconds_ago):
    """Let the thing be found for the last time so long ago."""
    then = time.time() - seconds_ago
    os.utime(kept.folder / f"{name}.kept", (then, then))


def test_what_nobody_found_for_longest_goes(kept):
    for index, name in enumerate("abc"):
        kept.put(name, name.encode())
        found_at(kept, name, 100 - index)

    kept.find("a")
    kept.put("d", b"d")

    assert [name for name in "abcd" if kept.find(name)] == ["a", "c", "d"]


def test_there_is_no_more_than_there_is_room_for(kept):
    for name in "ab":
        kept.put(name, b"x" * 6_000)
        found_at(kept, name, 10)

    assert [name for name in "ab" if kept.find(name)] == ["b"]


def test_what_killed_processes_left_is_swept_when_it_is_old(kept):
    kept.put("a", b"a")
    for name in ("b.claim", ".c.kept.123.unfinished"):
        (kept.folder / name).write_bytes(b"half")
        (kept.folder / f"{name[:-1]}new{name[-1]}").write_bytes(b"of another")
        long_ago = time.time() - 3600
        os.utime(kept.folder / name, (long_ago, long_ago))

    kept.put("d", b"d")

    names = {path.name for path in kept.folder.iterdir()}
    assert not {"b.claim", ".c.kept.123.unfinished"} & names
    assert {"a.kept", "d.kept"} <= names


def test_a_folder_that_cannot_be_made_keeps_nothing_and_stops_nobody(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    kept = KeptFiles(tmp_path / "file" / "folder", limit=3, byte_limit=100)

    with kept.claimed("a"):
        kept.put("a", b"a")

    assert kept.find("a") is None


def test_a_full_disk_stops_nobody(kept, monkeypatch):
    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)

    kept.put("a", b"a")

    assert kept.find("a") is None
    assert list(kept.folder.iterdir()) == []


def test_without_claims_of_the_system_everybody_makes_his_own(kept, monkeypatch):
    monkeypatch.setattr(kept_files, "fcntl", None)

    with kept.claimed("a"), kept.claimed("a"):
        kept.put("a", b"a")

    assert kept.find("a") == b"a"


def hold_claim(folder, is_held):
    """Claim a thing in a process of its own, and keep it."""
    with KeptFiles(folder, limit=3, byte_limit=10_000).claimed("a"):
        is_held.set()
        time.sleep(SECONDS)


@pytest.fixture
def holder(kept):
    """A process that has claimed the thing."""
    is_held = PROCESSES.Event()
    process = PROCESSES.Process(target=hold_claim, args=(kept.folder, is_held))
    process.start()
    assert is_held.wait(SECONDS)
    yield process
    process.kill()
    process.join(SECONDS)


def test_a_claim_is_waited_for_only_so_long(kept, holder, monkeypatch):
    monkeypatch.setattr(kept_files, "PATIENCE", 0.2)

    started = time.monotonic()
    with kept.claimed("a"):
        waited = time.monotonic() - started

    assert holder.is_alive()
    assert 0.2 <= waited < 5


def test_one_that_was_killed_is_not_waited_for(kept, holder):
    holder.kill()
    holder.join(SECONDS)

    started = time.monotonic()
    with kept.claimed("a"):
        waited = time.monotonic() - started

    assert waited < kept_files.PATIENCE / 2


def test_a_claim_leaves_nothing_behind(kept):
    with kept.claimed("a"):
        assert [path.name for path in kept.folder.iterdir()] == ["a.claim"]

    assert list(kept.folder.iterdir()) == []
