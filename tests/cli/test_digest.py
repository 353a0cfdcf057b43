"""``flask digest``: the news of a period as text, Markdown and JSON."""

import json

import pytest

from tests.factories import PROGRAM, a_report
from tests.services.entering import enter_catalogue, enter_steps
from tracker.cli.markup import Line, Shape, as_markdown, as_text
from tracker.domain.changes import Add
from tracker.domain.vocabulary import Side

YEAR = ("--since", "2022-06-30", "--as-of", "2022-12-31")


@pytest.fixture
def one_report(app):
    """Two programs, of which one moved in the year asked about."""
    with app.app_context():
        enter_catalogue()
        enter_steps(
            Add(a_report("", dated="2022-09-01", note="A *test*\nnote", side=Side.BY))
        )


@pytest.mark.usefixtures("one_report")
def test_a_move_is_told_with_its_report_and_address(flask):
    done = flask("digest", *YEAR)

    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[0] == "What changed from 2022-06-30 to 2022-12-31"
    assert (
        f"- {PROGRAM} Test program. Said: not known -> in progress. "
        "Shown: not known, as before." in lines
    )
    assert (
        "  - 2022-09-01, official claim (Belarus), E1: A *test* note "
        "https://example.org/test-source" in lines
    )


@pytest.mark.usefixtures("one_report")
def test_markdown_has_headings_links_and_no_stray_marks(flask):
    lines = flask("digest", *YEAR, "--format", "markdown").output.splitlines()

    assert lines[0] == "# What changed from 2022-06-30 to 2022-12-31"
    assert "### Programs that moved" in lines
    assert (
        r"  - 2022-09-01, official claim (Belarus), E1: A \*test\* note "
        "<https://example.org/test-source>" in lines
    )


@pytest.mark.usefixtures("one_report")
def test_a_period_without_news_says_so(flask):
    done = flask("digest", "--since", "2022-10-01", "--as-of", "2022-12-31")

    assert done.exit_code == 0
    assert "Nothing changed." in done.output
    assert "Programs that moved" not in done.output


@pytest.mark.usefixtures("one_report")
def test_silence_is_told_and_a_range_never_moves_unexplained(flask):
    done = flask("digest", "--since", "2022-12-31", "--as-of", "2023-06-30")

    assert "Programs without a word for over 270 days now" in done.output
    assert "Nothing changed." not in done.output


@pytest.mark.usefixtures("one_report")
def test_json_holds_the_same(flask):
    found = json.loads(flask("digest", *YEAR, "--json").output)

    [plan] = found["plans"]
    assert found["since"] == "2022-06-30"
    assert [moved["program"] for moved in plan["moved"]] == [PROGRAM]
    assert plan["moved"][0]["said"]["before"]["stage"] is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--since", "2022-13-01"], "There is no such date"),
        (["--since", "2022"], "names no day"),
        (["--since", "1999-01-01"], "outside the record"),
        (["--since", "2022-12-31", "--as-of", "2022-12-31"], "Nothing lies between"),
        (["--since", "2022-01-01", "--plan", "NONE"], "The record is empty"),
        (["--since", "2022-01-01", "--format", "html"], "'html' is not one of"),
        ([], "Missing option '--since'"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(flask, words, sentence):
    done = flask("digest", *words)

    assert done.exit_code == 2
    assert sentence in done.output
    assert "Traceback" not in done.output


def test_an_empty_record_says_what_to_do_next(flask):
    done = flask("digest", *YEAR)

    assert (done.exit_code, "flask init" in done.output) == (0, True)


def test_the_last_quarter_of_2023_on_the_real_record(real_app):
    period = ("--since", "2023-10-01", "--as-of", "2023-12-31", "--plan", "UP2021")

    done = real_app.test_cli_runner().invoke(args=["digest", *period])

    assert done.exit_code == 0
    for words in (
        "- Said: 9 of 28, 32.1 %, at most 64.3 % -> 8 of 28, 28.6 %, at most 46.4 %",
        "UP2021-07 Harmonisation of financial market regulation",
        "Shown: approved -> in progress, stalled.",
        "UP2021-15 Market document, promised for 2023-12-01",
        "UP2021-20 Import substitution: by 2025, said 2023-11-22",
        "fully 22 programs, Number completed. Above the record (0 to 14).",
        "2023-11-27, decree: Decree No. 376",
        "As of 2023-12-31, said, revision 1.",
    ):
        assert words in done.output


def test_a_rule_that_counts_no_programs_is_told_as_a_share(real_app):
    asked = ("--since", "2021-01-01", "--as-of", "2021-01-31", "--plan", "RM2019")

    done = real_app.test_cli_runner().invoke(args=["digest", *asked])

    assert "Mean progress towards agreement" in done.output
    assert " of 33" not in done.output


@pytest.mark.parametrize("render", [as_text, as_markdown])
def test_points_stand_together_and_all_else_apart(render):
    shapes = (Shape.SENTENCE, Shape.POINT, Shape.UNDER_POINT, Shape.SENTENCE)

    lines = list(render(Line(shape, "word") for shape in shapes))

    assert lines == ["word", "", "- word", "  - word", "", "word"]


def test_an_address_cannot_break_out_of_its_link():
    line = Line(Shape.POINT, "word", ("https://example.org/<b>", "(A: *b*)"))

    assert list(as_markdown([line])) == [
        r"- word <https://example.org/%3Cb%3E> (A: \*b\*)"
    ]
