"""Claims as plain values, each with its verdict and the working behind it."""

from tracker.domain.claim_checks import RULE, RecordSpan
from tracker.domain.claim_context import Arithmetic
from tracker.services.claim_verdicts import CheckedClaim, ClaimVerdicts
from tracker.services.plain_values import Values, day, number, span, view_values


def claims_values(found: ClaimVerdicts) -> Values:
    """Every claim with its verdict."""
    return {
        **view_values(found.view, found.revision),
        "rule": RULE,
        "claims": [claim_values(row) for row in found.rows],
    }


def claim_values(row: CheckedClaim) -> Values:
    """One claim with its verdict and the working behind it."""
    check, claim = row.check, row.check.claim
    return {
        "key": claim.key or None,
        "dated": day(claim.dated),
        "day": check.day.isoformat(),
        "claimant": claim.claimant,
        "plan": claim.plan,
        "metric": claim.metric,
        "low": number(claim.low),
        "high": number(claim.high),
        "unit": claim.unit,
        "qualifier": claim.qualifier or None,
        "hedge": check.hedge,
        "verdict": check.verdict,
        "reason": check.reason,
        "caveats": list(check.caveats),
        "claimed": span(check.claimed),
        "record": _record(check.record),
        "by_rule": {rule: span(value) for rule, value in check.by_rule.items()},
        "nearby": [other.claim.key for other in row.nearby],
        "earlier": [other.claim.key for other in row.earlier],
        "arithmetic": [_sum(each) for each in row.arithmetic],
        "behind": {c: [w.report.key for w in rows] for c, rows in row.behind.items()},
        "sources": list(claim.sources),
    }


def _record(record: RecordSpan | None) -> Values | None:
    if record is None:
        return None
    return {
        "low": number(record.span.low),
        "high": number(record.span.high),
        "of": record.of,
        "shown": list(record.shown),
        "said": list(record.said),
        "may": list(record.may),
    }


def _sum(found: Arithmetic) -> Values:
    return {
        "done": number(found.done),
        "of": number(found.of),
        "unit": found.unit,
        "percent": number(found.share),
        "stated": span(found.stated),
        "agrees": found.agrees,
    }
