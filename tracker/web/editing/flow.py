"""The way of every form: typed, checked, shown as what it changes, and saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from tracker.domain.changes import Add, Revision, Step
from tracker.domain.errors import BadInput, Conflict, RuleBroken, TrackerError
from tracker.domain.source import Source
from tracker.services.entries import RecordRefused, Signature
from tracker.web import clock
from tracker.web.access import author
from tracker.web.forms.base import TrackerForm
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.kept import kept_words
from tracker.web.translate import gettext

ADD_ROW = "more-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a form is for: its two pages and what its buttons call.

    ``saved`` is said of what was entered, on the page that ``then`` gives. ``words``
    are what both templates need; ``offers`` what only the form needs; ``conflict``
    answers when the row changed since the editor began. Without a ``preview`` the form
    itself shows what will change.
    """

    page: str = "editing/form.html"
    preview_page: str = "editing/preview.html"
    preview: Callable[[], object] | None = None
    save: Callable[[], Revision]
    saved: str
    then: Callable[[Revision], str]
    words: Mapping[str, Any] = field(default_factory=dict)
    offers: Callable[[], Mapping[str, Any]] = dict
    conflict: Callable[[Conflict], ResponseReturnValue] | None = None


def carry_out(form: TrackerForm, task: Task) -> ResponseReturnValue:
    """Answer a request for a form page, by the button that was pressed.

    Nothing pressed shows the form; "check" its preview; "save" writes; "change" goes
    back from the preview to the form; "more-…" offers one more row.
    """
    pressed = request.form.get("step", "check") if request.method == "POST" else ""
    if pressed.startswith(ADD_ROW) and isinstance(form, CitingForm):
        form.add_row(pressed.removeprefix(ADD_ROW))
    if pressed not in {"check", "save"}:
        return show(form, task)
    if not form.validate():
        return show(form, task), 400 if form.is_out_of_date else 422
    try:
        return _save(task) if pressed == "save" else _preview(form, task)
    except RecordRefused as refused:
        show_refused(form, refused)
    except (RuleBroken, BadInput) as problem:
        form.refuse(problem)
    except Conflict as problem:
        return _tell_conflict(form, task, problem)
    return show(form, task), 422


def show(form: TrackerForm, task: Task) -> str:
    """The form with whatever was typed and whatever is wrong with it."""
    return render_template(task.page, form=form, **task.words, **task.offers())


def _preview(form: TrackerForm, task: Task) -> str:
    if task.preview is None:
        return show(form, task)
    return render_template(
        task.preview_page, preview=task.preview(), kept=kept_words(), **task.words
    )


def _save(task: Task) -> ResponseReturnValue:
    revision = task.save()
    entered = revision.changes[-1]  # its sources come first
    words = gettext(task.saved, key=entered.key, replaces=entered.replaces)
    flash(words, "success")
    return redirect(task.then(revision), code=303)


def _tell_conflict(
    form: TrackerForm, task: Task, problem: Conflict
) -> ResponseReturnValue:
    if task.conflict is not None:
        return task.conflict(problem)
    form.refuse(problem)
    return show(form, task), 409


def show_refused(form: TrackerForm, refused: RecordRefused) -> None:
    """Show every broken rule at the field it is about."""
    for step, problems in refused.problems:
        for problem in problems:
            _show_broken(form, step, problem)


def _show_broken(form: TrackerForm, step: Step, problem: TrackerError) -> None:
    if isinstance(form, CitingForm) and isinstance(step, Add):
        typed = list(form.to_new_sources())
        fact = step.fact
        nameless = replace(fact, id="") if isinstance(fact, Source) else None
        if nameless in typed:
            form.refuse_source(typed.index(nameless), problem)
            return
    form.refuse(problem)


def signature(form: TrackerForm, summary: str) -> Signature:
    """Sign what *form* enters: who, today, why, and the mark of this submission."""
    return Signature(
        author=author(), today=clock.today(), token=form.submission, summary=summary
    )
