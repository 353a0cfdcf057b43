"""The command line: a file a command group; every command is called as ``flask ...``.

Exit codes: 0 done, 1 the answer is no (a check found something), 2 refused.
"""

from flask import Flask

from tracker.cli.on_demand import OnDemand

# The name of a command, where it is, and the first sentence of its help.
COMMANDS = (
    OnDemand(
        "init",
        "tracker.cli.init:init",
        "Make the database or bring it up to date; fill it if it is empty.",
    ),
    OnDemand(
        "check",
        "tracker.cli.check:check",
        "List the rules that the record breaks; exit code 1 if there is any.",
    ),
    OnDemand(
        "import",
        "tracker.cli.workbooks:import_",
        "Show what the workbook FILE would change; with --apply, change it.",
    ),
    OnDemand(
        "export",
        "tracker.cli.workbooks:export",
        "Write the record as a workbook into FILE, whole or not at all.",
    ),
    OnDemand(
        "revert",
        "tracker.cli.revert:revert",
        "Show what undoing revision NUMBER would change; with --apply, undo it.",
    ),
    OnDemand(
        "progress",
        "tracker.cli.analysis:progress",
        "Tell how far each plan has come, by every rule, said and shown.",
    ),
    OnDemand(
        "bottlenecks",
        "tracker.cli.analysis:bottlenecks",
        "Rank what holds the plans up: by sector, then the open programs.",
    ),
    OnDemand(
        "claims",
        "tracker.cli.analysis:claims",
        "Set the claims beside the record; with a KEY, one claim and its working.",
    ),
    OnDemand(
        "digest",
        "tracker.cli.digest:digest",
        "Tell what changed since a day, as text or Markdown ready to paste.",
    ),
    OnDemand(
        "report",
        "tracker.cli.report:report",
        "Write charts and reports into a folder, whole or not at all.",
    ),
    OnDemand(
        "user",
        "tracker.cli.user:user",
        "Add people and change what they may do.",
    ),
    OnDemand(
        "db",
        "tracker.cli.schema:db",
        "Change the tables (for developers, see CONTRIBUTING.md).",
    ),
)


def init_app(app: Flask) -> None:
    """Give *app* the commands of the tracker."""
    for command in COMMANDS:
        app.cli.add_command(command)
