"""The command line: a file a command group; every command is called as ``flask ...``.

Exit codes: 0 done, 1 the answer is no (a check found something), 2 refused.
"""

import click
from flask import Flask

from tracker.cli.analysis import bottlenecks, claims, progress
from tracker.cli.check import check
from tracker.cli.init import init
from tracker.cli.report import report
from tracker.cli.revert import revert
from tracker.cli.schema import db
from tracker.cli.user import user
from tracker.cli.workbooks import export, import_

COMMANDS: tuple[click.Command, ...] = (
    init,
    check,
    import_,
    export,
    revert,
    progress,
    bottlenecks,
    claims,
    report,
    user,
    db,
)


def init_app(app: Flask) -> None:
    """Give *app* the commands of the tracker."""
    for command in COMMANDS:
        app.cli.add_command(command)
