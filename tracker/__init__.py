"""Tracks how far an international integration package has been carried out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app(overrides: Mapping[str, object] | None = None) -> "Flask":
    """Build the application (see tracker.factory).

    The factory is imported here, not above, so that using one floor alone (the domain
    in a test, the reader of a workbook in its own process) does not load the web.
    """
    from tracker import factory

    return factory.build(overrides or {})
