"""How the tests type a command."""

import pytest

PASSWORD = "four plain test words"


@pytest.fixture
def flask(app):
    """Type a command of the application: ``flask("user", "list")``."""
    runner = app.test_cli_runner()

    def run(*words, typed=None):
        return runner.invoke(args=list(words), input=typed)

    return run
