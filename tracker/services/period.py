"""The period that is told of: from a chosen day, or the usual quarter, to the view's.

What happened on the first day itself is told already; the last day belongs to it.
"""

from datetime import date, timedelta

from tracker.domain.dates import parse_day, view_day
from tracker.domain.errors import BadInput
from tracker.domain.views import View
from tracker.domain.words import N_

QUARTER = timedelta(days=90)


def usual_start(view: View) -> date:
    """The first day of a period that nobody chose: 90 days before that of *view*."""
    return view.as_of - QUARTER


def read_start(text: str, view: View) -> date:
    """The whole date in *text* as the first day of a period up to that of *view*.

    Raises BadInput for what is no date, is outside the record, or leaves no period.
    """
    start = parse_day(text, "since")
    check_start(start, view)
    return start


def check_start(start: date, view: View) -> None:
    """Refuse a first day outside the record, or not before that of *view*."""
    view_day(start.isoformat(), "since")
    if start >= view.as_of:
        raise BadInput(
            N_(
                "Nothing lies between %(since)s and %(as_of)s. Choose an earlier start."
            ),
            field="since",
            since=start.isoformat(),
            as_of=view.as_of.isoformat(),
        )
