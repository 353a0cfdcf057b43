"""The pages of one import: how far it is, what it would change, what became of it."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from tracker.domain.words import N_
from tracker.services import exports
from tracker.services.import_plan import ImportPlan
from tracker.services.import_stages import Stage
from tracker.services.underway import Unfinished
from tracker.services.uploads import Upload
from tracker.web.clock import today
from tracker.web.forms.decision import DecisionForm, decision_form
from tracker.web.forms.upload import UploadForm, reader_limits, upload_limit
from tracker.web.plan_pages import clash_rows, sections
from tracker.web.translate import gettext
from tracker.web.working import working_page

SHOWN_PROBLEMS = 200
CHOICES = {"ours": N_("Keep the record's row"), "theirs": N_("Take the workbook's row")}


def form_for(plan: ImportPlan | None, upload: Upload) -> DecisionForm:
    """The form under a plan, with what its owner typed when last asked."""
    words = {choice: gettext(text) for choice, text in CHOICES.items()}
    summary = gettext("Workbook %(name)s", name=upload.name)
    return decision_form(plan.clashes if plan else (), words, summary, upload.typed)


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


def how_far_page(upload: Upload, found: Unfinished) -> ResponseReturnValue:
    """Say how far the work on an upload is."""
    return working_page("imports/working.html", found, Stage.OPENING, upload=upload)


def done_page(upload: Upload) -> str:
    """Say what became of a workbook, and offer one with the keys filled in."""
    part, workbook = exports.export_like(upload.holds, today())
    address = url_for(
        "exports.workbook", plan=part.plan or None, sector=part.sector or None
    )
    return render_template(
        "imports/done.html",
        upload=upload,
        said=said_of(upload),
        workbook=workbook,
        address=address,
    )


def said_of(entered: Upload) -> str:
    """Who has entered it."""
    if entered.entered_by == current_user.name:
        return gettext("The workbook is in the record.")
    return gettext(
        "%(who)s had entered exactly this already. Nothing was changed twice.",
        who=entered.entered_by,
    )
