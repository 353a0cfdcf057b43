"""How the tests of queries move the record on: through the door, a revision a time."""

from tests.factories import day
from tracker.domain.changes import Origin
from tracker.services import door
from tracker.services.door import Author


def enter(*steps):
    """Enter *steps* as one revision."""
    author = Author("Test Editor", Origin.FORM)
    door.enter(steps, author, "A change", day("2026-01-01"))
