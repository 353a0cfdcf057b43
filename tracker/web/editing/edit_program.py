"""Editing the description of a program; two editors cannot overwrite each other."""

from functools import partial

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.domain.errors import Conflict
from tracker.domain.program import Program
from tracker.services import descriptions
from tracker.services.catalogue import Catalogue
from tracker.services.descriptions import described
from tracker.services.entries import Entry
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, show, signature
from tracker.web.editing.offers import references, to_choose
from tracker.web.editing.wording import compared
from tracker.web.filters import sentence
from tracker.web.forms.kept import kept_words
from tracker.web.forms.program import ProgramForm, values_of

THEIRS = "theirs"


@bp.route("/programs/<code>/edit", methods=["GET", "POST"])
@needs(Role.EDITOR)
def edit_program(code: str) -> ResponseReturnValue:
    """Show the description in its form; preview the edit, then write it."""
    program, held = described(code)
    form = with_sectors(ProgramForm.began_from(program, values_of(program)), held)
    task = Task(
        page="editing/edit_program.html",
        preview_page="editing/preview_program.html",
        preview=partial(_preview, form, program),
        save=partial(_edit, form, program),
        saved=gettext("The description of %(code)s is changed.", code=code),
        then=url_for("programs.detail", code=code),
        words={"program": program},
        offers=references,
        conflict=partial(_show_both, form, program),
    )
    if request.form.get("step") == "choose" and form.validate():
        return show(_as_chosen(form, program, held), task)
    return carry_out(form, task)


def with_sectors(form: ProgramForm, held: Catalogue) -> ProgramForm:
    """Give the form the sectors to choose from."""
    form.sector.choices = to_choose(held.sectors.values())
    return form


def _entry(form: ProgramForm, program: Program) -> Entry:
    return Entry(form.to_program(program), form.to_new_sources())


def _preview(form: ProgramForm, program: Program) -> dict[str, object]:
    preview = descriptions.preview_description(_entry(form, program), clock.today())
    edited = preview.settled.fact
    assert isinstance(edited, Program)
    rows = compared(form, values_of(program), values_of(edited))
    return {"rows": rows, "settled": preview.settled}


def _edit(form: ProgramForm, program: Program) -> None:
    summary = f"{program.code} described anew"
    if form.reason.data:
        summary = f"{summary}: {form.reason.data}"
    descriptions.edit_description(_entry(form, program), signature(form, summary))


def _show_both(
    form: ProgramForm, program: Program, problem: Conflict
) -> ResponseReturnValue:
    """Show the record's version beside the editor's, field by field, to choose from.

    What the editor did not touch is chosen as the record has it, the rest as typed.
    """
    mine = values_of(form.to_program(program))
    page = render_template(
        "editing/conflict_program.html",
        program=program,
        rows=compared(form, values_of(program), mine),
        untouched=form.untouched(mine),
        kept=kept_words(),
        message=sentence(problem),
    )
    return page, 409


def _as_chosen(form: ProgramForm, program: Program, held: Catalogue) -> ProgramForm:
    """The form with the editor's words, save where the record's were chosen."""
    now = values_of(program)
    mine = values_of(form.to_program(program))
    taken = {name for name in now if request.form.get(f"keep-{name}") == THEIRS}
    values = mine | {name: now[name] for name in taken}
    values |= {name: form[name].data for name in ("token", "reason", "new_sources")}
    chosen = ProgramForm.began_from(program, values, formdata=None)
    return with_sectors(chosen, held)
