"""A claim and its verdict as lines on a terminal."""

from collections.abc import Iterable, Iterator

from tracker.cli.figures import NOTHING
from tracker.domain.changes import plain_number
from tracker.domain.claim_checks import PERCENT, ClaimCheck
from tracker.domain.claim_context import Arithmetic, PlacedClaim
from tracker.domain.claim_figures import figure_words
from tracker.domain.claims import Claim
from tracker.domain.hedges import Span
from tracker.domain.vocabulary import Unit
from tracker.services.claim_verdicts import CheckedClaim


def claim_row(row: CheckedClaim) -> tuple[str, ...]:
    """A claim in a table."""
    check = row.check
    return (
        check.claim.key,
        check.claim.dated.text,
        check.claim.claimant[:30],
        claim_text(check.claim),
        check.verdict.label,
        record_text(check),
    )


def claim_text(claim: Claim) -> str:
    """What was claimed: "almost 80 % of measures, Share completed"."""
    figure = figure_words(claim, str, plain_number)
    return f"{figure}, {claim.metric.label}" if figure else claim.metric.label


def record_text(check: ClaimCheck) -> str:
    """What the record allows, or why it cannot tell."""
    if check.record is None:
        return check.reason.label if check.reason else NOTHING
    return span_text(check.record.span, is_share=check.claim.unit in PERCENT)


def span_text(span: Span, *, is_share: bool) -> str:
    """A span: "0 to 57.1 %"."""
    low, high = (f"{float(v):.1f}".removesuffix(".0") for v in (span.low, span.high))
    figures = low if low == high else f"{low} to {high}"
    return f"{figures} %" if is_share else figures


def in_lines(row: CheckedClaim) -> Iterator[str]:
    """One claim with its verdict and the working behind it."""
    check = row.check
    is_share = check.claim.unit in PERCENT
    claim = check.claim
    yield f"{claim.key}  {claim.dated}  {claim.claimant}, on {row.plan.code}"
    yield f"Claim: {claim_text(check.claim)}."
    yield f"Verdict: {check.verdict.label}."
    if check.reason:
        yield check.reason.label
    if check.claimed and check.record:
        claimed = span_text(check.claimed, is_share=is_share)
        yield f"Taken as {claimed} ({check.hedge.label})."
        yield f"The record allows {record_text(check)}."
        yield from _counted(row)
    yield from (caveat.label for caveat in check.caveats)
    yield from (sum_text(each) for each in row.arithmetic)
    yield from _others("Within 30 days", row.nearby)
    yield from _others("Said before", row.earlier)


def _counted(row: CheckedClaim) -> Iterator[str]:
    record = row.check.record
    if record is None:
        return
    groups = (
        ("shown", record.shown),
        ("said", record.said),
        ("silent", record.may),
    )
    for name, codes in groups:
        yield f"  {name}: {len(codes)} of {record.of}"
        for code in codes:
            reports = row.behind.get(code, ())
            if name != "silent" and reports:
                keys = ", ".join(w.report.key for w in reports)
                yield f"    {code} by {keys}"


def sum_text(found: Arithmetic) -> str:
    """The speaker's own sum: "115 of 310 measures is 37.1 %, not 40 %"."""
    unit = "measures" if found.unit is Unit.MEASURES else "programs"
    share = f"{float(found.done):g} of {float(found.of):g} {unit}"
    text = f"Own arithmetic: {share} is {float(found.share):.1f} %"
    if found.stated is None or found.agrees is None:
        return f"{text}."
    stated = span_text(found.stated, is_share=True)
    return f"{text}, as stated." if found.agrees else f"{text}, not {stated}."


def _others(heading: str, others: Iterable[PlacedClaim]) -> Iterator[str]:
    rows = list(others)
    if rows:
        yield f"{heading}:"
    for other in rows:
        claim = other.claim
        yield f"  {claim.key}  {claim.dated}  {claim.claimant}: {claim_text(claim)}"
