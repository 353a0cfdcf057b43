"""Looking at what a workbook would change, and entering it when that is confirmed."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from tracker.domain.accounts import Role
from tracker.domain.changes import Origin
from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.services import sent_workbooks
from tracker.services.door import Author
from tracker.services.imports import Decision
from tracker.services.underway import Unfinished
from tracker.services.uploads import Upload
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.forms.base import OUT_OF_DATE, TrackerForm
from tracker.web.forms.decision import DecisionForm
from tracker.web.imports.blueprint import bp, desk, look_at, upload_of, uploads
from tracker.web.imports.pages import done_page, form_for, how_far_page, plan_page
from tracker.web.imports.send import refuse_sent
from tracker.web.translate import gettext
from tracker.web.working import wants_json

INTERRUPTED = N_(
    "Entering this workbook was interrupted, and nothing of it was written. What you "
    "typed is still here: confirm once more to go on."
)
AT_WORK = N_("The tracker is at work on this workbook. Wait until that is done.")


@bp.route("/<id>", methods=["GET", "POST"])
@needs(Role.EDITOR)
def preview(id: str) -> ResponseReturnValue:
    """Show what a workbook would change; enter it when that is confirmed."""
    upload = upload_of(id)
    if request.method == "GET":
        return done_page(upload) if upload.entered_as else _show(upload)
    if upload.entered_as:
        return _back_to(upload)
    return _answer(upload)


@bp.post("/<id>/discard")
@needs(Role.EDITOR)
def discard(id: str) -> ResponseReturnValue:
    """Forget a workbook that was sent; the record stays as it is."""
    upload = upload_of(id)
    is_good = TrackerForm().validate()
    if not is_good or desk().progress(upload) is not None:
        flash(gettext(AT_WORK) if is_good else str(OUT_OF_DATE), "warning")
        return _back_to(upload)
    uploads().discard(upload)
    flash(gettext("The workbook is forgotten. Nothing was changed."), "success")
    return redirect(url_for(".index"), code=303)


def _show(upload: Upload) -> ResponseReturnValue:
    """How far it is, or the plan; with what came of the last confirmation."""
    try:
        plan = look_at(upload)
    except BadInput as problem:
        return _lead_back(upload) if wants_json() else refuse_sent(problem)
    if isinstance(plan, Unfinished):
        return how_far_page(upload, plan)
    if wants_json():
        return _lead_back(upload)
    form = form_for(plan, upload)
    form.fingerprint.data = plan.fingerprint
    status = 422 if plan.problems else _say_outcome(form, upload)
    return plan_page(upload, plan, form), status


def _say_outcome(form: DecisionForm, upload: Upload) -> int:
    """Say in the form why it is not entered yet; gives the status that goes with it."""
    if upload.refusal is not None:
        return form.refuse_as(upload.refusal)
    if upload.is_decided:
        form.form_errors.append(gettext(INTERRUPTED))
    return 200


def _answer(upload: Upload) -> ResponseReturnValue:
    """Carry out what was confirmed, or show the preview again with the reason."""
    plan = sent_workbooks.planned_already(upload, clock.today())
    form = form_for(plan, upload)
    is_good = form.validate()
    is_of_this_plan = plan is not None and form.fingerprint.data == plan.fingerprint
    if not is_good or (is_of_this_plan and form.refuse_undecided()):
        return _refuse(upload)
    after = sent_workbooks.confirm(desk(), upload, _decision(form), form.typed)
    if after.refusal is not None:
        return _show(after)
    return _back_to(after)


def _refuse(upload: Upload) -> ResponseReturnValue:
    """The preview again, with what is wrong in the form."""
    plan = sent_workbooks.plan_now(desk(), upload, clock.today())
    # Anew: a process that did not have the plan knew of no conflicts.
    form = form_for(plan, upload)
    if form.validate() and form.fingerprint.data == plan.fingerprint:
        form.refuse_undecided()
    return plan_page(upload, plan, form), 400 if form.is_out_of_date else 422


def _decision(form: DecisionForm) -> Decision:
    return Decision(
        author=Author(current_user.name, Origin.WORKBOOK),
        summary=form.summary.data,
        today=clock.today(),
        confirmed=form.confirmed,
    )


def _back_to(upload: Upload) -> ResponseReturnValue:
    return redirect(url_for(".preview", id=upload.id), code=303)


def _lead_back(upload: Upload) -> ResponseReturnValue:
    """Tell the script of a page to open the page anew."""
    return {"next": url_for(".preview", id=upload.id)}
