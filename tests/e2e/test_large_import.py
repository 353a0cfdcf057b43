"""A large workbook: sent, left alone, come back to, entered, killed in the middle."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.at_work import PATIENT, heading, is_at_work, kill_workers, signed_in

AT_WORK = "The tracker is at work on your workbook"
PREVIEW = "What the workbook would change"
DONE = "In the record as revision 2"


def send(page: Page, file: Path) -> None:
    page.goto("/import")
    page.get_by_label("Workbook", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at what it would change").click()
    page.wait_for_url("**/import/*")


def enter(page: Page) -> None:
    heading(page, PREVIEW)
    page.get_by_label("Why?").fill("Back from the office")
    page.get_by_role("button", name="Enter all of it").click()


def test_it_tells_how_far_it_is_and_can_be_left(visitor, large):
    page = signed_in(visitor)
    send(page, large)
    address = page.url
    if is_at_work(page, AT_WORK, PREVIEW):
        expect(page.get_by_role("progressbar")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("%")

    page.goto("/import")
    page.get_by_role("link", name="Go on with it").click()
    enter(page)
    is_at_work(page, AT_WORK, DONE)
    page.goto("/programs")
    heading(page, "Programs")

    page.goto(address)
    heading(page, DONE)
    page.goto("/changes/2")
    expect(page.get_by_text("Back from the office")).to_be_visible()


@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn does not run there")
def test_killed_in_the_middle_it_is_all_there_or_nothing(browser, own, large):
    context = browser.new_context(base_url=own.url)
    page = signed_in(context.new_page())
    send(page, large)
    enter(page)
    is_at_work(page, AT_WORK, DONE)

    kill_workers(own)
    page.goto("/changes")
    was_entered = page.get_by_text("Back from the office").count() > 0
    page.go_back()

    if not was_entered:
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("nothing of it was written", timeout=PATIENT)
        expect(page.get_by_label("Why?")).to_have_value("Back from the office")
        page.get_by_role("button", name="Enter all of it").click()
    heading(page, DONE)
    context.close()
