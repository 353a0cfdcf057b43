"""The pages of the tracker: a file a blueprint, a folder where it needs more."""

from flask import Flask

from tracker.web import problems


def init_app(app: Flask) -> None:
    """Give *app* its pages."""
    problems.init_app(app)
