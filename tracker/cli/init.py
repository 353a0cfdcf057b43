"""``flask init``: makes everything ready, as often as you like."""

import sys
from pathlib import Path

import click

from tracker.cli.boundary import Command, json_option, print_json, setting
from tracker.cli.clock import today
from tracker.domain.changes import Revision
from tracker.domain.errors import NotFound
from tracker.services import setup
from tracker.services.catalogue import catalogue, nothing_held


@click.command(cls=Command)
@json_option
def init(as_json: bool) -> None:
    """Make the database or bring it up to date; fill it if it is empty.

    Whatever was entered is kept. Run it again after each update.
    """
    seed = Path(setting("TRACKER_SEED"))
    done = setup.set_up(seed, today())
    if as_json:
        print_json(as_values(done))
        return
    for sentence in sentences(done, seed):
        click.echo(sentence)


def as_values(done: setup.Setup) -> dict[str, object]:
    """What was done, for a program to read."""
    return {
        "revision": done.revision,
        "filled": done.filled is not None,
        "changes": done.filled.change_count if done.filled else 0,
        "has_administrator": done.has_administrator,
    }


def sentences(done: setup.Setup, seed: Path) -> list[str]:
    """What was done, and what to do next."""
    said = [how_it_stands(done.revision, done.filled, seed)]
    if not done.has_administrator:
        said.append(
            "Nobody can sign in yet. Add yourself: "
            f'{flask_here()} user add "Your Name" --role administrator'
        )
    return said


def how_it_stands(revision: int, filled: Revision | None, seed: Path) -> str:
    """What is in the record."""
    if filled is not None:
        rows = f"{filled.change_count:,} rows of {near(seed)}"
        return f"Filled the empty record with {rows}."
    if revision == 0:
        return f"The record is empty: there is no {near(seed)} to fill it from."
    if not catalogue().plans:
        return str(nothing_held(NotFound))
    return f"The record is ready, at revision {revision:,}."


def flask_here() -> str:
    """How to call flask in the environment this runs in."""
    command = Path(sys.executable).with_name("flask")
    is_near = command.is_relative_to(Path.cwd())
    return str(near(command)) if is_near else "flask"


def near(path: Path) -> Path:
    """*path* as seen from the folder we are in, where it lies below that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
