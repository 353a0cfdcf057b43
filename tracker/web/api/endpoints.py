"""The addresses of the JSON API, version 1; every answer repeats its view."""

from flask.typing import ResponseReturnValue

from tracker.services import events as events_service
from tracker.services import history
from tracker.services import programs as programs_service
from tracker.services import sources as sources_service
from tracker.services.catalogue import catalogue
from tracker.services.plain_values import view_values
from tracker.services.programs import ProgramFilter
from tracker.web.address import asked, flag, whole_number, word
from tracker.web.api.blueprint import bp
from tracker.web.api.program_values import program_detail, program_row
from tracker.web.api.progress_values import revision as revision_value
from tracker.web.api.values import fact, plan
from tracker.web.sources import in_order

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
    words = {name: word(name) for name in FILTER_WORDS}
    chosen = ProgramFilter(
        **{name: text for name, text in words.items() if text},
        plan=asked().plan,
        silent=flag("silent"),
        descending=flag("descending"),
    )
    found = programs_service.listing(view, chosen)
    return {
        **view_values(view, found.revision),
        "programs": [program_row(row, view) for row in found.rows],
    }


@bp.get("/programs/<code>")
def program(code: str) -> ResponseReturnValue:
    """One program with its history and everything linked to it."""
    view = asked().view
    found = programs_service.detail(code, view)
    return {**view_values(view, found.revision), **program_detail(found)}


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


@bp.get("/events")
def events() -> ResponseReturnValue:
    """The events up to the day of the view."""
    kind, text = word("kind"), word("text")
    found = events_service.event_list(asked().view, kind, text)
    return {
        **view_values(asked().view, found.revision),
        "events": [fact(row.event) for row in found.rows],
    }


@bp.get("/sources")
def sources() -> ResponseReturnValue:
    """The sources, each with the number of facts that cite it."""
    words = (word(name) for name in ("text", "grade", "type"))
    found = sources_service.source_list(*words)
    return {
        "revision": found.revision,
        "sources": [
            {**fact(row.source), "citation_count": row.citation_count}
            for row in found.rows
        ],
    }


@bp.get("/sources/<key>")
def source(key: str) -> ResponseReturnValue:
    """One source with every fact that cites it."""
    found = sources_service.source_detail(key)
    return {
        "revision": found.revision,
        **fact(found.source),
        "citations": [
            {"kind": each.kind, "key": each.key, "program": each.program or None}
            for each in in_order(found.citations)
        ],
    }
