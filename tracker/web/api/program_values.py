"""A program as JSON: its state, its history and everything linked to it."""

from collections.abc import Iterable, Sequence
from typing import Any

from tracker.domain.deadlines import Milestone
from tracker.domain.program import Program
from tracker.domain.source import Source
from tracker.domain.state import Position
from tracker.domain.views import View
from tracker.services.plain_values import Values, day, number, title
from tracker.services.positions import ProgramRow
from tracker.services.program_detail import Cited, CitedReport, ProgramDetail
from tracker.web.api.values import fact


def program_row(row: ProgramRow, view: View) -> Values:
    """One program and its state in the reading of *view*."""
    program, position = row.program, row.position(view.reading)
    return {
        "code": program.code,
        "plan": program.plan,
        "title": title(program.title),
        "sector": program.sector,
        **state(position),
    }


def state(position: Position) -> Values:
    """The state and timeliness of a program; an unknown stage is null."""
    known = position.state
    return {
        "stage": known.stage,
        "condition": known.condition,
        "closure": known.closure,
        "timeliness": position.timeliness,
        "due": day(position.due),
        "grade": known.grade,
        "last_report_on": day(known.last_report_on),
        "silent_days": known.silent_days,
    }


def described(program: Program) -> Values:
    """What a program is, on what its names rest, and who is at work on it."""
    return {
        "number": program.number,
        "number_basis": program.number_basis,
        "title_basis": program.title_basis,
        "title_translated": list(program.title_translated),
        "responsible": {
            "by": program.responsible_by or None,
            "ru": program.responsible_ru or None,
        },
        "starts_on": day(program.starts_on),
        "due_on": day(program.due_on),
        "measures_total": program.measures_total,
        "summary": program.summary or None,
        "sources": list(program.sources),
    }


def report(cited: CitedReport) -> Values:
    """One report with its grade, and whether it counts as said and as shown."""
    own = cited.weighed.report
    return {
        "key": own.key,
        "dated": day(own.dated),
        "known_on": day(cited.weighed.known_on),
        "stage": own.stage,
        "condition": own.condition,
        "closure": own.closure,
        "reverses": own.reverses,
        "side": own.side,
        "percent": number(own.percent),
        "kind": own.kind,
        "grade": cited.weighed.grade,
        "note": own.note or None,
        "sources": list(own.sources),
        "counts": {"said": cited.counts_said, "shown": cited.counts_shown},
        "corrects": own.corrects or None,
        "added_in": own.added_in,
        "retired_in": own.retired_in,
    }


def milestone(value: Milestone) -> Values:
    """One milestone: what is promised now and how the promise moved."""
    return {
        "milestone": value.name,
        "due": day(value.due),
        "slip_count": value.slip_count,
        "slip_days": value.slip_days,
        "met_on": day(value.met_on),
        "passed_without_word": value.is_passed,
    }


def program_detail(found: ProgramDetail) -> Values:
    """Everything about one program."""
    return {
        **program_row(found.row, found.view),
        **described(found.row.program),
        "said": state(found.row.said),
        "shown": state(found.row.shown),
        "disagreement": found.disagreement is not None,
        "reports": [report(each) for each in found.reports],
        "milestones": [milestone(each) for each in found.milestones],
        "deadlines": facts(found.deadlines),
        "acts": facts(found.acts),
        "lineage": facts((*found.origins, *found.heirs)),
        "waits_for": facts(found.waits_for),
        "awaited_by": facts(found.awaited_by),
        "cited": [fact(each) for each in all_sources(found)],
    }


def all_sources(found: ProgramDetail) -> list[Source]:
    """Every source cited on a program's page, once, by id."""
    groups: Iterable[Sequence[Source]] = (
        found.sources,
        *(each.sources for each in found.reports),
        *(each.sources for each in found.deadlines),
        *(each.sources for each in found.acts),
        *(each.sources for each in (*found.origins, *found.heirs)),
        *(each.sources for each in (*found.waits_for, *found.awaited_by)),
    )
    by_id = {source.id: source for group in groups for source in group}
    return [by_id[key] for key in sorted(by_id)]


def facts(cited: Iterable[Cited[Any]]) -> list[Values]:
    """Facts with every field that people fill in."""
    return [fact(each.fact) for each in cited]
