"""``flask check``: what it finds in a record that was meddled with."""

import json

import pytest
from sqlalchemy import text

from tests.factories import (
    a_deadline,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    day,
)
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author
from tracker.storage.database import db
from tracker.storage.transactions import transaction

FACTS = (
    a_source(),
    a_plan(),
    a_sector(),
    a_program(),
    a_report("R0001"),
    a_report("R0002", stage="completed", dated="2022-07-01"),
    a_deadline(),
)


@pytest.fixture(autouse=True)
def _record(app):
    with app.app_context():
        door.enter(
            [Add(fact) for fact in FACTS],
            Author("Test", Origin.COMMAND),
            "Facts for a test",
            day("2026-01-01"),
        )


@pytest.fixture
def meddle(app):
    """Change the database behind the back of the one door."""

    def meddle(statement):
        with app.app_context(), transaction():
            db.session.execute(text(statement))

    return meddle


def test_a_sound_record_keeps_every_rule(flask):
    result = flask("check")

    assert result.exit_code == 0
    assert result.output == "The record keeps every rule.\n"


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        (
            "UPDATE source SET url = 'javascript:alert(1)'",
            "Sources test-source, url: An address begins with https:// or http://",
        ),
        (
            "UPDATE report SET grade = 'E4'",
            "Reports R0001: What the database keeps beside it does not",
        ),
        (
            "UPDATE deadline SET day = '2031-01-01'",
            "Deadlines D001: What the database keeps beside it does not",
        ),
        (
            "UPDATE report SET stage_rank = 0",
            "Reports R0002: What the database keeps beside it does not",
        ),
        (
            "UPDATE report SET note = printf('%.*c', 2001, 'x')",
            "Reports R0001, note: This text has 2,001 characters.",
        ),
    ],
    ids=["address", "grade", "day", "stage rank", "long note"],
)
def test_what_is_wrong_is_named_with_its_place(flask, meddle, statement, line):
    meddle(statement)

    assert line in flask("check").output


def test_a_breach_gives_exit_code_1_and_a_count(flask, meddle):
    meddle("UPDATE report SET grade = 'E4'")

    result = flask("check")

    assert result.exit_code == 1
    assert "The record breaks rules in " in result.output


def test_a_program_reads_the_breaches_as_json(flask, meddle):
    meddle("UPDATE source SET url = 'javascript:alert(1)'")

    result = flask("check", "--json")

    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["count"] == 1
    assert told["breaches"][0]["kind"] == "source"
    assert told["breaches"][0]["field"] == "url"


def test_a_database_without_tables_is_told_with_what_to_do(flask, meddle):
    meddle("DROP TABLE change")
    meddle("DROP TABLE report_source")

    result = flask("check")

    assert result.exit_code == 2
    assert "flask init" in result.stderr
