"""``flask digest``: what changed between two dates, ready to paste."""

import click

from tracker.cli.boundary import Command, json_option, print_json
from tracker.cli.digest_lines import digest_lines
from tracker.cli.markup import MARKUPS
from tracker.cli.view_options import Asked, view_options
from tracker.domain.errors import NotFound
from tracker.services.catalogue import nothing_held
from tracker.services.digest import digest as make_digest
from tracker.services.digest_values import digest_values
from tracker.services.period import read_start


@click.command(cls=Command)
@click.option(
    "--since", required=True, help="The day after which changes are told: 2023-10-01."
)
@view_options
@click.option(
    "--format",
    "markup",
    type=click.Choice(list(MARKUPS)),
    default="text",
    show_default=True,
    help="Plain text, or Markdown.",
)
@json_option
def digest(since: str, asked: Asked, markup: str, as_json: bool) -> None:
    """Tell what changed since a day, as text or Markdown ready to paste."""
    found = make_digest(read_start(since, asked.view), asked.view, asked.plan)
    if as_json:
        print_json(digest_values(found))
        return
    if not found.plans:
        click.echo(str(nothing_held(NotFound)))
        return
    for line in MARKUPS[markup](digest_lines(found)):
        click.echo(line)
