"""``flask revert`` as people type it."""

import json
from dataclasses import replace

import pytest

from tests.factories import PROGRAM, SOURCE, a_plan, a_program, a_sector, a_source
from tracker.domain.changes import Add, Edit, Origin
from tracker.domain.program import Title
from tracker.storage import queries

FACTS = (a_source(), a_plan(), a_sector(), a_program())


@pytest.fixture(autouse=True)
def _record(enter):
    enter(*map(Add, FACTS))
    enter(Edit(a_program(title=Title("Changed"))))


def program(app):
    with app.app_context():
        return queries.program(PROGRAM)


def revision(app):
    with app.app_context():
        return queries.revision(queries.revision_number())


def test_it_shows_what_would_change_and_writes_nothing(flask, app):
    done = flask("revert", "2")

    assert done.exit_code == 0
    assert f"Changed: Programs ({PROGRAM})" in done.output
    assert "title: “Changed |  | ” -> “Test program |  | ”" in done.output
    assert "flask revert 2 --apply" in done.output
    assert program(app).title.en == "Changed"


def test_apply_undoes_it(flask, app):
    done = flask("revert", "2", "--apply", "--by", "Somebody", "--summary", "A slip")

    assert done.exit_code == 0
    assert "Undone by revision 3." in done.output
    assert program(app).title.en == "Test program"
    made = revision(app)
    assert (made.who, made.summary) == ("Somebody", "A slip")
    assert made.origin is Origin.REVERT


def test_undone_already_it_has_nothing_left(flask):
    flask("revert", "2", "--apply")

    done = flask("revert", "2", "--apply")

    assert done.exit_code == 0
    assert "Nothing of revision 2 is left to undo." in done.output


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ((), (1, "Changed again")),
        (("--conflicts", "ours"), (2, "Changed again")),
        (("--conflicts", "theirs"), (0, "Test program")),
    ],
    ids=["undecided", "keep", "undo"],
)
def test_conflicts_are_decided_or_nothing_is_done(flask, app, enter, more, expected):
    changed = program(app)
    enter(Edit(replace(changed, title=Title("Changed again"))))

    done = flask("revert", "2", "--apply", *more)

    assert (done.exit_code, program(app).title.en) == expected


@pytest.mark.parametrize(
    ("side", "title"), [("--ours", "Changed again"), ("--theirs", "Changed")]
)
def test_a_conflict_is_decided_by_its_key(flask, app, enter, side, title):
    number = enter(
        Edit(replace(program(app), title=Title("Changed once more"))),
        Add(a_sector("new-sector", "New", 30)),
    )
    enter(Edit(replace(program(app), title=Title("Changed again"))))

    done = flask("revert", str(number), "--apply", side, PROGRAM)

    assert (done.exit_code, "Undone by revision 5." in done.output) == (0, True)
    assert program(app).title.en == title


def test_a_key_that_is_not_in_conflict_undoes_nothing(flask, app, enter):
    enter(Edit(replace(program(app), title=Title("Changed again"))))

    done = flask("revert", "2", "--apply", "--theirs", "TEST2021-99")

    assert done.exit_code == 2
    assert "“TEST2021-99” is not in conflict." in done.stderr
    assert program(app).title.en == "Changed again"


def test_what_speaks_against_it_is_told(flask, enter):
    number = enter(Add(a_sector("new-sector", "New", 30)))
    enter(Add(a_program("TEST2021-02", sector="new-sector")))

    done = flask("revert", str(number), "--apply")

    assert done.exit_code == 2
    assert "Not possible: 1 fact that came later refers to" in done.output
    assert "Nothing was written." in done.output


def test_a_program_reads_the_plan_as_json(flask):
    told = json.loads(flask("revert", "2", "--json").stdout)

    assert (told["undone"], told["revision"], told["applied_as"]) == (2, 2, None)
    assert told["changed"][0]["key"] == PROGRAM


@pytest.mark.parametrize("number", ["99", "0", "x"])
def test_a_revision_there_is_none_of_is_refused(flask, number):
    done = flask("revert", number)

    assert done.exit_code == 2
    assert done.stderr
    assert SOURCE not in done.output
