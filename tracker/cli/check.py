"""``flask check``: the rules that the record breaks."""

import click

from tracker.cli.boundary import NO, Command, json_option, print_json
from tracker.cli.clock import today
from tracker.services.breaches import Breach, breaches


@click.command(cls=Command)
@json_option
@click.pass_context
def check(ctx: click.Context, as_json: bool) -> None:
    """List the rules that the record breaks; exit code 1 if there is any."""
    found = breaches(today())
    if as_json:
        print_json({"count": len(found), "breaches": [as_values(b) for b in found]})
    else:
        for breach in found:
            click.echo(in_a_line(breach))
        click.echo(summary(len(found)))
    ctx.exit(NO if found else 0)


def summary(count: int) -> str:
    """What was found, in a sentence."""
    if count == 0:
        return "The record keeps every rule."
    return f"The record breaks rules in {count:,} place{'s' if count > 1 else ''}."


def in_a_line(breach: Breach) -> str:
    """Where a rule is broken, and which."""
    where = f"{breach.kind.label} {breach.key}"
    field = f", {breach.problem.field}" if breach.problem.field else ""
    return f"{where}{field}: {breach.problem}"


def as_values(breach: Breach) -> dict[str, object]:
    """A breach for a program to read."""
    return {
        "kind": breach.kind.value,
        "key": breach.key,
        "field": breach.problem.field,
        "message": str(breach.problem),
    }
