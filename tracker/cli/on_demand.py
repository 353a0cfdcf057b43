"""A command that is listed by its help line and loaded when it is called."""

import io
import sys
from pkgutil import resolve_name
from typing import Any

import click


class OnDemand(click.Command):
    """Stands for the command at *target* ("module:name") until somebody calls it.

    So the server never loads the command line, and a command loads no other one.
    """

    def __init__(self, name: str, target: str, help_line: str) -> None:
        super().__init__(name, help=help_line)
        self.target = target

    def load(self) -> click.Command:
        """The command itself."""
        command: click.Command = resolve_name(self.target)
        return command

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Begin a call; from here on it is the command's own."""
        spell_out_what_is_missing()
        return self.load().make_context(info_name, args, parent, **extra)


def spell_out_what_is_missing() -> None:
    r"""Print letters that the output has not as ``\u0434``, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
