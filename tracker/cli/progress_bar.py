"""A progress bar on a terminal, for what may take over a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress_bar(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Gives what moves the bar on; where nobody looks on, nothing is printed.

    It is drawn on standard error, so that the answer on standard output stays whole.
    """
    if not sys.stderr.isatty():
        yield lambda _steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


@contextmanager
def share_bar(label: str) -> Iterator[Callable[[float], None]]:
    """Gives what is told the share that is done, from 0 to 1; at the end it is all."""
    with progress_bar(label, 100) as move_on:
        done = 0

        def go_to(share: float) -> None:
            nonlocal done
            steps = int(share * 100) - done
            if steps > 0:
                move_on(steps)
                done += steps

        yield go_to
        go_to(1)
