"""Files appear whole or not at all."""

import os

import pytest

from tracker.domain.errors import Unavailable
from tracker.services.files import UNFINISHED, sweep, write_whole, written_whole


def test_a_file_is_written(tmp_path):
    write_whole(tmp_path / "a.bin", b"whole")

    assert (tmp_path / "a.bin").read_bytes() == b"whole"


def test_an_error_in_the_middle_leaves_what_was_there(tmp_path):
    file = tmp_path / "a.bin"
    file.write_bytes(b"before")

    with pytest.raises(ZeroDivisionError), written_whole(file) as target:
        target.write(bytes([1 // len(b"")]))

    assert file.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["a.bin"]  # noqa: PTH208 - hidden files count too


def test_a_full_disk_is_said_in_a_sentence(tmp_path, monkeypatch):
    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(Unavailable, match="No space left on device"):
        write_whole(tmp_path / "a.bin", b"x")

    assert not (tmp_path / "a.bin").exists()


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(Unavailable, match="No such file or directory"):
        write_whole(tmp_path / "none" / "a.bin", b"x")


def test_what_a_killed_process_left_is_swept(tmp_path):
    (tmp_path / f".a.xlsx.123{UNFINISHED}").write_bytes(b"half")
    (tmp_path / "a.xlsx").write_bytes(b"whole")

    assert sweep(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_what_cannot_take_its_place_is_not_left_lying_about(tmp_path):
    (tmp_path / "a.bin").mkdir()

    with pytest.raises(Unavailable, match="Is a directory"):
        write_whole(tmp_path / "a.bin", b"x")

    assert os.listdir(tmp_path) == ["a.bin"]  # noqa: PTH208 - hidden files count too
