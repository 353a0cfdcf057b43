"""Every page as a browser sees it: nothing complains, nothing is too wide."""

import pytest

PAGES = (
    "/",
    "/?plan=UP2021&as_of=2023-04-30&reading=shown",
    "/programs",
    "/programs?plan=RM2019",
    "/programs/UP2021-15",
    "/programs/RM2019-27",
    "/sectors",
    "/sectors/energy",
    "/claims",
    "/claims/C136",
    "/claims/check",
    "/analysis",
    "/progress?plan=UP2021&rule=thirds.v1",
    "/bottlenecks?plan=UP2021&as_of=2023-11-30",
    "/deadlines",
    "/change?plan=UP2021&as_of=2023-12-31&since=2022-07-01",
    "/forecast",
    "/lineage",
    "/events",
    "/sources",
    "/changes",
    "/changes/1",
    "/method",
    "/charts",
    "/charts/history?plan=UP2021",
    "/charts/stages?plan=RM2019",
    "/export",
    "/sign-in",
    "/no-such-page",
)
WIDTHS = {"desk": 1280, "phone": 390, "narrow": 320}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_without_a_complaint_and_fits_every_width(page, address):
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))

    answer = page.goto(address)
    too_wide = []
    for name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            too_wide.append(name)

    expected = 404 if address == "/no-such-page" else 200
    assert answer.status == expected
    assert [c for c in complaints if "404 (NOT FOUND)" not in c] == []
    assert too_wide == []
