"""The form of a claim: what somebody said about a whole plan."""

from flask_babel import lazy_gettext
from wtforms import Form, StringField, TextAreaField

from tracker.domain.record import Kind
from tracker.domain.vocabulary import Metric, Unit
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    DATE_HINT,
    CodeField,
    Given,
    KnownOnField,
    NumberField,
    PartialDateField,
    WordField,
    tidy,
)


class ClaimFields(Form):
    """What is asked of every claim, entered or only heard."""

    plan = CodeField(
        lazy_gettext("Plan"),
        [Given(lazy_gettext("Choose the plan."))],
        what="plans",
        blank=lazy_gettext("Choose one"),
        invalid_choice_message=lazy_gettext("Choose a plan of the list."),
    )
    dated = PartialDateField(
        lazy_gettext("When it was said"),
        [Given(lazy_gettext("Give the date of the claim."))],
        description=DATE_HINT,
    )


class ClaimForm(CitingForm, ClaimFields):
    """Checks the shape of a claim."""

    fact_kind = Kind.CLAIM
    names = (
        "plan",
        "dated",
        "claimant",
        "role",
        "metric",
        "low",
        "high",
        "unit",
        "qualifier",
        "known_on",
        "note",
        "sources",
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
    )
    high = NumberField(
        lazy_gettext("The highest"),
        description=lazy_gettext(
            "The same figure again where only one was named; empty for “or more”."
        ),
    )
    unit = WordField(lazy_gettext("Unit"), Unit, blank=lazy_gettext("No figure"))
    qualifier = StringField(
        lazy_gettext("Hedge"),
        filters=[tidy],
        description=lazy_gettext("The speaker's own: almost, over, about"),
    )
    known_on = KnownOnField()
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 3})
