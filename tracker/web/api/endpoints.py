"""The addresses of the JSON API, version 1; every answer repeats its view."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.services import claims as claims_service
from tracker.services import events as events_service
from tracker.services import history
from tracker.services import programs as programs_service
from tracker.services import progress as progress_service
from tracker.services import sources as sources_service
from tracker.services.catalogue import catalogue
from tracker.services.programs import ProgramFilter
from tracker.web.address import asked, chosen_plan
from tracker.web.api.program_values import program_detail, program_row
from tracker.web.api.progress_values import progress as progress_value
from tracker.web.api.progress_values import revision as revision_value
from tracker.web.api.values import fact, plan, view_of

bp = Blueprint("api", __name__, url_prefix="/api/v1")

FILTER_WORDS = ("sector", "stage", "condition", "timeliness", "text", "sort")


@bp.get("/plans")
def plans() -> ResponseReturnValue:
    """Every plan."""
    held = catalogue()
    return {
        "revision": held.revision,
        "plans": [plan(each) for each in held.plans.values()],
    }


@bp.get("/programs")
def programs() -> ResponseReturnValue:
    """The programs of a plan (or of all), filtered and sorted as on the page."""
    view = asked().view
    words = {name: request.args.get(name, "") for name in FILTER_WORDS}
    chosen = ProgramFilter(
        **{name: text for name, text in words.items() if text},
        plan=asked().plan,
        silent=flag("silent"),
        descending=flag("descending"),
    )
    found = programs_service.listing(view, chosen)
    return {
        **view_of(view, found.revision),
        "programs": [program_row(row, view) for row in found.rows],
    }


@bp.get("/programs/<code>")
def program(code: str) -> ResponseReturnValue:
    """One program with its history and everything linked to it."""
    view = asked().view
    found = programs_service.detail(code, view)
    return {**view_of(view, found.revision), **program_detail(found)}


@bp.get("/progress")
def progress() -> ResponseReturnValue:
    """The progress of one plan, said beside shown, by every completion rule."""
    code = chosen_plan()
    if code is None:
        raise BadInput(
            N_("Say which plan: add plan=CODE. The codes are at /api/v1/plans."),
            field="plan",
        )
    return progress_value(progress_service.progress(code, asked().view))


@bp.get("/changes")
def changes() -> ResponseReturnValue:
    """Revisions, newest first, fifty an answer; ``before`` asks for earlier ones."""
    page = history.revisions(whole_number("before"))
    return {
        "revision": page.revision,
        "next_before": page.next_before,
        "changes": [revision_value(each) for each in page.revisions],
    }


@bp.get("/changes/<int:number>")
def change(number: int) -> ResponseReturnValue:
    """One revision with every change in it."""
    return revision_value(history.revision(number))


@bp.get("/claims")
def claims() -> ResponseReturnValue:
    """The claims on a plan (or on all) that count in the view."""
    found = claims_service.claim_list(asked().view, chosen_plan())
    return {
        **view_of(asked().view, found.revision),
        "claims": [fact(row.claim) for row in found.rows],
    }


@bp.get("/events")
def events() -> ResponseReturnValue:
    """The events up to the day of the view."""
    kind, text = request.args.get("kind", ""), request.args.get("text", "")
    found = events_service.event_list(asked().view, kind, text)
    return {
        **view_of(asked().view, found.revision),
        "events": [fact(row.event) for row in found.rows],
    }


@bp.get("/sources")
def sources() -> ResponseReturnValue:
    """The sources, each with the number of facts that cite it."""
    words = (request.args.get(name, "") for name in ("text", "grade", "type"))
    found = sources_service.source_list(*words)
    return {
        "revision": found.revision,
        "sources": [
            {**fact(row.source), "citation_count": row.citation_count}
            for row in found.rows
        ],
    }


def flag(name: str) -> bool:
    """A yes-or-no word of the address; raises BadInput for anything else."""
    text = request.args.get(name, "").strip().lower()
    if text not in {"", "yes", "no", "1", "0", "true", "false"}:
        raise BadInput(N_("Write yes or no."), field=name)
    return text in {"yes", "1", "true"}


def whole_number(name: str) -> int | None:
    """A whole number of the address, or None; raises BadInput for anything else."""
    text = request.args.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadInput(N_("Write a whole number, such as 12."), field=name)
    return int(text)
