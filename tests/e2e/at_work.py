"""What journeys share: who signs in, what is seen meanwhile, whose process dies."""

import os
import re
import signal
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import EDITOR, PASSWORD, Served

PATIENT = 120_000  # milliseconds; the machine may be busy with other things


def signed_in(page: Page) -> Page:
    """The page of an editor who has signed in."""
    page.goto("/sign-in")
    page.get_by_label("Name").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return page


def heading(page: Page, words: str) -> None:
    """Wait for the page that is called so."""
    where = page.get_by_role("heading", level=1)
    expect(where).to_contain_text(words, timeout=PATIENT)


def is_at_work(page: Page, at_work: str, after: str) -> bool:
    """Whether it takes long here; a very fast machine is done with it at once."""
    either = re.compile(f"{at_work}|{after}")
    where = page.get_by_role("heading", level=1)
    expect(where).to_contain_text(either, timeout=PATIENT)
    return at_work in where.inner_text()


def kill_workers(own: Served) -> None:
    """End every process that answers requests, with no time to tidy up."""
    children = Path(f"/proc/{own.master}/task/{own.master}/children").read_text()
    for process in children.split():
        os.kill(int(process), signal.SIGKILL)
