"""The people and the record of the import's tests."""

from dataclasses import replace

import pytest

from tests.factories import PROGRAM
from tests.web.imports.conftest import (
    _today,
    begun,
    editor,
    finish,
    meanwhile,
    reader,
    record,
    revision,
    second_editor,
)
from tracker.domain.changes import Edit
from tracker.domain.program import Title
from tracker.storage import queries

__all__ = [
    "_today",
    "begun",
    "editor",
    "finish",
    "meanwhile",
    "reader",
    "record",
    "revision",
    "second_editor",
]


@pytest.fixture
def retitle(record, meanwhile):
    """Somebody else gives the program another title."""

    def retitle(words):
        with record.app_context():
            program = queries.program(PROGRAM)
        meanwhile(Edit(replace(program, title=Title(words))))

    return retitle


@pytest.fixture
def title(record):
    """The title that the program has now."""

    def title():
        with record.app_context():
            return queries.program(PROGRAM).title.en

    return title
