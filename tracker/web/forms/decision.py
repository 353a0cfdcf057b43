"""The form under a preview: whose rows to keep where both sides changed, and why."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from flask import request
from flask_babel import lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice

from tracker.domain.errors import Conflict
from tracker.services.imports import Confirmed
from tracker.services.merge_steps import Choice
from tracker.services.refusals import Refusal
from tracker.web.forms.base import FLOW_FIELDS, TrackerForm
from tracker.web.forms.fields import Given, tidy
from tracker.web.translate import gettext, ngettext

# So many conflicts are decided one by one; the rest go by the choice for all.
SHOWN_CLASHES = 200
PREFIX = "choice-"


class Named(Protocol):
    """What is decided about, by its name."""

    @property
    def name(self) -> str: ...


class DecisionForm(TrackerForm):
    """What an editor decides about a plan; each conflict shown adds its own choice."""

    fingerprint = HiddenField()
    others = RadioField(
        lazy_gettext("All that you do not decide one by one"), default=""
    )
    summary = StringField(
        lazy_gettext("Why?"),
        [Given(lazy_gettext("Say in a few words why, for the list of changes."))],
        filters=[tidy],
        description=lazy_gettext("Stands in the history of the record."),
    )
    clash_names: tuple[str, ...] = ()
    clash_count = 0

    @property
    def choices(self) -> dict[str, Choice]:
        """The choices made one by one, also on conflicts that are none any more."""
        made = {
            name.removeprefix(PREFIX): text
            for name, text in request.form.items()
            if name.startswith(PREFIX)
        }
        known = set(Choice)
        return {name: Choice(text) for name, text in made.items() if text in known}

    @property
    def choice_for_others(self) -> Choice | None:
        """The choice for all conflicts that were not decided one by one."""
        return Choice(self.others.data) if self.others.data else None

    @property
    def confirmed(self) -> Confirmed:
        """What is agreed to: the plan that was looked at, and the choices made."""
        return Confirmed(
            fingerprint=self.fingerprint.data or "",
            choices=self.choices,
            others=self.choice_for_others,
        )

    @property
    def typed(self) -> dict[str, str]:
        """What was typed and chosen, without what each page brings anew."""
        new = FLOW_FIELDS | {"fingerprint"}
        return {name: text for name, text in request.form.items() if name not in new}

    def choice_of(self, name: str) -> RadioField:
        """The choice for the conflict of this *name*."""
        return self[field_name(name)]

    def refuse_undecided(self) -> bool:
        """Ask for every choice that is missing; tells whether any is."""
        if self.others.data:
            return False
        undecided = [n for n in self.clash_names if not self.choice_of(n).data]
        for name in undecided:
            key = name.partition(":")[2]
            self._say(name, gettext("%(key)s: choose which row shall stand.", key=key))
        hidden = self.clash_count - len(self.clash_names)
        if hidden:
            words = ngettext(
                "%(count)s more conflict does not fit on this page. Choose here for "
                "all that you do not decide one by one.",
                "%(count)s more conflicts do not fit on this page. Choose here for "
                "all that you do not decide one by one.",
                hidden,
                count=hidden,
            )
            self.others.errors = [*self.others.errors, words]
        return bool(undecided or hidden)

    def refuse_as(self, refusal: Refusal) -> int:
        """Say why it was refused before; gives the status that goes with that."""
        problem = refusal.error
        has_moved = isinstance(problem, Conflict)
        # A process that did not have the plan could not say at which field it is.
        if has_moved or not self.refuse_undecided():
            self.refuse(problem)
        return 409 if has_moved else 422

    def _say(self, name: str, words: str) -> None:
        field = self.choice_of(name)
        field.errors = [*field.errors, words]


def field_name(clash: str) -> str:
    """The name of the field that decides about a clash ("report:R0005")."""
    return f"{PREFIX}{clash}"


def decision_form(
    clashes: Sequence[Named],
    words: Mapping[str, str],
    default_summary: str,
    typed: Mapping[str, str] | None = None,
) -> DecisionForm:
    """The form for a plan with these *clashes*; *words* label the two choices.

    It holds what the request brings, or else what was *typed* before, if anything was.
    """
    options = [SelectChoice(choice.value, words[choice.value]) for choice in Choice]
    shown = tuple(clash.name for clash in clashes[:SHOWN_CLASHES])
    fields = {
        field_name(name): RadioField(
            name, choices=options, validators=[], validate_choice=False
        )
        for name in shown
    }
    made = type("DecisionFormWithChoices", (DecisionForm,), fields)
    kept = {"formdata": MultiDict(typed)} if typed and request.method == "GET" else {}
    form: DecisionForm = made(summary=default_summary, **kept)
    form.clash_names, form.clash_count = shown, len(clashes)
    each = SelectChoice("", gettext("Ask me about each"))
    form.others.choices = [each, *options]
    return form
