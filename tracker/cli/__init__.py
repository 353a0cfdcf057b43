"""The command line: a file a command group; every command is called as ``flask ...``.

Exit codes: 0 done, 1 the answer is no (a check found something), 2 refused.
"""

from flask import Flask


def init_app(app: Flask) -> None:
    """Give *app* the commands of the tracker."""
