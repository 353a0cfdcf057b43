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
PLAYWRIGHT = (sys.executable, "-m", "playwright")
SECONDS_TO_FETCH = 300
NO_BROWSER = (
    "There is no Chromium here that can be driven, so no journey was made. Install it "
    "(Debian: apt install chromium libatomic1) and run this again."
)


def find_browser() -> str | None:
    """The path of a Chromium of this machine, or of Playwright, or None."""
    if subprocess.run([*PLAYWRIGHT, "--version"], capture_output=True).returncode:
        return None  # a library is missing that Playwright itself needs
    for name in INSTALLED:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    return fetched if Path(fetched).exists() else None


def fetch_browser() -> None:
    """Fetch Playwright's own Chromium; on failure only a sentence is printed."""
    print("Fetching a browser for the tests ...", flush=True)
    try:
        subprocess.run(
            [*PLAYWRIGHT, "install", "chromium"],
            check=True,
            capture_output=True,
            timeout=SECONDS_TO_FETCH,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        print(NO_BROWSER)


if __name__ == "__main__" and not find_browser():
    fetch_browser()
