"""The sheet of a progress report with every claim beside the record of its day."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.domain.claim_checks import ClaimCheck
from tracker.domain.claim_context import Arithmetic
from tracker.domain.hedges import Hedge
from tracker.workbook.pages import PageColumn, Value
from tracker.workbook.progress_analyses import ReportedClaim
from tracker.workbook.progress_report import ProgressReport
from tracker.workbook.progress_table import Listing, fill_listing, rounded

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Claims"
COLUMNS = (
    PageColumn("Day", 12),
    PageColumn("Plan", 9),
    PageColumn("Who", 32),
    PageColumn("Hedge", 18),
    PageColumn("Figure", 9),
    PageColumn("to", 9),
    PageColumn("Unit", 24),
    PageColumn("What it counts", 20),
    PageColumn("Verdict", 20),
    PageColumn("Record, from", 9),
    PageColumn("to", 9),
    PageColumn("Of", 8),
    PageColumn("Why, or what to keep in mind", 52),
    PageColumn("Own sum", 22),
    PageColumn("That is", 9, is_share=True),
    PageColumn("Claim", 8),
    PageColumn("Read it at", 40, wraps=False),
)
ABOUT = (
    "“Record” is what the record of that day allows, in the claim's own unit: from "
    "what is shown to what is said, silent programs counted as done. The verdict is "
    "about the record, not about the truth.",
)
EMPTY = "Nobody claimed anything of a whole plan by then."


def fill_claims(page: "Worksheet", report: ProgressReport) -> None:
    """List every claim with its verdict, the newest first."""
    listing = Listing(
        columns=COLUMNS,
        rows=[claim_values(claim) for claim in report.analyses.claims],
        sentences=report.analyses.sentences.get(NAME, ()),
        notes=ABOUT,
        empty=EMPTY,
    )
    fill_listing(page, listing, report.footer)


def claim_values(told: ReportedClaim) -> list[Value]:
    """One claim as the cells of its row."""
    check, claim = told.check, told.check.claim
    record = check.record
    low, high = (record.span.low, record.span.high) if record else (None, None)
    return [
        claim.dated,
        claim.plan,
        claim.claimant,
        hedge_words(check),
        claim.low if claim.low is not None else claim.high,
        claim.high if claim.high != claim.low and claim.low is not None else None,
        claim.unit.label if claim.unit else None,
        claim.metric.label,
        check.verdict,
        rounded(low),
        rounded(high),
        record.of if record else None,
        why(check),
        sums(told.arithmetic),
        share_of(told.arithmetic),
        claim.key,
        told.source or None,
    ]


def hedge_words(check: ClaimCheck) -> str | None:
    """The speaker's own hedge, or the one that a missing figure means."""
    is_bare = check.hedge is Hedge.EXACT or check.record is None
    return check.claim.qualifier or (None if is_bare else check.hedge.label)


def why(check: ClaimCheck) -> str | None:
    """Why it cannot be checked, or what to keep in mind."""
    words = [check.reason] if check.reason else list(check.caveats)
    return " ".join(word.label for word in words) or None


def sums(found: Sequence[Arithmetic]) -> str | None:
    """The counts that the speaker gave: 115 of 310 measures."""
    if not found:
        return None
    first = found[0]
    return f"{rounded(first.done)} of {rounded(first.of)} {first.unit.label}"


def share_of(found: Sequence[Arithmetic]) -> Fraction | None:
    """The share that those counts give."""
    return found[0].share / 100 if found else None
