"""Undoing a revision from its page: looked at first, then done by a new revision."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from tracker.domain.accounts import Role
from tracker.domain.changes import Origin
from tracker.domain.errors import RuleBroken
from tracker.domain.words import N_
from tracker.services import undo
from tracker.services.door import Author
from tracker.services.imports import Confirmed
from tracker.services.undo import UndoMoved
from tracker.services.undo_plan import UndoPlan
from tracker.web import clock
from tracker.web.access import csrf, needs
from tracker.web.address import word
from tracker.web.forms.decision import DecisionForm, decision_form
from tracker.web.plan_pages import clash_rows, row_page, sections
from tracker.web.translate import gettext

bp = Blueprint("undo", __name__, url_prefix="/changes/<int:number>/undo")
csrf.exempt(bp)  # its form brings the proof and says so when it is too old

CHOICES = {"ours": N_("Keep what came since"), "theirs": N_("Undo it all the same")}


@bp.route("", methods=["GET", "POST"])
@needs(Role.EDITOR)
def preview(number: int) -> ResponseReturnValue:
    """Show what undoing the revision would change; do it when that is confirmed."""
    plan = undo.plan_undo(number, clock.today())
    form = _form_for(plan)
    if request.method == "GET":
        return _page(plan, form)
    if not form.validate():
        return _page(plan, form), 400 if form.is_out_of_date else 422
    is_of_this_plan = form.fingerprint.data == plan.fingerprint
    if is_of_this_plan and form.refuse_undecided():
        return _page(plan, form), 422
    try:
        made = undo.apply_undo(
            number, _author(), form.summary.data, clock.today(), _confirmed(form)
        )
    except UndoMoved as moved:
        return _show_moved(moved)
    except RuleBroken as problem:
        form.refuse(problem)
        return _page(plan, form), 422
    words = gettext("Revision %(number)s is undone by this one.", number=number)
    flash(words, "success")
    return redirect(url_for("changes.detail", number=made.number), code=303)


@bp.get("/rows")
@needs(Role.EDITOR)
def rows(number: int) -> ResponseReturnValue:
    """Show all rows that would come, change or leave, a page at a time."""
    plan = undo.plan_undo(number, clock.today())
    page = row_page(plan, word("action"))
    return render_template("undo/rows.html", undone=plan.undone, page=page)


def _author() -> Author:
    return Author(current_user.name, Origin.REVERT)


def _confirmed(form: DecisionForm) -> Confirmed:
    return Confirmed(
        fingerprint=form.fingerprint.data or "",
        choices=form.choices,
        others=form.choice_for_others,
    )


def _show_moved(moved: UndoMoved) -> ResponseReturnValue:
    """The fresh preview, with what was typed and chosen so far."""
    form = _form_for(moved.plan)
    form.fingerprint.data = moved.plan.fingerprint
    form.refuse(moved)
    return _page(moved.plan, form), 409


def _form_for(plan: UndoPlan) -> DecisionForm:
    words = {choice: gettext(text) for choice, text in CHOICES.items()}
    summary = gettext("Undo of revision %(number)s", number=plan.undone.number)
    form = decision_form(plan.clashes, words, summary)
    if request.method == "GET":
        form.fingerprint.data = plan.fingerprint
    return form


def _page(plan: UndoPlan, form: DecisionForm) -> str:
    return render_template(
        "undo/preview.html",
        plan=plan,
        form=form,
        sections=sections(plan),
        clashes=clash_rows(plan.clashes[: len(form.clash_names)]),
    )
