"""The form of a source on its own."""

from typing import Any

from tracker.domain.record import Fact, Kind
from tracker.web.forms.citing import SourceFields
from tracker.web.forms.fact import FactForm


class SourceForm(FactForm, SourceFields):
    """Checks the shape of a source; the record names it by publisher and date."""

    fact_kind = Kind.SOURCE
    names = SourceFields.names
    is_blank = False  # here a source is what the page is for

    def to_fact(self, **given: Any) -> Fact:
        """The validated input as a new source, which the record will name."""
        return super().to_fact(id="", **given)
