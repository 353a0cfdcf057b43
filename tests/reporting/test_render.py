"""Bytes: the same for the same figure, and an SVG that a strict page can hold."""

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.reporting.scenes import LONG_TITLE, a_frame, some_history, some_stages
from tracker.reporting.history import describe_history
from tracker.reporting.history_drawing import draw_history
from tracker.reporting.language import ENGLISH
from tracker.reporting.render import to_pdf, to_png, to_svg
from tracker.reporting.stages import describe_stages
from tracker.reporting.stages_drawing import draw_stages

SVG = "{http://www.w3.org/2000/svg}"
FINDING = describe_stages(some_stages(), ENGLISH)


def figure():
    return draw_stages(some_stages(), a_frame())


def svg(address=lambda kind, key: f"/{kind}s/{key}?as_of=2023-12-31&reading=said"):
    return to_svg(figure(), "stages", FINDING, address).decode()


@pytest.mark.parametrize(
    "render",
    [to_png, lambda f: to_svg(f, "stages", FINDING), lambda f: to_pdf(f, FINDING)],
    ids=["png", "svg", "pdf"],
)
def test_the_same_picture_gives_the_same_bytes(render):
    assert render(figure()) == render(figure())


def test_a_png_has_the_size_of_the_sheet_and_twice_that_at_scale_two():
    once, twice = (Image.open(BytesIO(to_png(figure(), scale))) for scale in (1, 2))

    assert once.width == 960
    assert twice.size == (once.width * 2, once.height * 2)


def test_an_svg_has_no_inline_style_and_keeps_its_words_as_text():
    text = svg()

    assert "style" not in text
    assert "All 5 programs" in text
    assert "<image" not in text


def test_an_svg_begins_with_title_and_sentence():
    root = ElementTree.fromstring(svg())

    assert root.find(f"{SVG}title").text == FINDING.title
    assert root.find(f"{SVG}desc").text == FINDING.sentence
    assert root.get("width") == "960"


def test_bars_and_rows_are_links_with_tips():
    root = ElementTree.fromstring(svg())

    links = root.findall(f".//{SVG}a")
    targets = {link.get("href") for link in links}
    tips = [title.text for link in links for title in link.findall(f"{SVG}title")]
    assert "/sectors/energy?as_of=2023-12-31&reading=said" in targets
    assert "Test energy, said: completed 1 of 3" in tips


def test_the_keyboard_stops_once_a_row():
    root = ElementTree.fromstring(svg())

    stops = [a for a in root.findall(f".//{SVG}a") if a.get("tabindex") is None]
    assert [stop.get("aria-label") for stop in stops] == ["Test energy", LONG_TITLE]
    assert all(
        a.get("aria-hidden") == "true"
        for a in root.findall(f".//{SVG}a")
        if a not in stops
    )


def test_without_addresses_tips_stay_and_nothing_leads_anywhere():
    root = ElementTree.fromstring(svg(lambda _kind, _key: None))

    assert {link.get("href") for link in root.findall(f".//{SVG}a")} == {None}
    assert root.findall(f".//{SVG}a/{SVG}title")


def test_every_id_belongs_to_the_picture_and_every_reference_is_met():
    history = some_history()
    finding = describe_history(history, ENGLISH)
    text = to_svg(draw_history(history, a_frame()), "history", finding).decode()

    ids = re.findall(r' id="([^"]*)"', text)
    asked = re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', text)
    assert all(name.startswith("history-") for name in ids)
    assert len(ids) == len(set(ids))
    assert {one or other for one, other in asked} <= set(ids)


def test_a_pdf_names_its_finding_and_embeds_its_font():
    content = to_pdf(figure(), FINDING)

    assert content.startswith(b"%PDF")
    assert b"/FontFile2" in content
    assert b"CreationDate" not in content
