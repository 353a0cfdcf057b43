"""Retiring a fact: it counts no more, and stays readable in the history."""

from dataclasses import replace
from functools import partial

from flask.typing import ResponseReturnValue

from tracker.domain.accounts import Role
from tracker.domain.changes import Revision
from tracker.domain.errors import Conflict
from tracker.domain.record import Fact, Kind
from tracker.domain.words import N_
from tracker.services import entries
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.conflicts import show_gone
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.kinds import EDITABLE, Editable
from tracker.web.editing.links import page_of, page_showing, programs_of
from tracker.web.editing.offers import about
from tracker.web.editing.wording import rows_of
from tracker.web.editing.work import summary_of
from tracker.web.forms.fact import RetirementForm
from tracker.web.translate import gettext

INTRO = N_(
    "It counts no more and stays readable in the list of changes. If it is wrong, "
    "correct it instead."
)


@needs(Role.EDITOR)
def retire(kind: Kind, key: str, code: str = "") -> ResponseReturnValue:
    """Show what retiring a fact will change; retire it with a reason."""
    known = entries.fact_held(kind, key, code)
    form = RetirementForm(data={"version": str(known.version)})
    spec = EDITABLE[kind]
    task = Task(
        page="editing/retire.html",
        save=partial(_retire, form, known),
        saved=N_("%(key)s is retired."),
        then=lambda written: page_of(kind, programs_of(known), written.number),
        words={
            "kind": kind.value,
            "heading": gettext(spec.retire, key=key),
            "about": about(known),
            "intro": gettext(INTRO),
            "cancel": page_showing(known),
            "rows": rows_of(spec.form(formdata=None), known),
        },
        offers=lambda: {"effect": _effect(spec, known)},
        conflict=lambda _problem: show_gone(known),
    )
    try:
        return carry_out(form, task)
    except Conflict:  # the page itself shows what would change
        return show_gone(known)


def _effect(spec: Editable, known: Fact) -> object:
    entries.preview_retirement(known, clock.today())
    return spec.effect(known, None, clock.today()) if spec.effect else None


def _retire(form: RetirementForm, known: Fact) -> Revision:
    seen = replace(known, version=form.seen_version)
    summary = summary_of(known, "retired", form.reason.data)
    return entries.retire(seen, signature(form, summary))


for kind, spec in EDITABLE.items():
    if spec.retire:
        bp.add_url_rule(
            f"{spec.at}/retire",
            f"retire_{kind.value}",
            retire,
            methods=["GET", "POST"],
            defaults={"kind": kind},
        )
