"""Adding an act: a treaty, law, decree or other paper."""

from functools import partial

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.services import entries
from tracker.services.catalogue import catalogue
from tracker.services.entries import Entry
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.offers import references, to_choose
from tracker.web.editing.wording import Entered, entered
from tracker.web.forms.act import ActForm

SHOWN = (
    "title_en",
    "title_ru",
    "kind",
    "signed_on",
    "in_force_on",
    "plan",
    "programs",
    "note",
)


@bp.route("/acts/add", methods=["GET", "POST"])
@needs(Role.EDITOR)
def add_act() -> ResponseReturnValue:
    """Show the form of an act; preview it, then add it."""
    held = catalogue()
    program = held.programs.get(request.args.get("code", ""))
    begun = {"programs": [program.code], "plan": program.plan} if program else {}
    form = ActForm(data=begun)
    form.plan.choices = to_choose(held.plans.values(), gettext("None of the plans"))
    task = Task(
        page="editing/add_act.html",
        preview_page="editing/preview_entry.html",
        preview=partial(_preview, form),
        save=partial(_add, form),
        saved=gettext("The act is in the record."),
        then=_page_of(form),
        words={"heading": gettext("Add an act")},
        offers=references,
    )
    return carry_out(form, task)


def _page_of(form: ActForm) -> str:
    """The page that shows the act: its first program's, or the overview."""
    codes = form.programs.codes
    if codes:
        return url_for("programs.detail", code=codes[0])
    return url_for("overview.index")


def _entry(form: ActForm) -> Entry:
    return Entry(form.to_act(), form.to_new_sources())


def _preview(form: ActForm) -> Entered:
    return entered(form, entries.preview(_entry(form), clock.today()), SHOWN)


def _add(form: ActForm) -> None:
    summary = f"Act: {form.title_en.data}"
    entries.enter(_entry(form), signature(form, summary))
