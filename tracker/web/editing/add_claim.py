"""Adding a claim about a whole plan."""

from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.accounts import Role
from tracker.services import entries
from tracker.services.catalogue import catalogue
from tracker.services.choices import claimants_used
from tracker.services.entries import Entry
from tracker.web import clock
from tracker.web.access import needs
from tracker.web.claim_words import figure_words
from tracker.web.editing.blueprint import bp
from tracker.web.editing.flow import Task, carry_out, signature
from tracker.web.editing.offers import references, to_choose
from tracker.web.editing.wording import Entered, rows_of
from tracker.web.forms.claim import ClaimForm

# What a preview shows before the figure, and after it.
ABOUT = ("plan", "dated", "claimant", "role", "metric")
BESIDE = ("known_on", "note")


@bp.route("/claims/add", methods=["GET", "POST"])
@needs(Role.EDITOR)
def add_claim() -> ResponseReturnValue:
    """Show the form of a claim; preview it, then add it."""
    form = ClaimForm()
    plans = catalogue().plans.values()
    form.plan.choices = to_choose(plans, gettext("Choose one"))
    task = Task(
        page="editing/add_claim.html",
        preview_page="editing/preview_entry.html",
        preview=partial(_preview, form),
        save=partial(_add, form),
        saved=gettext("The claim is in the record."),
        then=url_for("claims.index"),
        words={"heading": gettext("Add a claim")},
        offers=lambda: {**references(), "claimants": claimants_used()},
    )
    return carry_out(form, task)


def _entry(form: ClaimForm) -> Entry:
    return Entry(form.to_claim(), form.to_new_sources())


def _preview(form: ClaimForm) -> Entered:
    settled = entries.preview(_entry(form), clock.today())
    claim = form.to_claim()
    rows = [
        *rows_of(form, claim, ABOUT),
        (gettext("Claimed"), figure_words(claim) or gettext("no figure")),
        *rows_of(form, claim, BESIDE),
    ]
    return Entered(rows, settled)


def _add(form: ClaimForm) -> None:
    summary = f"Claim of {form.claimant.data}, {form.dated.data}"
    entries.enter(_entry(form), signature(form, summary))
