"""What the system refuses, and outputs that lack letters, end in sentences."""

import io
import json

import click
import pytest

from tests.factories import a_source, day
from tracker.cli.boundary import author_name, print_json, refusals
from tracker.cli.on_demand import spell_out_what_is_missing
from tracker.domain.changes import Add, Origin
from tracker.domain.errors import BadInput, RuleBroken
from tracker.services import door
from tracker.services.door import Author


def narrow_output():
    """An output that has Latin letters only, as a pipe on Windows."""
    return io.TextIOWrapper(io.BytesIO(), encoding="cp1252")


def written_to(output):
    output.flush()
    return output.buffer.getvalue().decode("cp1252")


def test_letters_that_an_output_lacks_are_spelled_out(monkeypatch):
    output = narrow_output()
    monkeypatch.setattr("sys.stdout", output)

    spell_out_what_is_missing()
    click.echo("“Энергия”", file=output)

    assert written_to(output).startswith("“\\u042d")


def test_json_is_json_wherever_it_is_printed(monkeypatch):
    output = narrow_output()
    monkeypatch.setattr("sys.stdout", output)

    print_json({"title": "é Энергия"})

    assert json.loads(written_to(output)) == {"title": "é Энергия"}


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (IsADirectoryError(21, "Is a directory", "/a"), "/a: Is a directory."),
        (
            OSError(28, "No space left on device"),
            "The answer could not be written: No space left on device.",
        ),
    ],
    ids=["a file", "the output"],
)
def test_what_the_system_refuses_is_told_with_exit_code_2(problem, sentence):
    with pytest.raises(click.ClickException) as refused, refusals():
        raise problem

    assert refused.value.exit_code == 2
    assert refused.value.message == sentence


def test_a_reader_that_has_read_enough_is_no_error_of_ours():
    with pytest.raises(BrokenPipeError), refusals():
        raise BrokenPipeError(32, "Broken pipe")


def test_a_seed_that_is_a_folder_is_refused_in_a_sentence(flask, app, tmp_path):
    app.config["TRACKER_SEED"] = tmp_path

    done = flask("init")

    assert done.exit_code == 2
    assert "Is a directory." in done.output


def test_a_damaged_database_is_told_by_the_commands_for_developers_too(flask, app):
    file = app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///")
    with open(file, "wb") as opened:  # noqa: PTH123 - a plain text of a path
        opened.write(b"no database at all" * 100)

    done = flask("db", "current")

    assert done.exit_code == 2
    assert "damaged or no database" in done.output


def test_who_enters_something_is_asked_for_where_the_system_knows_only_a_number(
    monkeypatch,
):
    def unknown():
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", unknown)

    assert author_name(" Test Editor ") == "Test Editor"
    with pytest.raises(BadInput, match="--by NAME"):
        author_name("  ")


@pytest.mark.parametrize("name", ["two\nlines", "n" * 61, ""])
@pytest.mark.usefixtures("app")
def test_the_list_of_changes_takes_names_only(name):
    with pytest.raises(RuleBroken, match="no name for the list of changes"):
        door.enter([Add(a_source())], Author(name, Origin.FORM), "x", day("2026-01-01"))
