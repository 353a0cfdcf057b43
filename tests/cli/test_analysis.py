"""``flask progress``, ``flask bottlenecks`` and ``flask claims`` on the real record."""

import json

import pytest


@pytest.fixture
def flask(real_app):
    """Type a command of the application on the real record."""
    runner = real_app.test_cli_runner()

    def run(*words):
        return runner.invoke(args=list(words))

    return run


def test_progress_prints_every_plan_said_beside_shown(flask):
    done = flask("progress", "--as-of", "2023-04-30")

    assert done.exit_code == 0
    assert "UP2021" in done.output
    assert "8 of 28, 28.6 %, at most 57.1 %" in done.output
    assert "R. Golovchenko, 2023-03-27: 75 %" in done.output
    assert "As of 2023-04-30, said, revision 1." in done.output


def test_progress_says_a_share_as_the_pages_do(flask, real_app):
    done = flask("progress", "--plan", "RM2019", "--as-of", "2023-04-30")
    page = real_app.test_client().get("/progress?plan=RM2019&as_of=2023-04-30")

    # The rule counts no programs, so the share leads on the terminal as on the page.
    assert "39.4 %, 13 of 33" in done.output
    assert "<strong>39.4\u00a0%</strong> · 13 of 33" in page.text


def test_bottlenecks_ranks_sectors_and_programs(flask):
    done = flask("bottlenecks", "--plan", "UP2021", "--as-of", "2023-12-31")

    assert done.exit_code == 0
    assert "few programs" in done.output
    assert "UP2021-15 is awaited by UP2021-19, UP2021-20." in done.output


def test_bottlenecks_says_when_no_plan_was_in_force(flask):
    done = flask("bottlenecks", "--as-of", "2024-01-15")

    assert (done.exit_code, done.output) == (
        0,
        "No plan was in force on that day. Choose one with --plan.\n",
    )


def test_claims_lists_verdicts_and_says_what_it_leaves_out(flask):
    done = flask("claims", "--plan", "UP2021", "--as-of", "2025-03-31")

    assert done.exit_code == 0
    assert "Above the record" in done.output
    assert "claims without a figure are left out" in done.output


def test_one_claim_is_told_with_its_working(flask):
    done = flask("claims", "C193")

    assert done.exit_code == 0
    assert "It counts measures; the record follows programs." in done.output
    assert "115 of 310 measures is 37.1 %, not 40 %." in done.output


def test_a_claim_with_a_verdict_names_programs_reports_and_neighbours(flask):
    done = flask("claims", "C136")

    assert "Verdict: Above the record." in done.output
    assert "UP2021-03 by R0197" in done.output
    assert "C138  2023-04-06  V. Putin" in done.output
    # A month stays a month: nobody said on which day.
    assert "C135  2023-04  ONT" in done.output


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["progress"], "plans"),
        (["bottlenecks", "--plan", "UP2021"], "sectors"),
        (["claims", "--plan", "MD2024"], "claims"),
        (["claims", "C193"], "verdict"),
    ],
    ids=["progress", "bottlenecks", "claims", "one claim"],
)
def test_json_is_for_a_program_to_read(flask, words, key):
    done = flask(*words, "--as-of", "2026-03-01", "--json")

    assert done.exit_code == 0
    assert key in json.loads(done.output)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["bottlenecks", "--plan", "XX"], "The plans are"),
        (["progress", "--as-of", "2023-13"], "There is no such date"),
        (["progress", "--reading", "proven"], "is not a reading"),
        (["claims", "C999"], "Look in the list"),
        (["claims", "--known-on", "1999"], "outside the record"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(flask, words, sentence):
    done = flask(*words)

    assert done.exit_code == 2
    assert sentence in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("command", ["progress", "bottlenecks", "claims"])
def test_an_empty_record_says_what_to_do_next(app, command):
    done = app.test_cli_runner().invoke(args=[command])

    assert (done.exit_code, "flask init" in done.output) == (0, True)
