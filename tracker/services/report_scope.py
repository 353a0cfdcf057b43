"""What a whole report is about: plans in a view, since when, and for whom."""

from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.program import Plan
from tracker.domain.views import View
from tracker.reporting.language import Language
from tracker.services.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The plans told of in a view, and the day ``since`` which changes are told."""

    held: Catalogue
    plans: tuple[Plan, ...]
    view: View
    since: date
    language: Language

    @property
    def earlier(self) -> View:
        """The same view at the start of the period."""
        return replace(self.view, as_of=self.since)

    @property
    def plan_code(self) -> str | None:
        """The code of the plan told of, or None for several."""
        return self.plans[0].code if len(self.plans) == 1 else None
