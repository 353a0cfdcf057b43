"""The entrance: what the application is told, and how little it loads."""

import subprocess
import sys
from datetime import timedelta

import pytest

from tests.source_code import ROOT
from tracker import create_app
from tracker.storage.database import db

NOT_AT_START = ("matplotlib", "openpyxl", "numpy", "scipy", "alembic", "networkx")
NOT_AT_START += ("tracker.cli.boundary", "tracker.cli.analysis", "tracker.cli.report")
NOT_AT_START += ("sqlalchemy.dialects.postgresql",)


def build(folder, **settings):
    return create_app({"TRACKER_INSTANCE": folder, "TESTING": True} | settings)


def test_requests_cookies_and_sessions_are_bounded(tmp_path):
    config = build(tmp_path).config

    assert config["MAX_CONTENT_LENGTH"] == 2 * 1024 * 1024 + 64 * 1024
    assert config["SESSION_COOKIE_HTTPONLY"] is True
    assert config["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert config["SESSION_COOKIE_SECURE"] is False
    assert config["PERMANENT_SESSION_LIFETIME"] == timedelta(hours=12)
    assert config["TRUSTED_HOSTS"] == ["localhost", "127.0.0.1"]


def test_secure_cookies_are_bound_to_their_host(tmp_path):
    config = build(tmp_path, TRACKER_SECURE_COOKIES="yes").config

    assert config["SESSION_COOKIE_SECURE"] is True
    assert config["SESSION_COOKIE_NAME"] == "__Host-tracker"


def test_the_database_lies_in_the_instance_folder_unless_a_url_is_given(tmp_path):
    kept = build(tmp_path).config["SQLALCHEMY_DATABASE_URI"]
    given = build(tmp_path, TRACKER_DATABASE_URL="sqlite://").config

    assert kept == f"sqlite:///{tmp_path.as_posix()}/tracker.sqlite3"
    assert given["SQLALCHEMY_DATABASE_URI"] == "sqlite://"


def test_a_given_key_is_used_and_none_is_made(tmp_path):
    app = build(tmp_path, TRACKER_SECRET_KEY="given for this test")

    assert app.secret_key == "given for this test"
    assert not (tmp_path / "secret_key").exists()


def test_the_key_is_kept_between_starts_and_never_told(tmp_path, capsys, caplog):
    key = build(tmp_path).secret_key

    assert build(tmp_path).secret_key == key
    assert key not in "".join(capsys.readouterr()) + caplog.text


def test_a_setting_that_cannot_be_read_ends_the_start_with_a_sentence(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        build(tmp_path, TRACKER_PORT="abc")

    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "Error: The setting TRACKER_PORT is “abc”. "
        "Give a whole number from 1 to 65535.\n"
    )


def test_a_host_that_is_not_ours_is_refused(tmp_path):
    client = build(tmp_path).test_client()

    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_start_loads_nothing_that_is_not_needed_yet(tmp_path):
    program = (
        "import sys; from tracker import create_app; create_app();"
        f"print(*[name for name in {NOT_AT_START} if name in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"TRACKER_INSTANCE": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )

    assert loaded.stdout.split() == []


def test_one_floor_can_be_used_without_loading_the_web():
    program = (
        "import sys, tracker.domain.scores;"
        "print('flask' in sys.modules or 'sqlalchemy' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == "False"


def test_building_the_application_opens_no_connection(tmp_path):
    app = build(tmp_path)

    with app.app_context():
        pools = [engine.pool for engine in db.engines.values()]

    assert [pool.checkedin() + pool.checkedout() for pool in pools] == [0]


@pytest.mark.parametrize(
    "url",
    ["nonsense", "postgresql://us:secret@host:port/x", "mysql://us:secret@host/x"],
)
def test_a_url_of_no_database_ends_the_start_with_a_sentence(tmp_path, capsys, url):
    with pytest.raises(SystemExit) as stopped:
        build(tmp_path, TRACKER_DATABASE_URL=url)

    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert "no URL of an SQLite or PostgreSQL database" in told
    assert "secret" not in told


def test_a_driver_that_is_not_there_ends_the_start_with_a_sentence(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        build(tmp_path, TRACKER_DATABASE_URL="postgresql+nonesuch://us:secret@host/x")

    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert "The driver postgresql+nonesuch of TRACKER_DATABASE_URL" in told
    assert "secret" not in told


@pytest.mark.parametrize("in_the_way", ["instance", "instance/sessions"])
def test_an_instance_that_cannot_be_used_ends_the_start_with_a_sentence(
    tmp_path, capsys, in_the_way
):
    file = tmp_path / in_the_way
    file.parent.mkdir(exist_ok=True)
    file.write_text("not a folder")

    with pytest.raises(SystemExit) as stopped:
        build(tmp_path / "instance")

    assert stopped.value.code == 2
    assert "of TRACKER_INSTANCE cannot be used" in capsys.readouterr().err
