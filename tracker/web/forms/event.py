"""The form of an event: a meeting, visit, contract or weekly trend."""

from flask_babel import lazy_gettext
from wtforms import StringField, TextAreaField

from tracker.domain.record import Kind
from tracker.domain.vocabulary import EventKind, Trend
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    DATE_HINT,
    Given,
    NumberField,
    PartialDateField,
    WordField,
    tidy,
)
from tracker.web.forms.rows import PickList


class EventForm(CitingForm):
    """Checks the shape of an event."""

    fact_kind = Kind.EVENT
    names = (
        "dated",
        "kind",
        "title",
        "region",
        "amount",
        "currency",
        "trend",
        "programs",
        "sources",
    )
    dated = PartialDateField(
        lazy_gettext("Date"),
        [Given(lazy_gettext("Give the date of the event."))],
        description=DATE_HINT,
    )
    kind = WordField(
        lazy_gettext("Kind of event"),
        EventKind,
        [Given(lazy_gettext("Choose the kind of event."))],
        blank=lazy_gettext("Choose one"),
    )
    title = TextAreaField(
        lazy_gettext("What happened"),
        [Given(lazy_gettext("Say what happened."))],
        filters=[tidy],
        description=lazy_gettext("In English, in your own words, in a sentence."),
        render_kw={"rows": 3},
    )
    region = StringField(
        lazy_gettext("Where"),
        filters=[tidy],
        render_kw={"list": "regions", "autocomplete": "off"},
    )
    amount = NumberField(
        lazy_gettext("Amount of money"),
        description=lazy_gettext("A plain number: 13 million is 13 000 000."),
    )
    currency = StringField(
        lazy_gettext("Currency"),
        filters=[tidy, str.upper],
        description=lazy_gettext("Three letters: USD, RUB, BYN"),
    )
    trend = WordField(
        lazy_gettext("How the week was"),
        Trend,
        blank=lazy_gettext("Not a weekly trend"),
        description=lazy_gettext("Only for the weekly trend of the analysts."),
    )
    programs = PickList(
        lazy_gettext("Programs it is about"),
        what="programs",
        description=lazy_gettext("Type a part of the title or the code."),
    )
