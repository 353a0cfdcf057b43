"""``flask progress``, ``flask bottlenecks``, ``flask claims``: analyses in words."""

from collections.abc import Iterable

import click

from tracker.cli.boundary import Command, json_option, print_json
from tracker.cli.claim_words import claim_row, in_lines
from tracker.cli.figures import days, percent, score_text
from tracker.cli.table import print_table
from tracker.cli.view_options import Asked, view_line, view_options
from tracker.domain.bottlenecks import HeldProgram, Part, SectorBottleneck
from tracker.domain.claim_checks import Reason
from tracker.domain.due_scores import RULE as DUE
from tracker.domain.due_scores import DueScore
from tracker.domain.errors import NotFound
from tracker.domain.scores import RULES
from tracker.services.bottleneck_values import bottleneck_values
from tracker.services.bottlenecks import Bottlenecks
from tracker.services.bottlenecks import bottlenecks as find_bottlenecks
from tracker.services.catalogue import catalogue, nothing_held
from tracker.services.claim_values import claim_values, claims_values
from tracker.services.claim_verdicts import claim_verdict, claim_verdicts
from tracker.services.completion import Completion, completion
from tracker.services.completion_values import completion_values


@click.command(cls=Command)
@view_options
@json_option
def progress(asked: Asked, as_json: bool) -> None:
    """Tell how far each plan has come, by every rule, said and shown."""
    codes = [asked.plan] if asked.plan else list(catalogue().plans)
    found = [completion(asked.view, code) for code in codes]
    if as_json:
        print_json({"plans": [completion_values(each) for each in found]})
        return
    for each in found:
        _print_completion(each)
    if not found:
        click.echo(str(nothing_held(NotFound)))


def _print_completion(found: Completion) -> None:
    count = next(iter(found.said.scores.values())).of
    click.echo(f"{found.plan.code}  {found.plan.title.en}: {count} items")
    rows = [
        (
            f"{RULES[rule].label}{' *' if rule == found.main_rule else ''}",
            score_text(found.said.scores[rule], rule),
            score_text(found.shown.scores[rule], rule),
        )
        for rule in RULES
    ]
    rows.append(("Of those due by then", _due(found.said.due), _due(found.shown.due)))
    print_table(("Rule", "Said", "Shown"), rows)
    click.echo(_measures_line(found))
    click.echo(view_line(found.view, found.revision) + "  * the rule of this plan\n")


def _due(due: DueScore) -> str:
    if not due.score.of:
        return "none due"
    late = f", {days(due.mean_delay)} late on average" if due.mean_delay else ""
    return score_text(due.score, DUE) + late


def _measures_line(found: Completion) -> str:
    measures = found.measures
    if measures is None:
        return "Measures: nobody counted them by then."
    claim = measures.claim.claim
    counts = f" ({measures.done} of {measures.of})" if measures.of else ""
    who = f"{claim.claimant}, {claim.dated}"
    return f"Measures, as said by {who}: {percent(measures.value)}{counts}."


@click.command(cls=Command)
@view_options
@json_option
def bottlenecks(asked: Asked, as_json: bool) -> None:
    """Rank what holds the plans up: by sector, then the open programs."""
    found = find_bottlenecks(asked.view, asked.plan)
    if as_json:
        print_json(bottleneck_values(found))
        return
    if not catalogue().plans:
        click.echo(str(nothing_held(NotFound)))
        return
    if not found.plans:
        click.echo("No plan was in force on that day. Choose one with --plan.")
        return
    _print_bottlenecks(found)
    click.echo(view_line(found.view, found.revision))


def _print_bottlenecks(found: Bottlenecks) -> None:
    print_table(
        ("Sector", ">Score", ">Open", *[f">{part.label}" for part in Part], ""),
        [_sector_row(row) for row in found.sectors],
    )
    click.echo()
    print_table(
        ("Program", ">Score", "Title", "Stage", ">Late", ">In stage", ">Silent"),
        [_program_row(program) for program in found.programs],
    )
    click.echo()
    for keystone in found.keystones:
        waiting = ", ".join(keystone.awaited_by)
        click.echo(f"{keystone.position.program.code} is awaited by {waiting}.")


def _sector_row(row: SectorBottleneck) -> tuple[str, ...]:
    few = "few programs" if row.is_few else ""
    shares = [f"{float(share):.2f}" for share in row.shares().values()]
    open_of = f"{row.open_count} of {row.count}"
    return (row.sector.title.en, f"{float(row.score):.2f}", open_of, *shares, few)


def _program_row(program: HeldProgram) -> tuple[str, ...]:
    state = program.position.state
    return (
        program.position.program.code,
        f"{float(program.score):.2f}",
        program.position.program.title.en,
        state.stage.label if state.stage else "Not known",
        days(program.late_days),
        days(program.stage_days),
        days(state.silent_days),
    )


@click.command(cls=Command)
@click.argument("key", required=False)
@view_options
@json_option
def claims(key: str | None, asked: Asked, as_json: bool) -> None:
    """Set the claims beside the record; with a KEY, one claim and its working."""
    if key:
        row = claim_verdict(key, asked.view)
        if as_json:
            print_json(claim_values(row))
        else:
            _print_lines(in_lines(row))
        return
    found = claim_verdicts(asked.view, asked.plan)
    if as_json:
        print_json(claims_values(found))
        return
    if not catalogue().plans:
        click.echo(str(nothing_held(NotFound)))
        return
    told = [r for r in found.rows if r.check.reason is not Reason.NO_FIGURE]
    headers = ("Key", "Day", "Who", "Claim", "Verdict", "Record")
    print_table(headers, [claim_row(row) for row in told])
    left_out = len(found.rows) - len(told)
    click.echo(f"{left_out} claims without a figure are left out; --json has them.")
    click.echo(view_line(found.view, found.revision))


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
