"""How the tests type a command, and enter what it is about."""

import pytest

from tests.factories import day
from tracker.domain.changes import Origin
from tracker.services import door
from tracker.services.door import Author

PASSWORD = "four plain test words"


@pytest.fixture
def flask(app):
    """Type a command of the application: ``flask("user", "list")``."""
    runner = app.test_cli_runner()

    def run(*words, typed=None):
        return runner.invoke(args=list(words), input=typed)

    return run


@pytest.fixture
def enter(app):
    """Enter steps into the record."""

    def enter(*steps):
        author = Author("Test", Origin.FORM)
        with app.app_context():
            return door.enter(steps, author, "A change", day("2026-01-01")).number

    return enter
