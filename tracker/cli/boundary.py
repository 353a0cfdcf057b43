"""Where a command meets the application: its context, and the one error boundary."""

import getpass
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EPIPE
from typing import Any, TypeVar

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo

from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.words import N_

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

NO = 1
REFUSED = 2


class Refused(click.ClickException):
    """A sentence on standard error and exit code 2; never a traceback."""

    exit_code = REFUSED


def application(ctx: click.Context) -> Flask:
    """The application that a command is called on."""
    return ctx.ensure_object(ScriptInfo).load_app()


@contextmanager
def refusals() -> Iterator[None]:
    """End what is inside as Refused where the tracker or the system says no."""
    try:
        yield
    except TrackerError as problem:
        raise Refused(str(problem)) from problem
    except OSError as problem:
        if problem.errno == EPIPE:  # whoever read the answer has read enough
            raise
        what = problem.filename or "The answer could not be written"
        raise Refused(f"{what}: {problem.strerror or problem}.") from problem


class Command(click.Command):
    """A command that runs in the application and tells refusals in sentences."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong anywhere below ends it as Refused."""
        with refusals(), application(ctx).app_context():
            return super().invoke(ctx)


class Group(click.Group):
    """A group of such commands."""

    command_class = Command


def json_option(command: Decorated) -> Decorated:
    """Give *command* the switch ``--json``, passed on as ``as_json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON for a program to read."
    )(command)


def print_json(value: object) -> None:
    """Print *value* as JSON, with its letters where the output has them."""
    is_plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(value, indent=2, ensure_ascii=is_plain))


def author_name(given: str) -> str:
    """Who enters something: who is named, else the user of the system."""
    try:
        return given.strip() or getpass.getuser()
    except (
        KeyError,
        OSError,
        ImportError,
    ):  # there is a number only, as in a container
        raise BadInput(
            N_("The system does not tell who you are. Say it with --by NAME."),
            field="by",
        ) from None


def setting(name: str) -> Any:
    """The value of a setting of the table."""
    return current_app.config[name]
