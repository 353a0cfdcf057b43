"""The people of the editors' tests, and how they send a workbook."""

import io
import os

import pytest

from tests.small_record import TODAY
from tests.web.editing.conftest import (
    _today,
    administrator,
    editor,
    reader,
    record,
    revision,
    second_editor,
)
from tests.web.sending import filled
from tests.workbook.books import edited
from tracker.domain.changes import Origin
from tracker.services import door, workplace
from tracker.services.door import Author

__all__ = [
    "_today",
    "administrator",
    "editor",
    "reader",
    "record",
    "revision",
    "second_editor",
]

MULTIPART = "multipart/form-data"


def send(client, data, name="record.xlsx", **typed):
    """Send a workbook by the form."""
    words = filled(client.get("/import"), **typed)
    words["file"] = (io.BytesIO(data), name)
    return client.post("/import", data=words, content_type=MULTIPART)


def downloaded(client, part=""):
    """The workbook as the page gives it."""
    return client.get(f"/export/record.xlsx{part}").data


def sent(client, *edits, data=None):
    """Send the record's own workbook back with some edits; gives its address."""
    book = downloaded(client) if data is None else data
    answer = send(client, edited(book, *edits) if edits else book)
    assert answer.status_code == 303, answer.text
    return answer.location


def confirm(client, address, **typed):
    """Press the button under a preview."""
    return client.post(address, data=filled(client.get(address), **typed))


@pytest.fixture
def meanwhile(record):
    """Somebody else enters steps meanwhile."""

    def enter(*steps):
        author = Author("Somebody Else", Origin.COMMAND)
        with record.app_context():
            return door.enter(steps, author, "Meanwhile", TODAY)

    return enter


@pytest.fixture
def begun(monkeypatch):
    """Works that are begun beside the requests and not done until a test does them."""
    works = []
    monkeypatch.setattr(workplace, "PATIENCE", 0.01)
    monkeypatch.setattr("tracker.web.imports.blueprint.beside_requests", works.append)
    monkeypatch.setattr("tracker.web.undo.beside_requests", works.append)
    return works


@pytest.fixture
def finish(app, begun):
    """Do what was begun."""

    def do_all():
        while begun:
            with app.app_context():
                begun.pop()()

    return do_all


def kill(app, begun, news, last_act):
    """The worker dies at its *last_act*; the news of its work fall silent."""
    with pytest.MonkeyPatch.context() as patch, app.app_context():
        patch.setattr(last_act, _die)
        with pytest.raises(SystemExit):
            begun.pop()()
    news.write_text("{}")
    long_ago = news.stat().st_mtime - workplace.SILENT - 1
    os.utime(news, (long_ago, long_ago))


def _die(*_args, **_named):
    raise SystemExit
