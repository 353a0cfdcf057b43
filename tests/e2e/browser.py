"""Which browser the journeys run in; run as a program, it sees to it that there is one.

``make test`` calls it: where the machine has no Chromium, Playwright's own is fetched
once. Where that cannot be had either, the journeys say so and are skipped.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS_TO_FETCH = 300
NO_BROWSER = (
    "There is no Chromium here, so no journey was made. Install it "
    "(Debian: apt install chromium) and run this again."
)


def find_browser() -> str | None:
    """The path of a Chromium of this machine, or of Playwright, or None."""
    for name in INSTALLED:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    return fetched if Path(fetched).exists() else None


def fetch_browser() -> None:
    """Fetch Playwright's own Chromium; on failure only a sentence is printed."""
    print("Fetching a browser for the tests ...", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(
            command, check=True, capture_output=True, timeout=SECONDS_TO_FETCH
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        print(NO_BROWSER)


if __name__ == "__main__" and not find_browser():
    fetch_browser()
