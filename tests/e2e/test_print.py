"""Pages on paper: few enough, and no head of a table alone at the foot of one."""

import re

import pytest

# What stands on the paper, in its own pixels (96 an inch): A4 within its margins.
WIDTH, HEIGHT = 703, 1024
PAPER_PAGE = re.compile(rb"/Type\s*/Page\b")
FIRST_ROWS = """() => [...document.querySelectorAll('.table-region')].map(region => {
    const room = parseFloat(getComputedStyle(region, '::before').height);
    const row = region.querySelector('tbody tr');
    const top = region.getBoundingClientRect().top;
    return row ? [room, row.getBoundingClientRect().top - top] : [room, 0];
})"""


def test_all_programs_fit_on_four_sheets(page):
    page.goto("/programs")

    assert len(PAPER_PAGE.findall(page.pdf(format="A4"))) <= 4


@pytest.mark.parametrize(
    "address", ["/programs", "/deadlines", "/lineage", "/progress", "/sources"]
)
def test_the_head_of_a_table_asks_for_room_for_a_first_row(page, address):
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.emulate_media(media="print")
    page.goto(address)

    rooms = page.evaluate(FIRST_ROWS)

    assert rooms
    assert [(room, head) for room, head in rooms if head >= room] == []


@pytest.mark.parametrize("address", ["/", "/charts/history?plan=UP2021", "/lineage"])
def test_a_picture_fits_on_one_sheet(page, address):
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.emulate_media(media="print")
    page.goto(address)

    heights = page.locator(".chart svg, .chart img").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )

    assert heights
    assert max(heights) < HEIGHT
