"""The form that retires a report."""

from flask_babel import lazy_gettext
from wtforms import StringField

from tracker.web.forms.base import TrackerForm
from tracker.web.forms.fields import Given, tidy


class RetirementForm(TrackerForm):
    """Only the reason: the report itself is named by the address."""

    reason = StringField(
        lazy_gettext("Why is it retired?"),
        [Given(lazy_gettext("Say why the report is retired."))],
        filters=[tidy],
        description=lazy_gettext("Stands in the history of the record."),
    )
