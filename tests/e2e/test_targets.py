"""Whatever can be pressed is large enough to hit, on every page and on a phone."""

import pytest

from tests.e2e.test_pages import PAGES, WIDTHS

LEAST = 24
PRESSED = "a[href]:not(svg a), button, select, summary, input:not([type=hidden])"
TOO_SMALL = """(all, least) => all
    .filter(each => !each.closest('.visually-hidden, .skip'))
    .map(each => [each, each.getBoundingClientRect()])
    .filter(([each, box]) => box.width && box.height
        && (box.width < least || box.height < least))
    .map(([each, box]) => `${each.tagName} ${each.innerText || each.name}: `
        + `${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)
"""


@pytest.mark.parametrize("address", PAGES)
def test_every_target_is_at_least_24_pixels_wide_and_high(page, address):
    page.goto(address)
    found = {}
    for name in ("desk", "phone"):
        page.set_viewport_size({"width": WIDTHS[name], "height": 800})
        found[name] = page.locator(PRESSED).evaluate_all(TOO_SMALL, LEAST)

    assert found == {"desk": [], "phone": []}


OVERLAPPING = """all => {
    const boxes = all.map(each => each.getBoundingClientRect());
    return boxes.filter((box, index) => boxes.slice(index + 1).some(other =>
        box.left < other.right && other.left < box.right
        && box.top < other.bottom - 0.5 && other.top < box.bottom - 0.5)).length;
}"""


def test_codes_that_wrap_on_a_narrow_phone_do_not_overlap(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/bottlenecks?plan=UP2021&as_of=2023-04-30")
    codes = page.locator(".ranked td a.code")

    assert codes.count() > 1
    assert codes.evaluate_all(OVERLAPPING) == 0
