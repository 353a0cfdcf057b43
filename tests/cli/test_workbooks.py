"""``flask import`` and ``flask export`` as people type them."""

import json

import pytest

from tests.factories import day
from tests.workbook.books import a_record, edited, typed
from tracker.domain.changes import Add, Origin
from tracker.domain.record import Kind
from tracker.services import door
from tracker.services.door import Author
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(app):
    record = a_record()
    facts = [fact for kind in Kind for fact in record.of(kind)]
    with app.app_context():
        door.enter(
            [Add(fact) for fact in facts],
            Author("Test", Origin.FORM),
            "Facts for a test",
            day("2026-01-01"),
        )


@pytest.fixture
def file(flask, tmp_path):
    """An export of the record."""
    path = tmp_path / "out.xlsx"
    done = flask("export", str(path))
    assert (done.exit_code, "revision 1" in done.output) == (0, True)
    return path


def change(file, *edits):
    file.write_bytes(edited(file.read_bytes(), *edits))


def revision(app):
    with app.app_context():
        return queries.revision_number()


def test_an_untouched_export_has_nothing_to_change(flask, file):
    done = flask("import", str(file), "--apply")

    assert done.exit_code == 0
    assert "There is nothing to change." in done.output


def test_import_shows_what_would_change_and_writes_nothing(flask, file, app):
    change(file, typed("Reports", "D2", "partly_done"))

    done = flask("import", str(file))

    assert done.exit_code == 0
    assert "Changed: Reports!2 (R0001)" in done.output
    assert "stage: “in_progress” -> “partly_done”" in done.output
    assert "Rows: 1 changed, 14 unchanged." in done.output
    assert "--apply" in done.output
    assert revision(app) == 1


def test_apply_enters_it_as_one_revision(flask, file, app):
    change(file, typed("Reports", "D2", "partly_done"), typed("Reports", "K3", "New."))

    done = flask("import", str(file), "--apply", "--by", "Test Editor")

    assert (done.exit_code, "Entered as revision 2." in done.output) == (0, True)
    with app.app_context():
        made = queries.revision(2)
    assert (made.who, made.origin, made.change_count) == ("Test Editor", "workbook", 2)
    assert made.summary == "Workbook out.xlsx"


def test_problems_are_all_listed_and_refuse(flask, file, app):
    change(file, typed("Reports", "D2", "done"), typed("Reports", "B3", "03/04/2023"))

    done = flask("import", str(file), "--apply")

    assert done.exit_code == 2
    assert "Reports!D2 (Stage): “done” cannot stand here" in done.output
    assert "Reports!B3 (Dated): “03/04/2023” can be read in more" in done.output
    assert "2 problems. Nothing was written." in done.output
    assert revision(app) == 1


def test_problems_as_json_name_sheet_row_and_column(flask, file):
    change(file, typed("Reports", "D2", "done"))

    done = flask("import", str(file), "--json")

    (problem,) = json.loads(done.output)["problems"]
    place = {name: problem[name] for name in ("sheet", "row", "column", "cell")}
    assert done.exit_code == 2
    assert place == {"sheet": "Reports", "row": 2, "column": "Stage", "cell": "D2"}


def test_a_plan_as_json(flask, file):
    change(file, typed("Reports", "D2", "partly_done"))

    found = json.loads(flask("import", str(file), "--json").output)

    assert found["counts"]["changed"] == 1
    assert found["changed"][0]["key"] == "R0001"
    assert found["changed"][0]["fields"] == [
        {"field": "stage", "before": "in_progress", "after": "partly_done"}
    ]


def test_conflicts_stop_until_a_side_is_chosen(flask, file, app):
    other = file.with_name("other.xlsx")
    other.write_bytes(file.read_bytes())
    change(file, typed("Programs", "E2", "Title from here"))
    change(other, typed("Programs", "E2", "Title from there"))
    flask("import", str(file), "--apply")

    stopped = flask("import", str(other), "--apply")
    taken = flask("import", str(other), "--apply", "--conflicts", "theirs")

    assert stopped.exit_code == 1
    assert "Conflict: Programs!2 (TEST2021-01)" in stopped.output
    assert "here “Title from here" in stopped.output
    assert (taken.exit_code, revision(app)) == (0, 3)


def test_a_file_that_is_no_workbook_is_refused(flask, tmp_path):
    file = tmp_path / "notes.xlsx"
    file.write_text("just text")

    done = flask("import", str(file))

    assert done.exit_code == 2
    assert "This is not an Excel workbook" in done.output


def test_a_file_that_is_not_there_is_refused(flask):
    assert flask("import", "none.xlsx").exit_code == 2


def test_a_part_is_exported_and_named(flask, tmp_path):
    file = tmp_path / "part.xlsx"

    done = flask("export", str(file), "--plan", "TEST2021", "--as-of", "2022", "--json")

    assert json.loads(done.output)["part"] == (
        "plan TEST2021, as of 2022-12-31, reading said"
    )
    assert "There is nothing to change." in flask("import", str(file)).output


@pytest.mark.parametrize(
    "words",
    [
        ("--plan", "NONE"),
        ("--sector", "none"),
        ("--as-of", "2023-13"),
        ("--as-of", "2099"),
        ("--reading", "loud"),
    ],
    ids=" ".join,
)
def test_a_part_there_is_none_of_is_refused_and_writes_nothing(flask, tmp_path, words):
    file = tmp_path / "part.xlsx"

    done = flask("export", str(file), *words)

    assert done.exit_code == 2
    assert not file.exists()


def test_a_name_that_is_no_workbook_is_refused_with_a_better_one(flask, tmp_path):
    done = flask("export", str(tmp_path / "record.csv"))

    assert done.exit_code == 2
    assert "record.xlsx" in done.stderr
    assert not list(tmp_path.glob("record.*"))


def test_a_folder_that_is_not_there_is_named(flask, tmp_path):
    done = flask("export", str(tmp_path / "none" / "record.xlsx"))

    assert done.exit_code == 2
    assert f"There is no folder {tmp_path / 'none'}." in done.stderr


def test_the_setting_says_how_large_a_workbook_may_be(flask, file, app):
    app.config["TRACKER_UPLOAD_LIMIT"] = file.stat().st_size - 1
    refused = flask("import", str(file))
    app.config["TRACKER_UPLOAD_LIMIT"] = file.stat().st_size

    done = flask("import", str(file))

    assert (refused.exit_code, done.exit_code) == (2, 0)
    assert "The limit is" in refused.stderr
