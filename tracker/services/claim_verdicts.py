"""Claim verdicts: each claim beside the record as of its date, with the working."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tracker.domain.claim_checks import ClaimCheck, check_claim, is_countable
from tracker.domain.claim_context import (
    Arithmetic,
    PlacedClaim,
    arithmetic_of,
    earlier_claims,
    nearby_claims,
    place_claim,
)
from tracker.domain.claims import Claim
from tracker.domain.errors import NotFound
from tracker.domain.program import Plan
from tracker.domain.record import Kind, key_of
from tracker.domain.report import Weighed
from tracker.domain.source import Source
from tracker.domain.state import reports_behind
from tracker.domain.views import SAID, View
from tracker.domain.words import N_
from tracker.services.claim_evidence import Evidence, evidence_in
from tracker.services.progress import plan_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim with its verdict and what stands around it.

    ``behind`` names for each program that the record counts the reports that say so;
    it is empty in a list.
    """

    check: ClaimCheck
    plan: Plan
    sources: tuple[Source, ...]
    nearby: tuple[PlacedClaim, ...]
    earlier: tuple[PlacedClaim, ...]
    arithmetic: tuple[Arithmetic, ...]
    behind: Mapping[str, tuple[Weighed, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVerdicts:
    """The claims made and known in a view, newest first."""

    view: View
    revision: int
    rows: tuple[CheckedClaim, ...]


def claim_verdicts(view: View, plan_code: str | None = None) -> ClaimVerdicts:
    """Check the claims on one plan, or on all, in *view*; reads every report once.

    Raises NotFound for an unknown plan.
    """
    evidence = evidence_in(view)
    if plan_code:
        plan_in(evidence.held, plan_code)
    asked = [c for c in evidence.claims if plan_code in (None, "", c.claim.plan)]
    return ClaimVerdicts(
        view=view,
        revision=evidence.held.revision,
        rows=tuple(_checked(placed, evidence) for placed in reversed(asked)),
    )


def claim_verdict(key: str, view: View) -> CheckedClaim:
    """Check one claim, with the reports behind the record's side.

    Raises NotFound where no such claim was made and known in *view*.
    """
    evidence = evidence_in(view)
    for placed in evidence.claims:
        if placed.claim.key == key:
            return _with_reports(_checked(placed, evidence), evidence)
    raise _not_in(view, key)


def _not_in(view: View, key: str) -> NotFound:
    """Why *view* has no claim of this *key*: retired, later than it, or never made."""
    held = queries.facts_by_key(Kind.CLAIM, [key]).get(key)
    if held is None or not isinstance(held.fact, Claim):
        return NotFound(
            N_("No claim “%(key)s” was made and known in this view. Look in the list."),
            field="claim",
            key=key[:40],
        )
    if held.fact.retired_in:
        return NotFound(
            N_("The claim “%(key)s” was retired. Revision %(number)s tells why."),
            field="claim",
            key=key,
            number=held.fact.retired_in,
        )
    is_made = held.fact.dated.last <= view.as_of
    return NotFound(
        N_("The claim “%(key)s” is later than this view. Choose a later day."),
        field="known_on" if is_made and view.known_on else "as_of",
        key=key,
    )


def claim_in_place_of(key: str) -> str:
    """The key of the claim that stands in place of a corrected one, or empty."""
    found = queries.correction_of(Kind.CLAIM, key)
    return key_of(found) if found else ""


def check_heard(
    claim: Claim, view: View, new_sources: Mapping[str, Source] | None = None
) -> CheckedClaim:
    """Check a claim just heard, which need not be in the record.

    Nor need the *new_sources* be that it cites. Raises NotFound for an unknown plan.
    """
    evidence = evidence_in(view)
    plan_in(evidence.held, claim.plan)
    placed = place_claim(claim, {**evidence.read.sources, **(new_sources or {})})
    return _with_reports(_checked(placed, evidence), evidence)


def _checked(placed: PlacedClaim, evidence: Evidence) -> CheckedClaim:
    plan, groups = evidence.held.plans[placed.claim.plan], evidence.groups
    item_count = len(evidence.programs.get(plan.code, ()))
    items = evidence.items_of(placed) if is_countable(placed.claim) else ()
    return CheckedClaim(
        check=check_claim(placed, plan, items),
        plan=plan,
        sources=_cited(placed.claim, evidence),
        nearby=nearby_claims(placed, groups.on_matter_of(placed)),
        earlier=earlier_claims(placed, groups.on_metric_of(placed)),
        arithmetic=arithmetic_of(
            placed,
            groups.in_sums_of(placed),
            item_count if plan.item_count == item_count else None,
        ),
        behind={},
    )


def _cited(claim: Claim, evidence: Evidence) -> tuple[Source, ...]:
    found = (evidence.read.sources.get(key) for key in claim.sources)
    return tuple(source for source in found if source is not None)


def _with_reports(checked: CheckedClaim, evidence: Evidence) -> CheckedClaim:
    """Add the reports by which the record counts each program on the claim's day."""
    record = checked.check.record
    counted: Iterable[str] = {*record.shown, *record.said} if record else ()
    view = replace(evidence.view, as_of=checked.check.day, reading=SAID)
    behind = {
        code: reports_behind(evidence.read.reports.get(code, ()), view)
        for code in sorted(counted)
    }
    return replace(checked, behind=behind)
