"""The form of a claim just heard: sent by its address, so that the answer has one."""

from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from tracker.domain.claims import Claim
from tracker.domain.hedges import Hedge
from tracker.domain.vocabulary import Metric, Unit
from tracker.services.heard_claims import problems_of
from tracker.web import clock
from tracker.web.forms.base import TrackerForm
from tracker.web.forms.claim import ClaimFields
from tracker.web.forms.fields import (
    Given,
    KnownOnField,
    NumberField,
    WordField,
    tidy,
)
from tracker.web.frame import plan_choices

# What a figure can count that stands in a sentence about a whole plan.
UNITS = (
    Unit.PERCENT_UNSPECIFIED,
    Unit.PERCENT_OF_PROGRAMS,
    Unit.PERCENT_OF_ROAD_MAPS,
    Unit.PERCENT_OF_MEASURES,
    Unit.PROGRAMS,
    Unit.ROAD_MAPS,
    Unit.MEASURES,
)
METRICS = (
    Metric.SHARE_COMPLETED,
    Metric.COUNT_COMPLETED,
    Metric.COUNT_AGREED,
    Metric.COUNT_OPEN,
    Metric.COUNT_TOTAL,
    Metric.MEASURES_COMPLETED,
)
# What a unit counts where nothing else is said.
USUAL = {
    Unit.PROGRAMS: Metric.COUNT_COMPLETED,
    Unit.ROAD_MAPS: Metric.COUNT_COMPLETED,
    Unit.MEASURES: Metric.MEASURES_COMPLETED,
}


class ClaimCheckForm(TrackerForm, ClaimFields):
    """Checks the shape of a claim; the rules of claims are asked in ``validate``."""

    class Meta:
        """Nothing is written, so nobody needs to prove that they asked."""

        csrf = False

    token = None
    low = NumberField(
        lazy_gettext("Figure"),
        [Given(lazy_gettext("Give the figure that was named."))],
        description=lazy_gettext("Of a range, the lower one"),
    )
    high = NumberField(
        lazy_gettext("Up to"),
        description=lazy_gettext("Only where a range was named"),
    )
    unit = WordField(lazy_gettext("Of what"), Unit)
    metric = WordField(
        lazy_gettext("What is counted"),
        Metric,
        blank=lazy_gettext("What the unit suggests"),
    )
    qualifier = WordField(
        lazy_gettext("How exactly"),
        Hedge,
        description=lazy_gettext("The speaker's own: almost, more than, about"),
    )
    claimant = StringField(
        lazy_gettext("Who said it"),
        [Length(max=200, message=lazy_gettext("Shorten the name to 200 characters."))],
        filters=[tidy],
        description=lazy_gettext(
            "As the record writes the name, A. Lukashenka: then the speaker's earlier "
            "claims stand beside this one"
        ),
    )
    known_on = KnownOnField(
        description=lazy_gettext(
            "How much was public by then. Left empty, everything public today counts."
        ),
    )
    is_sent = False

    @classmethod
    def of(cls, words: MultiDict[str, str], plan: str) -> "ClaimCheckForm":
        """The form as the *words* of an address fill it; empty where they hold none.

        An empty form names *plan*, or the latest one.
        """
        is_sent = "unit" in words
        form = cls(words if is_sent else None)
        form.is_sent = is_sent
        plans = plan_choices()
        form.plan.choices = [SelectChoice(code, words) for code, words in plans]
        _keep(form.unit, UNITS)
        _keep(form.metric, METRICS)
        if not is_sent and plans:
            form.plan.data = plan or plans[-1][0]
        return form

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the shape, and then the rules that hold for every claim."""
        if not super().validate(extra_validators):
            return False
        problems = problems_of(self.to_claim(), clock.today())
        for problem in problems:
            self.refuse(problem)
        return not problems

    def to_claim(self) -> Claim:
        """The validated input as a domain value."""
        low: Decimal = self.low.data
        hedge: Hedge = self.qualifier.data or Hedge.EXACT
        unit: Unit = self.unit.data
        return Claim(
            dated=self.dated.data,
            claimant=self.claimant.data,
            plan=self.plan.data,
            metric=self.metric.data or USUAL.get(unit, Metric.SHARE_COMPLETED),
            low=low,
            high=low if self.high.data is None else self.high.data,
            unit=unit,
            qualifier="" if hedge is Hedge.EXACT else hedge.label,
        )


def _keep(field: WordField, words: tuple[Unit | Metric, ...]) -> None:
    """Offer only these *words*, and the blank choice if there is one."""
    kept = {"", *(word.value for word in words)}
    field.choices = [c for c in field.choices if str(c.value) in kept]
