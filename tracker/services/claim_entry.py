"""Claims by form: the verdict of a claim before and after it is put right."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.claim_checks import ClaimCheck
from tracker.domain.claims import Claim
from tracker.domain.views import View
from tracker.services.claim_verdicts import check_heard
from tracker.services.entries import Settled


@dataclass(frozen=True, slots=True)
class ClaimPreview:
    """A claim beside the record, as it stands and as it will; None where it is not."""

    before: ClaimCheck | None
    after: ClaimCheck | None


def preview_claim(
    before: Claim | None, settled: Settled | None, today: date
) -> ClaimPreview:
    """The verdicts as of *today* of *before* and of the settled claim in its place."""
    view = View(as_of=today)
    after = settled.fact if settled else None
    assert after is None or isinstance(after, Claim)
    new_sources = settled.sources if settled else {}
    return ClaimPreview(
        check_heard(before, view).check if before else None,
        check_heard(after, view, new_sources).check if after else None,
    )
