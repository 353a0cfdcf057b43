"""The form of a claim: what somebody said about a whole plan."""

from flask_babel import lazy_gettext
from wtforms import SelectField, StringField, TextAreaField

from tracker.domain.claims import Claim
from tracker.domain.vocabulary import Metric, Unit
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    DayField,
    Given,
    NumberField,
    PartialDateField,
    WordField,
    tidy,
)

DECIMAL = {"inputmode": "decimal"}


class ClaimForm(CitingForm):
    """Checks the shape of a claim. The choices of ``plan`` are given by the view."""

    plan = SelectField(
        lazy_gettext("Plan"),
        [Given(lazy_gettext("Choose the plan."))],
        invalid_choice_message=lazy_gettext("Choose a plan of the list."),
    )
    dated = PartialDateField(
        lazy_gettext("Date of the claim"),
        [Given(lazy_gettext("Give the date of the claim."))],
        description=lazy_gettext("2023, 2023-04 or 2023-04-05"),
    )
    claimant = StringField(
        lazy_gettext("Who said it"),
        [Given(lazy_gettext("Say whose claim it is."))],
        filters=[tidy],
        description=lazy_gettext("As the record writes the name: A. Lukashenka"),
        render_kw={"list": "claimants", "autocomplete": "off"},
    )
    role = StringField(
        lazy_gettext("Office"),
        filters=[tidy],
        description=lazy_gettext("The office the person held on that day"),
    )
    metric = WordField(
        lazy_gettext("What is counted"),
        Metric,
        [Given(lazy_gettext("Choose what is counted."))],
        blank=lazy_gettext("Choose one"),
    )
    low = NumberField(
        lazy_gettext("Figure, or the lowest"),
        description=lazy_gettext("“More than 50” is 50 here and nothing below."),
        render_kw=DECIMAL,
    )
    high = NumberField(
        lazy_gettext("The highest"),
        description=lazy_gettext(
            "The same figure again where only one was named; empty for “or more”."
        ),
        render_kw=DECIMAL,
    )
    unit = WordField(lazy_gettext("Unit"), Unit, blank=lazy_gettext("No figure"))
    qualifier = StringField(
        lazy_gettext("Hedge"),
        filters=[tidy],
        description=lazy_gettext("The speaker's own: almost, over, about"),
    )
    known_on = DayField(
        lazy_gettext("Known on"),
        description=lazy_gettext(
            "The day the public could know it. Left empty, it follows from the sources."
        ),
    )
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 3})

    def to_claim(self) -> Claim:
        """The validated input as a domain value."""
        return Claim(
            dated=self.dated.data,
            claimant=self.claimant.data,
            role=self.role.data,
            plan=self.plan.data,
            metric=self.metric.data,
            low=self.low.data,
            high=self.high.data,
            unit=self.unit.data,
            qualifier=self.qualifier.data,
            known_on=self.known_on.data,
            note=self.note.data,
            sources=self.sources.codes,
        )
