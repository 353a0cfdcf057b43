"""Undoing a large revision: looked at, left alone, come back to, killed meanwhile."""

import sys

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.at_work import PATIENT, heading, is_at_work, kill_workers, signed_in

UNDO = "/changes/2/undo"
AT_WORK = "The tracker is at work on undoing it"
PREVIEW = "Undo revision 2"
DONE = "Revision 3"


@pytest.fixture
def entered(own, large):
    """A tracker in which a large workbook is revision 2."""
    own.flask("import", str(large), "--apply")
    return own


def confirm(page: Page) -> None:
    heading(page, PREVIEW)
    page.get_by_label("Why?").fill("It was a mistake")
    page.get_by_role("button", name=PREVIEW).click()


def test_it_tells_how_far_it_is_and_can_be_left(visitor, entered):
    page = signed_in(visitor)
    page.goto(UNDO)
    if is_at_work(page, AT_WORK, PREVIEW):
        expect(page.get_by_role("progressbar")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("%")
    confirm(page)
    is_at_work(page, AT_WORK, DONE)
    page.goto("/programs")
    heading(page, "Programs")

    page.goto(UNDO)
    heading(page, DONE)
    expect(page.get_by_text("Revision 2 is undone by this one.")).to_have_count(1)
    expect(page.get_by_text("It was a mistake")).to_be_visible()


@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn does not run there")
def test_killed_in_the_middle_it_is_all_undone_or_nothing(browser, entered):
    context = browser.new_context(base_url=entered.url)
    page = signed_in(context.new_page())
    page.goto(UNDO)
    confirm(page)
    is_at_work(page, AT_WORK, DONE)

    kill_workers(entered)
    page.goto("/changes")
    was_entered = page.get_by_text("It was a mistake").count() > 0
    page.goto(UNDO)

    if not was_entered:
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("nothing of it was written", timeout=PATIENT)
        expect(page.get_by_label("Why?")).to_have_value("It was a mistake")
        page.get_by_role("button", name=PREVIEW).click()
    heading(page, DONE)
    expect(page.get_by_text("It was a mistake")).to_be_visible()
    context.close()
