"""The form of a source on its own."""

from tracker.web.forms.base import TrackerForm
from tracker.web.forms.citing import SourceFields


class SourceForm(TrackerForm, SourceFields):
    """Checks the shape of a source; the record names it by publisher and date."""

    is_blank = False  # here a source is what the page is for
