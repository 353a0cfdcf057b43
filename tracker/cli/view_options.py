"""The view a command asks for: plan, as of, known on, reading."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from tracker.cli.clock import today
from tracker.domain.dates import view_day
from tracker.domain.views import Reading, View

OPTIONS = (
    click.option("--plan", help="The code of one plan, such as UP2021."),
    click.option("--as-of", help="The date asked about; today if left out."),
    click.option("--known-on", help="Only what was public by this date."),
    click.option(
        "--reading",
        default="said",
        show_default=True,
        help="said, shown, or a lowest evidence grade from E0 to E4.",
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The view a command asks for, and the plan it keeps to, if any."""

    view: View
    plan: str | None


def view_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give *command* the options of a view, passed on together as ``asked``."""

    @wraps(command)
    def packed(*args: Any, **options: Any) -> Any:
        names = ("as_of", "known_on", "reading")
        view = read_view(*(options.pop(name) for name in names))
        asked = Asked(view, options.pop("plan") or None)
        return command(*args, asked=asked, **options)

    for option in reversed(OPTIONS):
        packed = option(packed)
    return packed


def read_view(as_of: str | None, known_on: str | None, reading: str) -> View:
    """The view that the words of a command name; raises BadInput for others."""
    return View(
        as_of=view_day(as_of, "as_of") if as_of else today(),
        known_on=view_day(known_on, "known_on") if known_on else None,
        reading=Reading.parse(reading),
    )


def view_line(view: View, revision: int) -> str:
    """The view in a line under a table, so that it can be cited."""
    known = f", known on {view.known_on}" if view.known_on else ""
    return f"As of {view.as_of}{known}, {view.reading.code}, revision {revision}."
