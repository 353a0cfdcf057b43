"""Claims about whole plans, each with its sources."""

from dataclasses import dataclass

from tracker.domain.claims import Claim
from tracker.domain.report import day_of, known_on_of
from tracker.domain.source import Source
from tracker.domain.views import View
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A claim with its sources."""

    claim: Claim
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ClaimList:
    """The claims that were made and known in a view, newest first."""

    rows: tuple[CitedClaim, ...]
    total_count: int
    revision: int


def claim_list(view: View, plan: str | None = None) -> ClaimList:
    """The claims on *plan* (or on all) that count in *view*."""
    everything = queries.claims(plan)
    cited = {source.id: source for source in queries.sources()}
    found = []
    for claim in everything:
        sources = tuple(cited[key] for key in claim.sources)
        known_on = known_on_of(claim.dated, claim.known_on, sources)
        day = day_of(claim.dated, known_on)
        if view.dates_in(day, known_on) and view.holds(claim):
            found.append((day, claim.key, CitedClaim(claim, sources)))
    found.sort(key=lambda row: row[:2], reverse=True)
    rows = tuple(row for _, _, row in found)
    return ClaimList(rows, len(everything), queries.revision_number())
