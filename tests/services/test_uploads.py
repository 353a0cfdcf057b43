"""Workbooks that wait for a decision: whose they are, and how long they are kept."""

import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain.errors import Conflict, NotFound
from tracker.services.uploads import BUSY_FOR, KEPT_FOR, Uploads, shown_name

NOW = datetime.now(UTC)
# Files bear the time at which a test runs, which may be long after the first line here.
LATER = NOW + KEPT_FOR + timedelta(hours=12)


@pytest.fixture
def uploads(tmp_path):
    return Uploads(tmp_path / "imports")


def kept(uploads, owner="test editor", name="record.xlsx", data=b"bytes", now=NOW):
    return uploads.keep(owner, name, data, now)


def files(uploads):
    return sorted(path.suffix for path in uploads.folder.iterdir())


def await_until(is_so):
    end = time.monotonic() + 5
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_what_is_kept_is_found_again_with_its_bytes(uploads):
    upload = kept(uploads)

    again = Uploads(uploads.folder)

    assert again.find(upload.id, "test editor", NOW) == upload
    assert again.data_of(upload) == b"bytes"
    assert upload.size == 5


def test_only_its_owner_finds_it(uploads):
    upload = kept(uploads)

    with pytest.raises(NotFound):
        uploads.find(upload.id, "somebody else", NOW)


@pytest.mark.parametrize("id", ["", "x", "../secret_key", "a" * 22, "é" * 22])
def test_what_was_never_kept_is_not_found(uploads, id):
    kept(uploads)

    with pytest.raises(NotFound, match="Send the workbook again"):
        uploads.find(id, "test editor", NOW)


def test_after_its_time_it_is_not_found_and_swept_by_the_next(uploads):
    upload = kept(uploads)

    with pytest.raises(NotFound):
        uploads.find(upload.id, "test editor", LATER)
    assert uploads.latest_of("test editor", LATER) is None
    kept(uploads, owner="somebody else", now=LATER)

    assert files(uploads) == [".json", ".xlsx"]


def test_what_a_killed_worker_left_is_swept(uploads):
    kept(uploads)
    (uploads.folder / ".x.json.abc.unfinished").write_bytes(b"half")

    uploads.sweep(LATER)

    assert files(uploads) == []


def test_a_torn_note_is_no_upload(uploads):
    upload = kept(uploads)
    (uploads.folder / f"{upload.id}.json").write_text('{"id": "')

    assert uploads.latest_of("test editor", NOW) is None
    with pytest.raises(NotFound):
        uploads.find(upload.id, "test editor", NOW)


def test_the_last_one_takes_the_place_of_those_before_it(uploads):
    kept(uploads)
    foreign = kept(uploads, owner="somebody else")
    latest = kept(uploads, now=NOW + timedelta(seconds=1))

    uploads.keep_only(replace(latest, holds="whole record"))

    assert uploads.latest_of("test editor", NOW).holds == "whole record"
    assert uploads.latest_of("somebody else", NOW) == foreign
    assert files(uploads) == [".json", ".json", ".xlsx", ".xlsx"]


def test_once_entered_it_waits_no_more_and_its_bytes_are_gone(uploads):
    upload = kept(uploads)

    uploads.note_entered(upload, 7, "Test Editor")

    assert uploads.find(upload.id, "test editor", NOW).entered_as == 7
    assert uploads.data_of(upload) is None
    assert uploads.latest_of("test editor", NOW) is None


def test_a_person_has_one_read_at_a_time_and_others_are_not_held_up(uploads):
    mine = uploads.one_at_a_time("test editor", NOW)

    with mine:
        with pytest.raises(Conflict, match="is being read just now"):
            uploads.one_at_a_time("test editor", NOW).__enter__()
        with uploads.one_at_a_time("somebody else", NOW):
            pass

    with uploads.one_at_a_time("test editor", NOW):
        pass


def test_a_worker_that_was_killed_holds_nobody_up_for_long(uploads):
    killed = uploads.one_at_a_time("test editor", NOW)
    killed.__enter__()
    (lock,) = uploads.folder.iterdir()
    before = (NOW - BUSY_FOR - timedelta(seconds=1)).timestamp()
    os.utime(lock, (before, before))

    with uploads.one_at_a_time("test editor", NOW):
        pass


def test_one_that_gives_a_sign_of_life_is_waited_for(uploads, monkeypatch):
    monkeypatch.setattr("tracker.services.underway.BEAT_SECONDS", 0.01)
    with uploads.one_at_a_time("test editor", NOW):
        (lock,) = uploads.folder.iterdir()
        os.utime(lock, (0, 0))
        await_until(lambda: lock.stat().st_mtime > 0)

        with pytest.raises(Conflict, match="is being read just now"):
            uploads.one_at_a_time("test editor", NOW).__enter__()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\\\\server\\x\\Отчёт.xlsx", "Отчёт.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("a\u202exslx.exe\n.xlsx", "axslx.exe.xlsx"),
        ("x" * 300, "x" * 119 + "…"),
    ],
    ids=["folders", "up", "unseen", "long"],
)
def test_a_name_is_shown_without_folders_and_unseen_signs(name, shown):
    assert shown_name(name) == shown
