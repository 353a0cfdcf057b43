"""The environment of the templates: Flask's, lean where every page passes through."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment


class SharedGlobals(Environment):
    """Templates look names up in one dictionary.

    Jinja would give each template a chain of two, in case it has names of its own, and
    ask that chain for every name whenever a page imports a macro. None of ours has any.
    """

    def make_globals(
        self, d: MutableMapping[str, Any] | None
    ) -> MutableMapping[str, Any]:
        """The names that a template knows."""
        return super().make_globals(d) if d else self.globals


def init_app(app: Flask) -> None:
    """Set up the templates of *app*; called before anything is added to them."""
    app.jinja_environment = SharedGlobals
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
