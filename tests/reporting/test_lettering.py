"""Words are measured with the font they are drawn in, and wrapped by it."""

import pytest

from tests.reporting.scenes import LONG_TITLE
from tracker.reporting.lettering import shorten, width_of, wrap


@pytest.mark.parametrize("width", [60, 184, 400])
@pytest.mark.parametrize("bold", [False, True])
def test_no_line_is_wider_than_asked_and_no_word_is_lost(width, bold):
    lines = wrap(LONG_TITLE, width, 12, bold)

    assert all(width_of(line, 12, bold) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == LONG_TITLE.replace(" ", "")


def test_a_word_too_long_for_a_line_is_cut_in_pieces():
    lines = wrap("Test " + "x" * 40, 50, 12)

    assert len(lines) > 2
    assert all(width_of(line, 12) <= 50 for line in lines)


def test_a_date_breaks_between_its_parts_rather_than_inside_a_number():
    lines = wrap("10\N{NO-BREAK SPACE}сентября\N{NO-BREAK SPACE}2021", 70, 10.5)

    assert lines == ("10", "сентября", "2021") or lines == (
        "10\N{NO-BREAK SPACE}сентября",
        "2021",
    )


def test_an_empty_text_is_one_empty_line():
    assert wrap("", 100, 12) == ("",)


def test_what_does_not_fit_is_shortened_with_an_ellipsis():
    short = shorten(LONG_TITLE, 100, 12)

    assert short.endswith("…")
    assert width_of(short, 12) <= 100
    assert shorten("Test", 100, 12) == "Test"


def test_bold_and_cyrillic_are_measured_as_they_are_drawn():
    # DejaVu Sans: 1401 of 2048 units for a capital A, 1585 in bold; Ш is wider.
    assert width_of("A", 100) == pytest.approx(68.4, abs=0.1)
    assert width_of("A", 100, bold=True) == pytest.approx(77.4, abs=0.1)
    assert width_of("Ш", 100) > width_of("A", 100)


def test_drawing_does_not_change_the_measure():
    from tests.reporting.scenes import a_frame, some_stages
    from tracker.reporting.render import to_png
    from tracker.reporting.stages_drawing import draw_stages

    before = width_of("Ж", 100)
    to_png(draw_stages(some_stages(), a_frame()), scale=2)

    assert width_of("Щ", 100) > before
