"""A large workbook: sent, left alone, come back to, entered, killed in the middle."""

import os
import re
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import EDITOR, PASSWORD, Served, serving
from tests.record.facts import facts_from_csv
from tracker.workbook.writer import workbook_bytes

NEW_ROWS = 15_000
PATIENT = 120_000  # milliseconds; the machine may be busy with other things
AT_WORK = "The tracker is at work on your workbook"
PREVIEW = "What the workbook would change"
DONE = "In the record as revision 2"


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """The real record with so many more reports."""
    record = facts_from_csv(revision=1)
    real = record.reports
    new = tuple(
        replace(real[n % len(real)], key="", note=f"Made up row {n} of a test")
        for n in range(NEW_ROWS)
    )
    file = tmp_path_factory.mktemp("large") / "large.xlsx"
    file.write_bytes(workbook_bytes(replace(record, reports=real + new)))
    return file


@pytest.fixture
def own(tmp_path):
    """A tracker of the test's own: other journeys need no 15,000 reports."""
    with serving(tmp_path) as tracker:
        yield tracker


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def editor(request, browser, own):
    """An editor who has signed in, with script and without."""
    context = browser.new_context(base_url=own.url, java_script_enabled=request.param)
    yield signed_in(context.new_page())
    context.close()


def signed_in(page: Page) -> Page:
    page.goto("/sign-in")
    page.get_by_label("Name").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return page


def heading(page: Page, words: str) -> None:
    where = page.get_by_role("heading", level=1)
    expect(where).to_contain_text(words, timeout=PATIENT)


def is_at_work(page: Page, after: str) -> bool:
    """Whether it takes long here; a very fast machine is done with it at once."""
    either = re.compile(f"{AT_WORK}|{after}")
    where = page.get_by_role("heading", level=1)
    expect(where).to_contain_text(either, timeout=PATIENT)
    return AT_WORK in where.inner_text()


def send(page: Page, file: Path) -> None:
    page.goto("/import")
    page.get_by_label("Workbook", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at what it would change").click()
    page.wait_for_url("**/import/*")


def enter(page: Page) -> None:
    heading(page, PREVIEW)
    page.get_by_label("Why?").fill("Back from the office")
    page.get_by_role("button", name="Enter all of it").click()


def test_it_tells_how_far_it_is_and_can_be_left(editor, large):
    page = editor
    send(page, large)
    address = page.url
    if is_at_work(page, PREVIEW):
        expect(page.get_by_role("progressbar")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("%")

    page.goto("/import")
    page.get_by_role("link", name="Go on with it").click()
    enter(page)
    is_at_work(page, DONE)
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
    is_at_work(page, DONE)

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


def kill_workers(own: Served) -> None:
    """End every process that answers requests, with no time to tidy up."""
    children = Path(f"/proc/{own.master}/task/{own.master}/children").read_text()
    for process in children.split():
        os.kill(int(process), signal.SIGKILL)
