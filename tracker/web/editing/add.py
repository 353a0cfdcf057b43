"""Adding a fact of any kind: the empty form, what it changes, the record."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from tracker.domain.accounts import Role
from tracker.domain.record import Kind
from tracker.services.catalogue import catalogue
from tracker.services.program_detail import program_in
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out
from tracker.web.editing.kinds import EDITABLE
from tracker.web.editing.links import page_of, page_showing
from tracker.web.editing.offers import title_words, with_choices
from tracker.web.editing.work import Work
from tracker.web.translate import gettext


@needs(Role.EDITOR)
def add(kind: Kind, code: str = "") -> ResponseReturnValue:
    """Show the form of a kind of fact; preview what it adds, then add it."""
    adding = EDITABLE[kind].adding
    assert adding, "only what can be added has an address"
    program = program_in(catalogue(), code) if code else None
    form = with_choices(EDITABLE[kind].form(data=_begun())).adds()
    work = Work(kind=kind, form=form, code=code)
    task = Task(
        preview=work.preview,
        save=work.save,
        saved=adding.saved,
        then=lambda written: page_showing(work.entry.fact, written.number),
        words={
            "kind": kind.value,
            "heading": gettext(adding.heading, code=code),
            "about": title_words(program) if program else "",
            "intro": gettext(adding.intro) if adding.intro else "",
            "cancel": page_of(kind, (code,) if code else ()),
        },
        offers=work.offers,
    )
    return carry_out(form, task)


def _begun() -> dict[str, Any]:
    """What a form that was asked for at a program begins with."""
    program = catalogue().programs.get(request.args.get("code", ""))
    return {"programs": [program.code], "plan": program.plan} if program else {}


for kind, spec in EDITABLE.items():
    if spec.adding:
        bp.add_url_rule(
            spec.adding.at,
            spec.adding.endpoint,
            add,
            methods=["GET", "POST"],
            defaults={"kind": kind},
        )
