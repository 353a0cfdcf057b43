"""The stylesheet keeps its contrasts: text 4.5 to 1, marks and borders 3 to 1."""

import re

import pytest

from tests.source_code import ROOT

SHEET = (ROOT / "static" / "tracker.css").read_text(encoding="utf-8")
THEMES = ("light", "dark")
TEXT = ("ink", "muted", "link", "error")
MARKS = (
    "border",
    "not-started",
    "under-way",
    "adopted",
    "partly",
    "done",
    "held",
    "left",
    "outline",
)


def variables(theme: str) -> dict[str, str]:
    """The colours of a theme; the dark one changes some of the light one's."""
    blocks = re.findall(r":root \{(.*?)\n\s*\}", SHEET, re.DOTALL)
    found: dict[str, str] = {}
    for block in blocks[: 1 if theme == "light" else 2]:
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    return found


def luminance(colour: str) -> float:
    """How light a colour is, as WCAG counts it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("name", TEXT)
def test_text_stands_out(theme, ground, name):
    colours = variables(theme)

    assert contrast(colours[name], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", MARKS)
def test_marks_stand_out_from_paper(theme, name):
    colours = variables(theme)

    assert contrast(colours[name], colours["paper"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_outline_of_bars_stands_out_from_the_wash_too(theme):
    colours = variables(theme)

    assert contrast(colours["outline"], colours["wash"]) >= 3


def test_the_focus_stands_out():
    colours = variables("light")

    assert contrast(colours["focus"], colours["focus-ink"]) >= 14


def test_the_light_palette_is_the_one_agreed_on():
    colours = variables("light")

    assert [colours[name] for name in MARKS[1:8]] == [
        "#929498",
        "#2793df",
        "#740a99",
        "#c68904",
        "#146355",
        "#900a0b",
        "#0f0f0e",
    ]


def test_every_colour_stands_among_the_variables():
    rules = SHEET.split("/* ---", 1)[1]
    outside = re.sub(r":root \{.*?\}", "", rules, flags=re.DOTALL)

    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", outside)) <= {"#ffffff"}
