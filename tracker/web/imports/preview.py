"""Looking at what a workbook would change, and entering it when that is confirmed."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from tracker.domain.accounts import Role
from tracker.domain.changes import Origin
from tracker.domain.errors import RuleBroken
from tracker.domain.words import N_
from tracker.services import exports, sent_workbooks
from tracker.services.door import Author
from tracker.services.import_plan import ImportPlan
from tracker.services.imports import Confirmed, PlanMoved, WorkbookRefused
from tracker.services.sent_workbooks import Decision
from tracker.services.uploads import Upload
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.forms.base import OUT_OF_DATE, TrackerForm
from tracker.web.forms.decision import DecisionForm, decision_form
from tracker.web.forms.upload import UploadForm, reader_limits, upload_limit
from tracker.web.imports.blueprint import bp, upload_of, uploads
from tracker.web.plan_pages import clash_rows, sections
from tracker.web.translate import gettext

SHOWN_PROBLEMS = 200
CHOICES = {"ours": N_("Keep the record's row"), "theirs": N_("Take the workbook's row")}


@bp.route("/<id>", methods=["GET", "POST"])
@needs(Role.EDITOR)
def preview(id: str) -> ResponseReturnValue:
    """Show what a workbook would change; enter it when that is confirmed."""
    upload = upload_of(id)
    if upload.entered_as:
        return _done(upload)
    plan = sent_workbooks.look_at(uploads(), upload, clock.today())
    form = _form_for(plan, upload)
    if request.method == "GET":
        return plan_page(upload, plan, form)
    return _answer(upload, plan, form)


@bp.post("/<id>/discard")
@needs(Role.EDITOR)
def discard(id: str) -> ResponseReturnValue:
    """Forget a workbook that was sent; the record stays as it is."""
    upload = upload_of(id)
    if not TrackerForm().validate():
        flash(str(OUT_OF_DATE), "warning")
        return redirect(url_for(".preview", id=id), code=303)
    uploads().discard(upload)
    flash(gettext("The workbook is forgotten. Nothing was changed."), "success")
    return redirect(url_for(".index"), code=303)


def _answer(
    upload: Upload, plan: ImportPlan, form: DecisionForm
) -> ResponseReturnValue:
    """Carry out what was confirmed, or show the preview again with the reason."""
    if not form.validate():
        return plan_page(upload, plan, form), 400 if form.is_out_of_date else 422
    is_of_this_plan = form.fingerprint.data == plan.fingerprint
    if is_of_this_plan and form.refuse_undecided():
        return plan_page(upload, plan, form), 422
    try:
        entered = sent_workbooks.confirm(uploads(), upload, _decision(form))
    except PlanMoved as moved:
        return _show_moved(upload, moved)
    except WorkbookRefused as refused:
        return plan_page(upload, refused.plan, form), 422
    except RuleBroken as problem:
        form.refuse(problem)
        return plan_page(upload, plan, form), 422
    flash(_said_of(entered), "success")
    return redirect(url_for(".preview", id=upload.id), code=303)


def _show_moved(upload: Upload, moved: PlanMoved) -> ResponseReturnValue:
    """The fresh preview, with what was typed and chosen so far."""
    form = _form_for(moved.plan, upload)
    form.fingerprint.data = moved.plan.fingerprint
    form.refuse(moved)
    return plan_page(upload, moved.plan, form), 409


def _decision(form: DecisionForm) -> Decision:
    confirmed = Confirmed(
        fingerprint=form.fingerprint.data or "",
        choices=form.choices,
        others=form.choice_for_others,
    )
    return Decision(
        author=Author(current_user.name, Origin.WORKBOOK),
        summary=form.summary.data,
        today=clock.today(),
        confirmed=confirmed,
    )


def _form_for(plan: ImportPlan, upload: Upload) -> DecisionForm:
    words = {choice: gettext(text) for choice, text in CHOICES.items()}
    summary = gettext("Workbook %(name)s", name=upload.name)
    form = decision_form(plan.clashes, words, summary)
    if request.method == "GET":
        form.fingerprint.data = plan.fingerprint
    return form


def _said_of(entered: Upload) -> str:
    if entered.entered_by == current_user.name:
        return gettext("The workbook is in the record.")
    return gettext(
        "%(who)s had entered exactly this already. Nothing was changed twice.",
        who=entered.entered_by,
    )


def plan_page(upload: Upload, plan: ImportPlan, form: DecisionForm) -> str:
    """The page of a plan: its problems, or what it would change."""
    if plan.problems:
        return render_template(
            "imports/problems.html",
            upload=upload,
            plan=plan,
            problems=plan.problems[:SHOWN_PROBLEMS],
            form=UploadForm(formdata=None),
            limit=upload_limit(),
            limits=reader_limits(),
        )
    return render_template(
        "imports/preview.html",
        upload=upload,
        plan=plan,
        form=form,
        sections=sections(plan),
        clashes=clash_rows(plan.clashes[: len(form.clash_names)]),
    )


def _done(upload: Upload) -> ResponseReturnValue:
    """Say what became of a workbook, and offer one with the keys filled in."""
    if request.method == "POST":
        return redirect(url_for(".preview", id=upload.id), code=303)
    part, workbook = exports.export_like(upload.holds)
    address = url_for(
        "exports.workbook", plan=part.plan or None, sector=part.sector or None
    )
    return render_template(
        "imports/done.html", upload=upload, workbook=workbook, address=address
    )
