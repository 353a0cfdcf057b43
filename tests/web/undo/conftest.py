"""The people and the record of the import's tests."""

from tests.web.imports.conftest import (
    _today,
    editor,
    meanwhile,
    reader,
    record,
    revision,
)

__all__ = ["_today", "editor", "meanwhile", "reader", "record", "revision"]
