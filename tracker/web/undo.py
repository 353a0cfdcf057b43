"""Undoing a revision from its page: looked at first, then done by a new revision."""

from pathlib import Path

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user

from tracker.domain.accounts import Role
from tracker.domain.changes import Origin, Revision
from tracker.domain.errors import RuleBroken
from tracker.domain.words import N_
from tracker.services import large_undo, undo
from tracker.services.door import Author
from tracker.services.import_stages import Stage
from tracker.services.imports import Decision
from tracker.services.large_undo import Decided, Undoing
from tracker.services.underway import Unfinished
from tracker.services.undo import UndoMoved
from tracker.services.undo_plan import UndoPlan
from tracker.web import clock
from tracker.web.access import csrf, needs
from tracker.web.address import word
from tracker.web.beside import beside_requests
from tracker.web.forms.decision import DecisionForm, decision_form
from tracker.web.plan_pages import clash_rows, row_page, sections
from tracker.web.translate import gettext
from tracker.web.working import wants_json, working_page

bp = Blueprint("undo", __name__, url_prefix="/changes/<int:number>/undo")
csrf.exempt(bp)  # its form brings the proof and says so when it is too old

FOLDER = "undos"
INTERRUPTED = N_(
    "Undoing this revision was interrupted, and nothing of it was written. What you "
    "typed is still here: confirm once more to go on."
)
CHOICES = {"ours": N_("Keep what came since"), "theirs": N_("Undo it all the same")}


@bp.route("", methods=["GET", "POST"])
@needs(Role.EDITOR)
def preview(number: int) -> ResponseReturnValue:
    """Show what undoing the revision would change; do it when that is confirmed."""
    return _show(number) if request.method == "GET" else _answer(number)


@bp.get("/rows")
@needs(Role.EDITOR)
def rows(number: int) -> ResponseReturnValue:
    """Show all rows that would come, change or leave, a page at a time."""
    plan = undo.plan_undo(number, clock.today())
    page = row_page(plan, word("action"))
    return render_template("undo/rows.html", undone=plan.undone, page=page)


def _undoing(number: int) -> Undoing:
    """The undo of this revision by this person, where it takes long."""
    folder = Path(current_app.instance_path) / FOLDER
    return Undoing(number, current_user.account.login, folder, beside_requests)


def _show(number: int) -> ResponseReturnValue:
    """The plan, how far it is, or what became of it; with why it was refused."""
    undoing = _undoing(number)
    found = large_undo.look_at(undoing, clock.today())
    if isinstance(found, Unfinished):
        first = Stage.PLANNING
        return working_page("undo/working.html", found, first, number=number)
    if wants_json():
        return {"next": _address(number)}
    if isinstance(found, Revision):
        large_undo.told(undoing, found)
        return _lead_to(number, found)
    decided = undoing.decided()
    form = _form_for(number, found, decided)
    status = 200 if decided is None else _say_outcome(form, decided)
    if found.changes_nothing or found.problems:
        undoing.forget()  # nothing is left to decide
    return _page(found, form), status


def _say_outcome(form: DecisionForm, decided: Decided) -> int:
    """Say in the form why it is not done yet; gives the status that goes with it."""
    if decided.refusal is not None:
        return form.refuse_as(decided.refusal)
    form.form_errors.append(gettext(INTERRUPTED))
    return 200


def _answer(number: int) -> ResponseReturnValue:
    """Carry out what was confirmed; only to say why not it takes a plan."""
    form = _form_for(number)
    if not form.validate():
        return _refuse(number)
    if large_undo.is_large(number):
        return _answer_later(number, form)
    confirmed = form.confirmed
    try:
        made = undo.apply_undo(
            number, _author(), form.summary.data, clock.today(), confirmed
        )
    except UndoMoved as moved:
        return _show_moved(moved)
    except RuleBroken as problem:
        return _refuse(number, problem)
    return _lead_to(number, made)


def _answer_later(number: int, form: DecisionForm) -> ResponseReturnValue:
    """Begin what was confirmed, and lead to how far it is or what became of it."""
    undoing = _undoing(number)
    decision = Decision(
        author=_author(),
        summary=form.summary.data,
        today=clock.today(),
        confirmed=form.confirmed,
    )
    large_undo.confirm(undoing, decision, form.typed)
    return redirect(_address(number), code=303)


def _refuse(number: int, problem: RuleBroken | None = None) -> ResponseReturnValue:
    """The plan again, with what is wrong in the form, or what the record refused."""
    plan = undo.plan_undo(number, clock.today())
    form = _form_for(number, plan)
    form.validate()
    is_of_this_plan = form.fingerprint.data == plan.fingerprint
    if problem is not None and not (is_of_this_plan and form.refuse_undecided()):
        form.refuse(problem)
    return _page(plan, form), 400 if form.is_out_of_date else 422


def _show_moved(moved: UndoMoved) -> ResponseReturnValue:
    """The fresh preview, with what was typed and chosen so far."""
    form = _form_for(moved.plan.undone.number, moved.plan)
    form.fingerprint.data = moved.plan.fingerprint
    form.refuse(moved)
    return _page(moved.plan, form), 409


def _lead_to(number: int, made: Revision) -> ResponseReturnValue:
    words = gettext("Revision %(number)s is undone by this one.", number=number)
    flash(words, "success")
    return redirect(url_for("changes.detail", number=made.number), code=303)


def _address(number: int) -> str:
    return url_for(".preview", number=number)


def _author() -> Author:
    return Author(current_user.name, Origin.REVERT)


def _form_for(
    number: int, plan: UndoPlan | None = None, decided: Decided | None = None
) -> DecisionForm:
    """The form under a plan, with what its owner typed when last asked."""
    words = {choice: gettext(text) for choice, text in CHOICES.items()}
    summary = gettext("Undo of revision %(number)s", number=number)
    typed = decided.typed if decided is not None else None
    form = decision_form(plan.clashes if plan else (), words, summary, typed)
    if plan is not None and request.method == "GET":
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
