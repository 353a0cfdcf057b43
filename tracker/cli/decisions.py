"""Which version shall stand where both sides changed, as options of a command."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from tracker.domain.merging import Clash
from tracker.services.imports import Confirmed
from tracker.services.merge_steps import Choice, Merge, choices_by_key, undecided

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Asked:
    """What was chosen about a merge, and the clashes that are ``left`` to choose of."""

    confirmed: Confirmed
    left: tuple[Clash, ...] = ()


def decision_options(for_all: str, ours: str, theirs: str) -> Callable[..., Any]:
    """Give a command ``--conflicts`` for all, ``--ours`` and ``--theirs`` for one."""

    def give(command: Decorated) -> Decorated:
        all_of_them = click.Choice([choice.value for choice in Choice])
        # The last that is given stands first in the help.
        for name, text in (("--theirs", theirs), ("--ours", ours)):
            command = click.option(name, metavar="KEY", multiple=True, help=text)(
                command
            )
        return click.option("--conflicts", type=all_of_them, help=for_all)(command)

    return give


def asked_about(
    merge: Merge, fingerprint: str, options: dict[str, Any], *, is_open: bool
) -> Asked:
    """What the *options* choose; where nothing is open to choose, they choose nothing.

    Raises BadInput for a key that is not in conflict.
    """
    if not is_open:
        return Asked(Confirmed(fingerprint=fingerprint))
    others = Choice(options["conflicts"]) if options["conflicts"] else None
    keys = {choice: options[choice.value] for choice in Choice}
    choices = choices_by_key(merge, keys)
    confirmed = Confirmed(fingerprint=fingerprint, choices=choices, others=others)
    return Asked(confirmed, undecided(merge, choices, others))


def left_lines(asked: Asked) -> Iterator[str]:
    """What is left to choose of, and how to choose."""
    count, first = len(asked.left), asked.left[0].key
    more = f", and {count - 1:,} more" if count > 1 else ""
    yield f"Nothing was written. Not decided: {first}{more}."
    yield (
        "Choose with --ours KEY or --theirs KEY for one, "
        "--conflicts ours or --conflicts theirs for all others."
    )
