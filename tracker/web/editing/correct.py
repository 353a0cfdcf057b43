"""Correcting a fact: the right one takes the place of the wrong one.

A row of history is retired and stays readable; other facts are edited in their rows.
Two editors cannot overwrite each other: the second sees both versions and chooses.
"""

from functools import partial

from flask import request
from flask.typing import ResponseReturnValue

from tracker.domain.accounts import Role
from tracker.domain.errors import Conflict
from tracker.domain.record import KINDS, Fact, Kind, key_of
from tracker.domain.words import N_
from tracker.services import entries
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.conflicts import show_both, show_gone
from tracker.web.editing.flow import Task, carry_out, show
from tracker.web.editing.kinds import EDITABLE
from tracker.web.editing.links import page_showing
from tracker.web.editing.offers import about, with_choices
from tracker.web.editing.work import Work
from tracker.web.forms.fact import FactForm
from tracker.web.forms.kept import kept_words
from tracker.web.translate import gettext

THEIRS = "theirs"
# What was typed beside the values of the fact, an answered question among it.
CARRIED = ("token", "reason", "new_sources", "reverses")
IN_HISTORY = N_(
    "The wrong one is retired and stays readable in the list of changes; the right one "
    "takes its place."
)
IN_ITS_ROW = N_("What stood before stays readable in the list of changes.")
REPLACED = N_("%(key)s has taken the place of %(replaces)s.")
EDITED = N_("%(key)s is changed.")


@needs(Role.EDITOR)
def correct(kind: Kind, key: str = "", code: str = "") -> ResponseReturnValue:
    """Show a fact in its form; preview what a correction changes, then write it."""
    known = entries.fact_held(kind, key or code, code)
    if request.method == "GET" and entries.heir_of(known) != known:
        return show_gone(known)
    form = with_choices(EDITABLE[kind].form.began_from(known))
    task = _task(Work(kind=kind, form=form, code=code, known=known))
    if request.form.get("step") == "choose" and form.validate():
        return show(with_choices(_as_chosen(form, known)), task)
    return carry_out(form, task)


def _task(work: Work) -> Task:
    known = work.known
    assert known is not None
    spec, is_history = work.spec, KINDS[work.kind].is_history
    intro = gettext(IN_HISTORY if is_history else IN_ITS_ROW)
    return Task(
        preview=work.preview,
        save=work.save,
        saved=REPLACED if is_history else EDITED,
        then=lambda written: page_showing(work.entry.fact, written.number),
        words={
            "kind": work.kind.value,
            "heading": gettext(spec.correct, key=key_of(known)),
            "about": about(known),
            "intro": intro,
            "cancel": page_showing(known),
        },
        offers=work.offers,
        conflict=partial(_tell, work),
    )


def _tell(work: Work, _problem: Conflict) -> ResponseReturnValue:
    assert work.known is not None
    heir = entries.heir_of(work.known)
    if heir is None:
        return show_gone(work.known, kept_words())
    return show_both(work, heir)


def _as_chosen(form: FactForm, known: Fact) -> FactForm:
    """The form with the editor's words, save where the record's were chosen."""
    now = form.values_of(known)
    mine = form.values_of(form.to_change(known))
    taken = {name for name in now if request.form.get(f"keep-{name}") == THEIRS}
    values = mine | {name: now[name] for name in taken}
    carried = [name for name in CARRIED if name in form and name not in taken]
    values |= {name: form[name].data for name in carried}
    return form.began_from(known, values, formdata=None)


for kind, spec in EDITABLE.items():
    bp.add_url_rule(
        f"{spec.at}/{spec.step}",
        f"{spec.step}_{kind.value}",
        correct,
        methods=["GET", "POST"],
        defaults={"kind": kind},
    )
