"""What all tests share."""

import os

import pytest

pytest_plugins = ["tests.database"]

MUST_RUN = os.environ.get("EVERY_TEST_MUST_RUN") == "yes"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where every test must run (in .ci/run), one that skips itself has failed."""
    report = yield
    if MUST_RUN and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must run here: {report.longrepr}"
    return report
