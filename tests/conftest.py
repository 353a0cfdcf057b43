"""What all tests share."""

import gc
import os

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

pytest_plugins = ["tests.database"]

# How long an example takes says more about the machine than about the code.
settings.register_profile("tracker", deadline=None)
settings.load_profile("tracker")

MUST_RUN = os.environ.get("EVERY_TEST_MUST_RUN") == "yes"


def pytest_collection_finish():
    """Look for garbage less often, and not in what was loaded by now and stays.

    Each test makes an application of its own; a fifth of the time went into the search.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(4_000, 10, 10)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where every test must run (in .ci/run), one that skips itself has failed."""
    report = yield
    if MUST_RUN and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must run here: {report.longrepr}"
    return report


@pytest.fixture
def cheap_passwords(monkeypatch):
    """Hash passwords at the least cost; what they cost is not what a test is about."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("tracker.services.users.HASHER", hasher)
