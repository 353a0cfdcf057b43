"""The form of a period: the day since which a report tells what changed."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext

from tracker.domain.errors import BadInput
from tracker.services.period import check_start, usual_start
from tracker.web.address import asked
from tracker.web.forms.base import TrackerForm
from tracker.web.forms.fields import DayField


class PeriodForm(TrackerForm):
    """Checks the word ``since`` of an address; the day of the view ends the period."""

    class Meta:
        """Nothing is written, so nobody needs to prove that they asked."""

        csrf = False

    token = None
    since = DayField(lazy_gettext("Changes since"), id="view-since")

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the shape, and that there are days between it and that of the view."""
        if not super().validate(extra_validators):
            return False
        try:
            if self.since.data:
                check_start(self.since.data, asked().view)
        except BadInput as problem:
            self.refuse(problem)
            return False
        return True

    @property
    def start(self) -> date:
        """The day typed, or the usual one."""
        return self.since.data or usual_start(asked().view)

    @property
    def input_type(self) -> str:
        """The type of the input; plain text keeps what was no date."""
        is_typed = bool(self.since.raw_data and self.since.raw_data[0])
        return "text" if is_typed and not self.since.data else "date"
