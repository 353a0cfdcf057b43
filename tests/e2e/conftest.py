"""A served tracker with the real record, and a browser in front of it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.browser import NO_BROWSER, find_browser
from tests.record.facts import facts_from_csv
from tests.source_code import ROOT
from tracker.workbook.writer import workbook_bytes

EDITOR = "Test Editor"
PASSWORD = "four plain test words"
SECONDS_TO_START = 30
NEW_ROWS = 15_000
# Chromium looks for updates and the like at every start; the journeys are offline.
SWITCHES = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True, slots=True)
class Served:
    """A tracker that is being served: where, by whom, and how to call its commands."""

    url: str
    settings: dict[str, str]
    master: int = 0

    def flask(self, *words: str, typed: str = "") -> str:
        """Call a command and give back what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "flask", *words],
            cwd=ROOT,
            env=self.settings,
            input=typed,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The tracker as ``make run`` serves it, in a folder of its own."""
    with serving(tmp_path_factory.mktemp("instance")) as tracker:
        yield tracker


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a tracker with the real record and an editor, in this *folder*."""
    port = free_port()
    settings = dict(os.environ) | {
        "TRACKER_INSTANCE": str(folder),
        "TRACKER_PORT": str(port),
        "TRACKER_DATABASE_URL": "",
    }
    tracker = Served(f"http://127.0.0.1:{port}", settings)
    tracker.flask("init")
    tracker.flask(
        *("user", "add", EDITOR, "--role", "editor", "--password-stdin"),
        typed=f"{PASSWORD}\n",
    )
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn"], cwd=ROOT, env=settings
    )
    try:
        wait_until_served(tracker.url)
        yield replace(tracker, master=server.pid)
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window; where there is none, its tests are skipped."""
    path = find_browser()
    if path is None:
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page of a reader who has never been here."""
    context = browser.new_context(
        base_url=served.url, viewport={"width": 1280, "height": 900}, locale="en-GB"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real record as a workbook, with so many more reports."""
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
def own(tmp_path: Path) -> Iterator[Served]:
    """A tracker of the test's own: other journeys need no 15,000 reports."""
    with serving(tmp_path) as tracker:
        yield tracker


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def visitor(
    request: pytest.FixtureRequest, browser: Browser, own: Served
) -> Iterator[Page]:
    """A page on that tracker, with script and without."""
    context = browser.new_context(base_url=own.url, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_served(url: str) -> None:
    """Return once *url* answers; fail when it takes too long."""
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, OSError):
            assert time.monotonic() < until, f"{url} did not answer"
            time.sleep(0.1)
