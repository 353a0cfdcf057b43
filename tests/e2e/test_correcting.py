"""Two editors put the same fact right, in browsers without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.at_work import signed_in
from tests.e2e.conftest import Served

SPEAKER = "Test Minister"


@pytest.fixture
def editors(browser: Browser, served: Served) -> Iterator[list[Page]]:
    """The pages of two people who have signed in, no script running in either."""
    contexts = [
        browser.new_context(base_url=served.url, java_script_enabled=False)
        for _ in range(2)
    ]
    yield [signed_in(context.new_page()) for context in contexts]
    for context in contexts:
        context.close()


def press(page: Page, *buttons: str) -> None:
    for button in buttons:
        page.get_by_role("button", name=button).click()


def add_a_claim(page: Page) -> str:
    """Add a made-up claim; gives the key that the record gave it."""
    page.goto("/claims/add")
    page.locator("#plan").select_option("UP2021")
    page.locator("#dated").fill("2023-05-01")
    page.locator("#claimant").fill(SPEAKER)
    page.locator("#metric").select_option("share_completed")
    page.locator("#low").fill("80")
    page.locator("#high").fill("80")
    page.locator("#unit").select_option("percent_of_programs")
    page.locator("#sources-0").fill("belta-155782")
    press(page, "Check before saving")
    expect(page.get_by_text("Above the record")).to_be_visible()
    press(page, "Save")
    said = page.get_by_text("is in the record.").inner_text()
    return next(word for word in said.split() if word.startswith("C"))


def test_the_second_editor_sees_both_versions_and_loses_nothing(editors):
    mine, theirs = editors
    key = add_a_claim(mine)
    for page in editors:
        page.goto(f"/claims/{key}")
        page.get_by_role("link", name="Correct", exact=True).click()
        page.get_by_label("Why is it corrected?").fill("A made-up mistake")

    theirs.locator("#high").fill("85")
    press(theirs, "Check before saving", "Save")
    mine.locator("#note").fill("A made-up note of a test.")
    press(mine, "Check before saving")
    expect(mine.get_by_role("heading", level=1)).to_have_text(
        f"Two people edited {key}"
    )
    press(mine, "Go on with this choice")
    expect(mine.locator("#high")).to_have_value("85")
    press(mine, "Check before saving", "Save")

    mine.goto(f"/claims/{key}")
    expect(mine.get_by_text("A made-up note of a test.")).to_be_visible()
    expect(mine.get_by_text("80–85")).not_to_have_count(0)
    mine.get_by_role("link", name="Retire", exact=True).click()
    mine.get_by_label("Why is it retired?").fill("It was made up")
    press(mine, "Retire it")
    expect(mine.get_by_text("is retired.")).to_be_visible()
