"""The palette: legible, told apart without colour, and light to load."""

import subprocess
import sys

import pytest

from tracker.domain.vocabulary import Stage
from tracker.reporting import bottlenecks_drawing
from tracker.reporting.style import (
    ALARM,
    INK,
    LINK,
    LOOKS,
    PAPER,
    SOFT_INK,
    faded,
)


def luminance(colour):
    """The relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", set(LOOKS.values()), ids=str)
def test_words_on_a_fill_can_be_read(look):
    assert contrast(look.ink, look.face) >= 4.5


@pytest.mark.parametrize("look", set(LOOKS.values()), ids=str)
def test_a_fill_stands_out_from_the_paper_or_has_an_outline(look):
    assert contrast(look.face, PAPER) >= 3 or contrast(look.outline, PAPER) >= 3


@pytest.mark.parametrize("ink", [INK, SOFT_INK, LINK, ALARM])
def test_words_can_be_read(ink):
    assert contrast(ink, PAPER) >= 4.5


@pytest.mark.parametrize(
    "looks",
    [
        {stage: LOOKS[stage] for stage in Stage},
        {stage: faded(LOOKS[stage]) for stage in Stage},
        bottlenecks_drawing.LOOKS,
    ],
    ids=["stages", "paled stages", "parts of a score"],
)
def test_what_stands_side_by_side_differs_without_its_colour(looks):
    hatches = [(look.hatch, round(luminance(look.face), 1)) for look in looks.values()]

    assert len(hatches) == len(set(hatches))


def test_words_and_tables_need_no_matplotlib():
    code = (
        "import sys; import tracker.services.chart_list, tracker.services.report_page;"
        "print([m for m in ('matplotlib', 'numpy', 'scipy', 'openpyxl')"
        " if m in sys.modules])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert loaded.strip() == "[]"
