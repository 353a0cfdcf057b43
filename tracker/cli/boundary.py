"""Where a command meets the application: its context, and the one error boundary."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo

from tracker.domain.errors import TrackerError

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

NO = 1
REFUSED = 2


class Refused(click.ClickException):
    """A sentence on standard error and exit code 2; never a traceback."""

    exit_code = REFUSED


def application(ctx: click.Context) -> Flask:
    """The application that a command is called on."""
    return ctx.ensure_object(ScriptInfo).load_app()


class Command(click.Command):
    """A command that runs in the application and tells refusals in sentences."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a TrackerError from anywhere below ends it as Refused."""
        try:
            with application(ctx).app_context():
                return super().invoke(ctx)
        except TrackerError as problem:
            raise Refused(str(problem)) from problem


class Group(click.Group):
    """A group of such commands."""

    command_class = Command


def json_option(command: Decorated) -> Decorated:
    """Give *command* the switch ``--json``, passed on as ``as_json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON for a program to read."
    )(command)


def print_json(value: object) -> None:
    """Print *value* as JSON that people can read too."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def setting(name: str) -> Any:
    """The value of a setting of the table."""
    return current_app.config[name]
