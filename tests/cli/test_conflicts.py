"""Conflicts of ``flask import``, decided row by row by their keys."""

import json

import pytest

from tests.factories import a_program, a_sector, a_source
from tests.workbook.books import a_record, edited, typed
from tracker.domain.changes import Add, Edit
from tracker.domain.program import Title
from tracker.domain.record import Kind
from tracker.storage import queries

FIRST, SECOND = "TEST2021-01", "TEST2021-02"


@pytest.fixture
def file(flask, enter, tmp_path):
    """A workbook with two titles changed, as they were in the record meanwhile."""
    record = a_record()
    enter(*(Add(fact) for kind in Kind for fact in record.of(kind)))
    path = tmp_path / "out.xlsx"
    flask("export", str(path))
    edits = (typed("Programs", "E2", "There 1"), typed("Programs", "E3", "There 2"))
    path.write_bytes(edited(path.read_bytes(), *edits))
    enter(
        Edit(a_program(FIRST, title=Title("Here 1"))),
        Edit(a_program(SECOND, title=Title("Here 2"))),
    )
    return path


def titles(app):
    with app.app_context():
        return [queries.program(code).title.en for code in (FIRST, SECOND)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--theirs", FIRST, "--ours", SECOND), ["There 1", "Here 2"]),
        (("--theirs", FIRST, "--theirs", SECOND), ["There 1", "There 2"]),
        (("--conflicts", "theirs", "--ours", FIRST), ["Here 1", "There 2"]),
        (("--conflicts", "ours", "--theirs", FIRST), ["There 1", "Here 2"]),
        (("--theirs", f"program:{FIRST}", "--ours", SECOND), ["There 1", "Here 2"]),
    ],
    ids=["each its own", "both alike", "all but one", "only one", "kind and key"],
)
def test_each_conflict_is_decided_by_its_key(flask, app, file, options, expected):
    done = flask("import", str(file), "--apply", *options)

    assert (done.exit_code, titles(app)) == (0, expected)
    assert "Entered as revision 3." in done.output


def test_one_that_is_left_stops_it_all(flask, app, file):
    done = flask("import", str(file), "--apply", "--theirs", FIRST)

    assert (done.exit_code, titles(app)) == (1, ["Here 1", "Here 2"])
    assert f"Nothing was written. Not decided: {SECOND}." in done.output


def test_without_a_choice_it_says_how_many_are_left(flask, file):
    done = flask("import", str(file))

    assert done.exit_code == 0
    assert f"Not decided: {FIRST}, and 1 more." in done.output
    assert "--ours KEY or --theirs KEY" in done.output


def test_a_preview_of_what_is_chosen_asks_for_no_choice(flask, app, file):
    done = flask("import", str(file), "--conflicts", "theirs")

    assert done.exit_code == 0
    assert "To enter it as chosen, add --apply." in done.output
    assert "Not decided" not in done.output
    assert titles(app) == ["Here 1", "Here 2"]


@pytest.mark.parametrize("more", [(), ("--apply",), ("--json",)])
def test_a_key_that_is_not_in_conflict_is_refused(flask, app, file, more):
    done = flask("import", str(file), "--conflicts", "ours", "--theirs", "R0001", *more)

    assert done.exit_code == 2
    assert "“R0001” is not in conflict." in done.stderr
    assert titles(app) == ["Here 1", "Here 2"]


def test_a_key_on_both_sides_is_refused(flask, app, file):
    done = flask("import", str(file), "--apply", "--ours", FIRST, "--theirs", FIRST)

    assert done.exit_code == 2
    assert f"“{FIRST}” is chosen for both sides." in done.stderr
    assert titles(app) == ["Here 1", "Here 2"]


def test_sent_again_what_was_chosen_changes_nothing(flask, file):
    choices = ("--theirs", FIRST, "--theirs", SECOND)
    flask("import", str(file), "--apply", *choices)

    done = flask("import", str(file), "--apply", *choices)

    assert done.exit_code == 0
    assert "There is nothing to change." in done.output


def test_a_key_that_two_kinds_share_wants_its_kind(flask, enter, tmp_path):
    enter(Add(a_source("shared")), Add(a_sector("shared", "Shared", 10)))
    path = tmp_path / "out.xlsx"
    flask("export", str(path))
    enter(
        Edit(a_source("shared", publisher="Here")),
        Edit(a_sector("shared", "Here", 10)),
    )
    edits = (typed("Sources", "C2", "There"), typed("Sectors", "B2", "There"))
    path.write_bytes(edited(path.read_bytes(), *edits))

    asked = flask("import", str(path), "--theirs", "shared")
    told = flask(
        *("import", str(path), "--apply", "--json"),
        *("--theirs", "sector:shared", "--ours", "source:shared"),
    )

    assert asked.exit_code == 2
    assert "Say which: sector:shared, source:shared." in asked.stderr
    assert (told.exit_code, json.loads(told.stdout)["applied_as"]) == (0, 3)


def test_rows_that_are_newer_here_are_told_where_nothing_is_left_to_change(
    flask, enter, tmp_path
):
    enter(*(Add(fact) for kind in Kind for fact in a_record().of(kind)))
    path = tmp_path / "out.xlsx"
    flask("export", str(path))
    enter(Edit(a_program(FIRST, title=Title("Newer"))))

    done = flask("import", str(path))

    assert "There is nothing to change. Rows: " in done.output
    assert "1 newer in the record" in done.output
