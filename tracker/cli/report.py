"""``flask report``: charts and the progress report of a plan, as files."""

from pathlib import Path
from typing import Any

import click

from tracker.cli.boundary import NO, Command, json_option, print_json
from tracker.cli.progress_bar import progress_bar
from tracker.cli.view_options import Asked, view_options
from tracker.services.period import read_start
from tracker.services.report_files import (
    Order,
    ReportFormat,
    Written,
    report_files,
)
from tracker.services.report_manifest import Finding, check_reports, write_report
from tracker.services.wanted_chart import SCALES


@click.command(cls=Command)
@view_options
@click.option(
    "--since",
    metavar="DATE",
    help="The day after which the reports tell what changed: 2023-10-01; "
    "90 days before the date asked about if left out.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([format.value for format in ReportFormat]),
    help="Say it again for several; left out, all of them.",
)
@click.option(
    "--scale",
    default=SCALES[0],
    type=click.IntRange(SCALES[0], SCALES[-1]),
    help="2 gives PNG charts of twice the size.",
    show_default=True,
)
@click.option(
    "--out",
    default="reports",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into.",
    show_default=True,
)
@click.option(
    "--check",
    "is_check",
    is_flag=True,
    help="Make what lies in the folder again and tell whether it is the same.",
)
@json_option
@click.pass_context
def report(ctx: click.Context, /, asked: Asked, out: Path, **options: Any) -> None:
    """Write charts and reports into a folder, whole or not at all.

    Without --plan about every plan. With --since the PDF, the Excel report and the
    chart of what moved tell what changed after that day, and their names say so. A
    manifest beside the files notes what each was asked for; --check uses it (exit code
    1 if anything differs).
    """
    as_json = options["as_json"]
    if options["is_check"]:
        ctx.exit(check_again(out, as_json))
    since = options["since"]
    order = Order(
        view=asked.view,
        plan=asked.plan or "",
        since=read_start(since, asked.view) if since else None,
        formats=options["formats"] or tuple(ReportFormat),
        scale=options["scale"],
    )
    wanted = report_files(order)
    with progress_bar("Making the report", len(wanted)) as move_on:
        written = write_report(order, wanted, out, lambda _file: move_on(1))
    if as_json:
        print_json({"files": [as_values(file) for file in written]})
        return
    for file in written:
        click.echo(f"{file.path} ({size_words(file.size)})")


def check_again(folder: Path, as_json: bool) -> int:
    """Tell of every file in the manifest what came of making it again."""
    found = list(check_reports(folder))
    if as_json:
        rows = [{"path": str(folder / c.name), "finding": c.finding} for c in found]
        print_json({"files": rows})
    else:
        for checked in found:
            click.echo(f"{folder / checked.name}: {checked.finding.label}")
    is_same = all(checked.finding is Finding.SAME for checked in found)
    return 0 if is_same else NO


def as_values(file: Written) -> dict[str, object]:
    """A written file for a program to read."""
    return {"path": str(file.path), "bytes": file.size, "sha256": file.sha256}


def size_words(size: int) -> str:
    """A size as people read it: 41 kB."""
    return f"{max(1, round(size / 1000)):,} kB"
