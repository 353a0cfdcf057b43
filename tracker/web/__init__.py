"""The pages of the tracker: a file a blueprint."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Give *app* its pages."""
