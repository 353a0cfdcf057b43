"""Claims with their verdicts, as the sheet of the Excel report tells them."""

from collections import Counter
from collections.abc import Sequence

from tracker.domain.claim_checks import Verdict
from tracker.reporting.language import Language
from tracker.services.claim_verdicts import CheckedClaim, claim_verdicts
from tracker.services.last_words import where_read
from tracker.services.report_scope import Scope
from tracker.workbook.progress_analyses import ReportedClaim


def claims_of(scope: Scope) -> tuple[tuple[ReportedClaim, ...], tuple[str, ...]]:
    """Every claim on the plans, the newest first, and how many lie where."""
    rows = claim_verdicts(scope.view, scope.plan_code).rows
    told = tuple(
        ReportedClaim(
            row.check,
            row.arithmetic,
            where_read(row.sources[0] if row.sources else None),
        )
        for row in rows
    )
    return told, (_sentence(rows, scope.language),) if rows else ()


def _sentence(rows: Sequence[CheckedClaim], language: Language) -> str:
    counted = Counter(row.check.verdict for row in rows)
    return language.say(
        "Of %(of)s claims %(above)s lie above the record, %(within)s within it and "
        "%(below)s below it; %(unchecked)s cannot be checked, most because they give "
        "no figure or count measures.",
        of=len(rows),
        above=counted[Verdict.ABOVE],
        within=counted[Verdict.WITHIN],
        below=counted[Verdict.BELOW],
        unchecked=counted[Verdict.UNCHECKED],
    )
