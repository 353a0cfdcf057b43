"""``flask import`` and ``flask export``: the record as a workbook, in and out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.boundary import (
    NO,
    REFUSED,
    Command,
    author_name,
    json_option,
    print_json,
    setting,
)
from tracker.cli.clock import today
from tracker.cli.decisions import Asked, asked_about, decision_options, left_lines
from tracker.cli.merge_lines import Sides, merge_lines, merge_values
from tracker.cli.progress_bar import progress_bar, share_bar
from tracker.domain.changes import Origin
from tracker.domain.dates import view_day
from tracker.domain.errors import BadInput
from tracker.domain.views import Reading, View
from tracker.domain.words import N_
from tracker.services import exports, imports
from tracker.services.door import Author
from tracker.services.export_about import described
from tracker.services.import_plan import ImportPlan
from tracker.services.import_stages import READING, HowFar
from tracker.services.record_part import Part
from tracker.services.underway import announced_to
from tracker.workbook.limits import LIMITS

if TYPE_CHECKING:
    from tracker.workbook.problems import Problem
    from tracker.workbook.reader import Reading as WorkbookReading

EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW = click.Path(dir_okay=False, writable=True, path_type=Path)
READ_AT_MOST = 64 * 1024 * 1024  # more than the gate lets in, but not without end
WORKBOOK = Sides(
    other="workbook",
    retired="retired here, changed in the workbook",
    left_out="changed here, left out of the workbook",
)


@click.command("import", cls=Command)
@click.argument("file", type=EXISTING)
@click.option("--apply", "is_applied", is_flag=True, help="Enter it, all or nothing.")
@decision_options(
    "Whose rows to keep where both sides changed.",
    "Keep the record's row in the conflict of this KEY; can be repeated.",
    "Take the workbook's row in the conflict of this KEY; can be repeated.",
)
@click.option("--summary", default="", help="Why, for the list of changes.")
@click.option("--by", default="", help="Who enters it; else the user of the system.")
@json_option
@click.pass_context
def import_(ctx: click.Context, /, file: Path, **options: Any) -> None:
    """Show what the workbook FILE would change; with --apply, change it.

    Exit code 1: rows changed on both sides and it is not said of each whose to keep.
    Exit code 2: the workbook has problems; each is listed with sheet, row and column.
    """
    reading, plan = _read(file)
    is_open = not (plan.problems or plan.changes_nothing)
    asked = asked_about(plan, plan.fingerprint, options, is_open=is_open)
    is_entered = options["is_applied"] and is_open and not asked.left
    revision = _apply(reading, asked.confirmed, file, options) if is_entered else None
    if options["as_json"]:
        print_json(as_values(plan, revision))
    else:
        for line in lines(plan, asked, file, revision):
            click.echo(line)
    if plan.problems:
        ctx.exit(REFUSED)
    ctx.exit(NO if options["is_applied"] and asked.left else 0)


def _read(file: Path) -> tuple["WorkbookReading", ImportPlan]:
    limits = LIMITS.for_files_of(setting("TRACKER_UPLOAD_LIMIT"))
    with file.open("rb") as opened:
        data = opened.read(max(READ_AT_MOST, limits.file_bytes + 1))
    with share_bar("Reading the workbook") as go_to:
        how_far = HowFar(lambda share, _stage: go_to(share), READING)
        packed = imports.read(data, limits, how_far)
        reading = imports.understood(packed, how_far)
        return reading, imports.plan_import(reading, today(), how_far)


def _apply(
    reading: "WorkbookReading",
    confirmed: imports.Confirmed,
    file: Path,
    options: dict[str, Any],
) -> int:
    author = Author(author_name(options["by"]), Origin.WORKBOOK)
    summary = options["summary"] or f"Workbook {file.name}"
    with share_bar("Entering what it changes") as go_to, announced_to(go_to):
        return imports.apply_import(reading, author, summary, today(), confirmed).number


def lines(
    plan: ImportPlan, asked: Asked, file: Path, revision: int | None
) -> Iterator[str]:
    """A plan for people to read."""
    for name in plan.ignored:
        yield f"Ignored, not the record's: {name}"
    if plan.problems:
        yield from map(str, plan.problems)
        yield f"{_count(len(plan.problems), 'problem')}. Nothing was written."
        return
    yield from merge_lines(plan, WORKBOOK)
    yield _in_a_sentence(plan)
    if revision is not None:
        yield f"Entered as revision {revision:,}."
    elif asked.left:
        yield from left_lines(asked)
    elif plan.clashes:
        yield "Nothing was written. To enter it as chosen, add --apply."
    elif not plan.changes_nothing:
        yield f"Nothing was written. To enter it: flask import {file} --apply"


def _in_a_sentence(plan: ImportPlan) -> str:
    if plan.changes_nothing and not plan.newer_count:
        return "There is nothing to change."
    counts = plan.counts
    words = {
        "new": "new",
        "changed": "changed",
        "retired": "retired",
        "conflicts": "in conflict",
        "unchanged": "unchanged",
        "newer_here": "newer in the record",
    }
    said = [f"{counts[name]:,} {word}" for name, word in words.items() if counts[name]]
    start = "There is nothing to change. " if plan.changes_nothing else ""
    return f"{start}Rows: {', '.join(said)}."


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' if number != 1 else ''}"


def as_values(plan: ImportPlan, revision: int | None) -> dict[str, object]:
    """A plan for a program to read."""
    return {
        "revision": plan.revision,
        "written_from": plan.written_from,
        "is_part": plan.is_part,
        "applied_as": revision,
        "counts": plan.counts,
        **merge_values(plan),
        "problems": [_problem_values(problem) for problem in plan.problems],
        "ignored": list(plan.ignored),
        "fingerprint": plan.fingerprint,
    }


def _problem_values(problem: "Problem") -> dict[str, object]:
    return {
        "sheet": problem.sheet,
        "row": problem.row or None,
        "column": problem.column or None,
        "cell": problem.cell or None,
        "message": str(problem.error),
    }


@click.command(cls=Command)
@click.argument("file", type=NEW)
@click.option("--plan", default="", help="Only this plan, such as UP2021.")
@click.option("--sector", default="", help="Only this sector, such as energy.")
@click.option("--as-of", default="", help="Only what had happened by this date.")
@click.option("--known-on", default="", help="Only what was public by this date.")
@click.option("--reading", default="said", help="said, shown or E0 to E4.")
@json_option
def export(file: Path, plan: str, sector: str, as_json: bool, **view: str) -> None:
    """Write the record as a workbook into FILE, whole or not at all.

    Edit it in Excel or LibreOffice and bring it back with “flask import”.
    """
    _check_name(file)
    part = Part(plan=plan, sector=sector, view=_view(**view))
    with progress_bar("Writing the workbook", exports.STEPS) as move_on:
        revision = exports.export_to(file, part, today(), move_on)
    if as_json:
        print_json({"file": str(file), "revision": revision, "part": part_words(part)})
    else:
        held = part_words(part) or "the whole record"
        click.echo(f"Wrote {file}: {held}, revision {revision:,}.")


def _check_name(file: Path) -> None:
    """Raise BadInput for a name that no workbook of ours can be written to."""
    if file.suffix.lower() != ".xlsx":
        raise BadInput(
            N_("The record is written as an Excel workbook. Call the file %(name)s."),
            field="file",
            name=file.with_suffix(".xlsx").name,
        )
    if not file.parent.is_dir():
        raise BadInput(
            N_("There is no folder %(folder)s. Make it first, or name another."),
            field="file",
            folder=str(file.parent),
        )


def part_words(part: Part) -> str:
    """What was chosen; empty for everything."""
    return described(part)


def _view(as_of: str, known_on: str, reading: str) -> View | None:
    """The view asked for, or None where the whole history is."""
    chosen = Reading.parse(reading)
    if not (as_of or known_on or chosen.code != "said"):
        return None
    return View(
        view_day(as_of, "as_of") if as_of else today(),
        view_day(known_on, "known_on") if known_on else None,
        chosen,
    )
