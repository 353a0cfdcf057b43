"""The form of a deadline statement: a milestone is due by a date."""

from flask_babel import lazy_gettext
from wtforms import StringField, TextAreaField

from tracker.domain.deadlines import Deadline
from tracker.domain.vocabulary import Bound
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    DayField,
    Given,
    PartialDateField,
    WordRadioField,
    tidy,
)


class DeadlineForm(CitingForm):
    """Checks the shape of a statement that something is due."""

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
        description=lazy_gettext("2023, 2023-04 or 2023-04-05"),
    )
    met_on = PartialDateField(
        lazy_gettext("Met on"),
        description=lazy_gettext("Only if a source says that the milestone was met."),
    )
    known_on = DayField(
        lazy_gettext("Known on"),
        description=lazy_gettext(
            "The day the public could know it. Left empty, it follows from the sources."
        ),
    )
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 3})

    def to_deadline(self, program: str) -> Deadline:
        """The validated input as a domain value."""
        return Deadline(
            program=program,
            milestone=self.milestone.data,
            stated_on=self.stated_on.data,
            due=self.due.data,
            bound=self.bound.data or Bound.BY,
            met_on=self.met_on.data,
            known_on=self.known_on.data,
            note=self.note.data,
            sources=self.sources.codes,
        )
