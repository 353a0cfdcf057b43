"""Claims in groups of like ones: who looks for such need not look at all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tracker.domain.claim_context import PlacedClaim
from tracker.domain.vocabulary import Metric, Unit

Matter = tuple[str, Metric, Unit | None]
Group = list[PlacedClaim]


class ClaimGroups:
    """Claims by what may stand beside each other, every group in the order given."""

    def __init__(self, claims: Iterable[PlacedClaim]) -> None:
        self._of_matter: defaultdict[Matter, Group] = defaultdict(list)
        self._of_metric: defaultdict[tuple[str, Metric], Group] = defaultdict(list)
        self._of_day: defaultdict[tuple[str, str], Group] = defaultdict(list)
        for placed in claims:
            claim = placed.claim
            self._of_matter[placed.matter].append(placed)
            self._of_metric[claim.plan, claim.metric].append(placed)
            self._of_day[claim.plan, claim.dated.text].append(placed)

    def on_matter_of(self, placed: PlacedClaim) -> Sequence[PlacedClaim]:
        """Where ``nearby_claims`` finds all that it looks for."""
        return self._of_matter.get(placed.matter, ())

    def on_metric_of(self, placed: PlacedClaim) -> Sequence[PlacedClaim]:
        """Where ``earlier_claims`` finds all that it looks for."""
        return self._of_metric.get((placed.claim.plan, placed.claim.metric), ())

    def in_sums_of(self, placed: PlacedClaim) -> Sequence[PlacedClaim]:
        """Where ``arithmetic_of`` does: of the same day, and what names the whole."""
        plan = placed.claim.plan
        same_day = self._of_day.get((plan, placed.claim.dated.text), ())
        return (*same_day, *self._of_metric.get((plan, Metric.MEASURES_TOTAL), ()))
