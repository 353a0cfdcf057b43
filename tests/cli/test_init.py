"""``flask init``: an empty folder becomes a tracker, and stays what it became."""

import json
import subprocess
import sys

import pytest

from tests.cli.conftest import PASSWORD
from tests.database import an_app
from tests.source_code import ROOT


@pytest.fixture
def flask(tmp_path):
    """Type a command of an application whose database does not exist yet."""

    def run(*words, typed=None, **settings):
        app = an_app(tmp_path / "tracker.sqlite3", **settings)
        return app.test_cli_runner().invoke(args=list(words), input=typed)

    return run


def test_an_empty_folder_becomes_a_tracker_with_the_record_of_the_workbook(flask):
    result = flask("init")

    assert result.exit_code == 0
    assert "Filled the empty record with 1,348 rows of data/programs.xlsx." in (
        result.output
    )
    assert flask("check").output == "The record keeps every rule.\n"


def test_a_second_call_keeps_what_is_there(flask):
    flask("init")

    result = flask("init")

    assert result.output.startswith("The record is ready, at revision 1.\n")


@pytest.mark.usefixtures("cheap_passwords")
def test_it_says_how_to_sign_in_until_somebody_can(flask):
    before = flask("init", TRACKER_SEED="no such file").output
    flask(
        *("user", "add", "Test Admin", "--role", "administrator", "--password-stdin"),
        typed=PASSWORD,
    )
    after = flask("init", TRACKER_SEED="no such file").output

    assert 'flask user add "Your Name" --role administrator' in before
    assert "user add" not in after


def test_without_a_workbook_the_record_stays_empty_and_it_says_so(flask):
    result = flask("init", TRACKER_SEED="no such file.xlsx")

    assert result.exit_code == 0
    assert "The record is empty: there is no no such file.xlsx to fill it from." in (
        result.output
    )


def test_a_file_that_is_no_workbook_is_refused_and_nothing_written(flask, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"not a workbook")

    result = flask("init", TRACKER_SEED=str(broken))

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.stderr
    assert json.loads(flask("init", "--json", TRACKER_SEED="none").stdout) == {
        "revision": 0,
        "filled": False,
        "changes": 0,
        "has_administrator": False,
    }


def test_two_that_start_at_once_fill_the_record_once(tmp_path):
    command = [sys.executable, "-m", "flask", "init", "--json"]
    settings = {"TRACKER_INSTANCE": str(tmp_path), "PATH": ""}
    both = [
        subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]

    told = [json.loads(process.communicate(timeout=60)[0]) for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert [each["revision"] for each in told] == [1, 1]


def test_a_record_that_was_emptied_says_what_brings_it_back(flask):
    """Filling it is of no use: its rows are in the history, taken out."""
    flask("init")
    flask("revert", "1", "--apply", "--by", "Test")

    for command in ("init", "progress", "bottlenecks", "claims", "report"):
        said = flask(command).output
        assert "revision 2 took the last one out" in said, command
        assert "“flask revert 2 --apply”" in said, command
        assert "flask init" not in said, command

    flask("revert", "2", "--apply", "--by", "Test")
    assert flask("init").output.startswith("The record is ready, at revision 3.\n")
