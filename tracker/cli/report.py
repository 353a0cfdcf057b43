"""``flask report``: charts and the progress report of a plan, as files."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from tracker.cli.boundary import Command, json_option, print_json
from tracker.cli.view_options import Asked, view_options
from tracker.services.report_files import (
    Order,
    ReportFile,
    ReportFormat,
    Written,
    report_files,
    write_report,
)


@click.command(cls=Command)
@view_options
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([format.value for format in ReportFormat]),
    help="Say it again for several; left out, all of them.",
)
@click.option(
    "--out",
    default="reports",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into.",
    show_default=True,
)
@json_option
def report(asked: Asked, formats: tuple[str, ...], out: Path, as_json: bool) -> None:
    """Write charts and a progress report, whole or not at all.

    Without --plan about every plan.
    """
    order = Order(
        view=asked.view, plan=asked.plan or "", formats=formats or tuple(ReportFormat)
    )
    wanted = report_files(order)
    with progress(wanted) as on_made:
        written = write_report(wanted, out, on_made)
    if as_json:
        print_json({"files": [as_values(file) for file in written]})
        return
    for file in written:
        click.echo(f"{file.path} ({size_words(file.size)})")


@contextmanager
def progress(wanted: Sequence[ReportFile]) -> Iterator[Callable[[ReportFile], None]]:
    """A progress bar on a terminal, on standard error; elsewhere nothing is printed."""
    if not sys.stderr.isatty():
        yield lambda _file: None
        return
    with click.progressbar(
        length=len(wanted), label="Making the report", file=sys.stderr
    ) as bar:
        yield lambda _file: bar.update(1)


def as_values(file: Written) -> dict[str, object]:
    """A written file for a program to read."""
    return {"path": str(file.path), "bytes": file.size, "sha256": file.sha256}


def size_words(size: int) -> str:
    """A size as people read it: 41 kB."""
    return f"{max(1, round(size / 1000)):,} kB"
