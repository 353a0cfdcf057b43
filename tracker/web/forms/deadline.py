"""The form of a deadline statement: a milestone is due by a date."""

from flask_babel import lazy_gettext
from wtforms import StringField, TextAreaField

from tracker.domain.record import Kind
from tracker.domain.vocabulary import Bound
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    DATE_HINT,
    Given,
    KnownOnField,
    PartialDateField,
    WordRadioField,
    tidy,
)


class DeadlineForm(CitingForm):
    """Checks the shape of a statement that something is due."""

    fact_kind = Kind.DEADLINE
    names = (
        "milestone",
        "due",
        "bound",
        "stated_on",
        "met_on",
        "known_on",
        "note",
        "sources",
    )
    milestone = StringField(
        lazy_gettext("What is due"),
        [Given(lazy_gettext("Say what is due."))],
        filters=[tidy],
        description=lazy_gettext(
            "A milestone such as “Market launch”. “Whole program” moves the due date "
            "of the program itself. Keep to the name used before, so that slips show."
        ),
        render_kw={"list": "milestones", "autocomplete": "off"},
    )
    due = PartialDateField(
        lazy_gettext("Due"),
        [Given(lazy_gettext("Give the date it is due."))],
        description=lazy_gettext("2026, 2026-07 or 2026-07-01. A year means its end."),
    )
    bound = WordRadioField(lazy_gettext("What kind of word"), Bound, default=Bound.BY)
    stated_on = PartialDateField(
        lazy_gettext("Said on"),
        [Given(lazy_gettext("Give the date when it was said."))],
        description=DATE_HINT,
    )
    met_on = PartialDateField(
        lazy_gettext("Met on"),
        description=lazy_gettext("Only if a source says that the milestone was met."),
    )
    known_on = KnownOnField()
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 3})
