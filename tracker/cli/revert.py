"""``flask revert``: a revision undone by a new one."""

from collections.abc import Iterator
from typing import Any

import click

from tracker.cli.boundary import (
    NO,
    REFUSED,
    Command,
    author_name,
    json_option,
    print_json,
)
from tracker.cli.clock import today
from tracker.cli.decisions import Asked, asked_about, decision_options, left_lines
from tracker.cli.merge_lines import Sides, merge_lines, merge_values
from tracker.cli.progress_bar import share_bar
from tracker.domain.changes import Origin
from tracker.services import undo
from tracker.services.door import Author
from tracker.services.imports import Confirmed
from tracker.services.underway import announced_to
from tracker.services.undo_plan import UndoPlan

SIDES = Sides(
    other="undone",
    retired="retired since; undoing brings it back",
    left_out="changed since; undoing takes it out",
)


@click.command(cls=Command)
@click.argument("number", type=click.IntRange(min=1))
@click.option("--apply", "is_applied", is_flag=True, help="Do it, all or nothing.")
@decision_options(
    "Where facts changed since: keep them (ours) or undo them too (theirs).",
    "Keep the fact of this KEY, which changed since; can be repeated.",
    "Undo the fact of this KEY, which changed since, too; can be repeated.",
)
@click.option("--summary", default="", help="Why, for the list of changes.")
@click.option("--by", default="", help="Who does it; else the user of the system.")
@json_option
@click.pass_context
def revert(ctx: click.Context, /, number: int, **options: Any) -> None:
    """Show what undoing revision NUMBER would change; with --apply, undo it.

    What was entered since stays. Exit code 1: facts changed since and it is not said
    of each what to do with it. Exit code 2: the record cannot take it.
    """
    plan = undo.plan_undo(number, today())
    is_open = not (plan.problems or plan.changes_nothing)
    asked = asked_about(plan, plan.fingerprint, options, is_open=is_open)
    is_entered = options["is_applied"] and is_open and not asked.left
    revision = _apply(number, asked.confirmed, options) if is_entered else None
    if options["as_json"]:
        print_json(as_values(plan, revision))
    else:
        for line in lines(plan, asked, revision):
            click.echo(line)
    if plan.problems:
        ctx.exit(REFUSED)
    ctx.exit(NO if options["is_applied"] and asked.left else 0)


def _apply(number: int, confirmed: Confirmed, options: dict[str, Any]) -> int:
    author = Author(author_name(options["by"]), Origin.REVERT)
    summary = options["summary"] or f"Undo of revision {number}"
    with share_bar("Undoing the revision") as go_to, announced_to(go_to):
        return undo.apply_undo(number, author, summary, today(), confirmed).number


def lines(plan: UndoPlan, asked: Asked, revision: int | None) -> Iterator[str]:
    """A plan for people to read."""
    number = plan.undone.number
    yield from merge_lines(plan, SIDES)
    yield from (f"Not possible: {problem}" for problem in plan.problems)
    if revision is not None:
        yield f"Undone by revision {revision:,}."
    elif plan.problems:
        yield "Nothing was written."
    elif plan.changes_nothing:
        yield f"Nothing of revision {number:,} is left to undo."
    elif asked.left:
        yield from left_lines(asked)
        yield "Ours keeps what changed since, theirs undoes it too."
    elif plan.clashes:
        yield "Nothing was written. To undo it as chosen, add --apply."
    else:
        yield f"Nothing was written. To undo it: flask revert {number} --apply"


def as_values(plan: UndoPlan, revision: int | None) -> dict[str, object]:
    """A plan for a program to read."""
    return {
        "undone": plan.undone.number,
        "revision": plan.revision,
        "applied_as": revision,
        **merge_values(plan),
        "problems": [str(problem) for problem in plan.problems],
        "fingerprint": plan.fingerprint,
    }
