"""``flask db``: Flask-Migrate's commands, for whoever changes the tables."""

import click

from tracker.cli.boundary import application, refusals
from tracker.storage.migrate import schema_commands

AS_TYPED = {
    "ignore_unknown_options": True,
    "allow_extra_args": True,
    "help_option_names": [],
}


@click.command(context_settings=AS_TYPED)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def db(context: click.Context, words: tuple[str, ...]) -> None:
    """Change the tables (for developers, see CONTRIBUTING.md)."""
    # Handed on as typed, so that no other command has to wait for Alembic to load.
    with refusals():
        commands = schema_commands(application(context))
        commands.main(list(words) or ["--help"], "flask db", obj=context.obj)
