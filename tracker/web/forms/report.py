"""The form of a report: one dated statement about one program."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice

from tracker.domain.record import Kind
from tracker.domain.report import Report
from tracker.domain.vocabulary import Closure, Condition, ReportKind, Side, Stage
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    Given,
    KnownOnField,
    NumberField,
    PartialDateField,
    WordField,
    WordRadioField,
    tidy,
)

# As a page sends them and as they are held.
ANSWERS = {"yes": True, "no": False, True: True, False: False}


class ReportForm(CitingForm):
    """Checks the shape of a report; whether it may be made is the domain's to say."""

    fact_kind = Kind.REPORT
    names = (
        "dated",
        "stage",
        "condition",
        "closure",
        "kind",
        "side",
        "percent",
        "known_on",
        "note",
        "sources",
    )
    dated = PartialDateField(
        lazy_gettext("Date of the report"),
        [Given(lazy_gettext("Give the date of the report."))],
        description=lazy_gettext(
            "When this held or was said: 2023, 2023-04 or 2023-04-05."
        ),
    )
    stage = WordField(
        lazy_gettext("Stage"),
        Stage,
        [Given(lazy_gettext("Choose the stage."))],
        blank=lazy_gettext("Choose one"),
        description=lazy_gettext("How far the program has come, by this report."),
    )
    condition = WordRadioField(
        lazy_gettext("Can it move?"), Condition, default=Condition.NORMAL
    )
    closure = WordField(
        lazy_gettext("Has it left the plan?"),
        Closure,
        blank=lazy_gettext("No, it is still in the plan"),
        description=lazy_gettext("Only if it left the plan otherwise than done."),
    )
    kind = WordRadioField(
        lazy_gettext("Whose word is it?"),
        ReportKind,
        [Given(lazy_gettext("Choose whose word it is."))],
    )
    side = WordRadioField(
        lazy_gettext("Whose step is it about?"), Side, default=Side.JOINT
    )
    percent = NumberField(
        lazy_gettext("Per cent done"),
        description=lazy_gettext("Only if the source says so: 80, 80.5 or 80,5."),
    )
    known_on = KnownOnField()
    note = TextAreaField(
        lazy_gettext("Note"),
        filters=[tidy],
        description=lazy_gettext("What the source says, in your own words."),
        render_kw={"rows": 4},
    )
    reverses = RadioField(
        lazy_gettext("Is this a real step back?"),
        choices=[
            SelectChoice("yes", lazy_gettext("Yes: from this day on it counts anew")),
            SelectChoice(
                "no",
                lazy_gettext("No: this is other or older news, keep what was said"),
            ),
        ],
        coerce=ANSWERS.get,
        validate_choice=False,
    )

    @property
    def asks_about_step_back(self) -> bool:
        """Whether the question of a step back was put, or answered before."""
        return bool(self.reverses.errors) or self.is_step_back_answered

    @property
    def is_step_back_answered(self) -> bool:
        """Whether the editor said what a lower stage means."""
        return self.reverses.data is not None

    @classmethod
    def values_of(cls, fact: Report) -> dict[str, Any]:
        """What the fields hold; a report that is no step back answers no question."""
        return {**super().values_of(fact), "reverses": fact.reverses or None}

    def values(self) -> dict[str, Any]:
        """The validated input, by the names of the domain."""
        return {**super().values(), "reverses": bool(self.reverses.data)}
