"""Commands that are listed before they are loaded."""

import pytest

from tracker.cli import COMMANDS

EACH = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


@EACH
def test_the_line_of_a_command_is_the_first_of_its_own_help(command):
    loaded = command.load()

    assert loaded.name == command.name
    assert loaded.help.split("\n\n")[0].replace("\n", " ") == command.help


@EACH
def test_a_listed_command_looks_as_if_it_were_loaded(command):
    assert command.get_short_help_str(60) == command.load().get_short_help_str(60)


def test_help_asked_of_a_listed_command_is_its_own(flask):
    done = flask("revert", "--help")

    assert done.exit_code == 0
    assert "--conflicts" in done.output


def test_what_is_typed_reaches_the_commands_below_a_listed_one(flask):
    done = flask("user", "add", "--help")

    assert done.exit_code == 0
    assert "--role" in done.output
