"""The instance folder and the secret key in it."""

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tracker.domain.errors import Unavailable
from tracker.instance import default_database_url, prepare_instance, secret_key


def test_the_key_is_long_and_the_same_at_every_call(tmp_path):
    key = secret_key(tmp_path)

    assert len(key) >= 48
    assert secret_key(tmp_path) == key


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes.")
def test_only_its_owner_can_read_the_key(tmp_path):
    secret_key(tmp_path)

    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_many_that_start_at_once_agree_on_one_key_and_leave_nothing_behind(tmp_path):
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 64))

    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_folder_that_is_there_is_kept_as_it_is(tmp_path):
    folder = tmp_path / "deep" / "instance"
    prepare_instance(folder)
    (folder / "kept").write_text("kept")

    prepare_instance(folder)

    assert (folder / "kept").read_text() == "kept"


def test_the_default_database_lies_in_the_folder():
    assert default_database_url(Path("/srv/x")) == "sqlite:////srv/x/tracker.sqlite3"


def test_a_key_that_cannot_be_kept_is_told_and_leaves_nothing_behind(
    tmp_path, monkeypatch
):
    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(Unavailable, match="No space left on device"):
        secret_key(tmp_path)

    assert list(tmp_path.iterdir()) == []
