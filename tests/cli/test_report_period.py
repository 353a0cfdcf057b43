"""``flask report --since``: a period of one's own, in names, manifests and checks."""

import json

import pytest

from tests.cli.test_report import findings, folder, names
from tests.factories import a_report, day
from tests.reporting.a_record import filled
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author

__all__ = ["filled", "folder"]
WHOLE = ("--format", "xlsx", "--format", "pdf")
PERIOD = ("report", "--plan", "TEST2021", "--as-of", "2023-12-31")


def test_a_report_on_another_period_has_another_name_and_other_bytes(flask, folder):
    for since in ((), ("--since", "2023-01-31")):
        done = flask(*PERIOD, *since, *WHOLE, "--out", str(folder))
        assert done.exit_code == 0

    usual, chosen = (
        {
            form: (folder / f"TEST2021-{name}-2023-12-31-r1{since}.{form}").read_bytes()
            for name, form in (("progress", "xlsx"), ("report", "pdf"))
        }
        for since in ("", "-since-2023-01-31")
    )
    assert all(usual[form] != chosen[form] for form in usual)


def test_the_usual_period_chosen_is_the_same_report(flask, folder):
    flask(*PERIOD, "--format", "xlsx", "--out", str(folder))
    before = names(folder)

    flask(*PERIOD, "--since", "2023-10-02", "--format", "xlsx", "--out", str(folder))

    assert names(folder) == before


def test_the_chart_of_what_moved_begins_on_the_day_chosen(flask, folder):
    flask(*PERIOD, "--since", "2023-01-31", "--format", "svg", "--out", str(folder))

    written = names(folder)
    assert "TEST2021-change-2023-12-31-r1-since-2023-01-31.svg" in written
    assert "TEST2021-stages-2023-12-31-r1.svg" in written


def test_a_check_makes_the_reports_of_a_chosen_period_again(flask, folder):
    chosen = ("--since", "2023-01-31", *WHOLE, "--format", "svg")
    flask(*PERIOD, *chosen, "--out", str(folder))

    code, found = findings(flask, folder)

    assert code == 0
    assert set(found.values()) == {"same"}
    assert "TEST2021-report-2023-12-31-r1-since-2023-01-31.pdf" in found


def test_a_check_understands_manifests_of_before_periods_could_be_chosen(flask, folder):
    flask(*PERIOD, *WHOLE, "--out", str(folder))
    manifest = folder / "manifest.json"
    entries = json.loads(manifest.read_text())
    for entry in entries["files"].values():
        assert entry.pop("since") is None
    manifest.write_text(json.dumps(entries))

    code, found = findings(flask, folder)

    assert code == 0
    assert set(found.values()) == {"same"}


@pytest.mark.parametrize(
    ("since", "sentence"),
    [
        ("2023", "“2023” names no day."),
        ("2023-10", "“2023-10” names no day."),
        ("2023-02-30", "There is no such date as 2023-02-30."),
        ("1.10.2023", "“1.10.2023” is not a date."),
        ("1999-01-01", "is outside the record."),
        ("2024-01-01", "Nothing lies between 2024-01-01 and 2023-12-31."),
        ("2023-12-31", "Nothing lies between 2023-12-31 and 2023-12-31."),
    ],
    ids=["year", "month", "impossible", "form", "outside", "after", "the day itself"],
)
def test_a_period_there_is_not_is_refused_in_a_sentence(flask, folder, since, sentence):
    done = flask(*PERIOD, "--since", since, "--out", str(folder))

    assert done.exit_code == 2
    assert sentence in done.output
    assert not folder.exists()


def test_the_help_explains_the_period(flask):
    words = " ".join(flask("report", "--help").output.split())

    assert "--since DATE" in words
    assert "90 days before the date asked about if left out" in words


def test_whole_reports_can_be_made_again_when_the_record_has_moved_on(flask, folder):
    flask(*PERIOD, "--since", "2022-01-01", *WHOLE, "--out", str(folder))
    door.enter(
        [Add(a_report("", program="TEST2021-02", dated="2023-03-01"))],
        Author("Test", Origin.FORM),
        "One more",
        day("2026-01-01"),
    )

    code, found = findings(flask, folder)

    assert (code, set(found.values())) == (0, {"same"})
    assert len(found) == 2
