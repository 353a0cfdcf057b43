"""Claim verdicts: each claim beside the record as of its date, with the working."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.claim_checks import ClaimCheck, Item, check_claim
from tracker.domain.claim_context import (
    Arithmetic,
    PlacedClaim,
    arithmetic_of,
    claims_in,
    earlier_claims,
    nearby_claims,
    place_claim,
)
from tracker.domain.claims import Claim
from tracker.domain.errors import NotFound
from tracker.domain.history import Turn, course_of, state_on
from tracker.domain.program import Plan
from tracker.domain.report import Weighed
from tracker.domain.source import Source
from tracker.domain.state import reports_behind
from tracker.domain.views import SAID, View
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.progress import plan_in
from tracker.storage import queries

Course = Sequence[Turn]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What every check rests on, read from the record once."""

    held: Catalogue
    view: View
    sources: Mapping[str, Source]
    claims: Sequence[PlacedClaim]
    reports: Mapping[str, Sequence[Weighed]]
    said: Mapping[str, Course]
    shown: Mapping[str, Course]


def claim_verdicts(view: View, plan_code: str | None = None) -> ClaimVerdicts:
    """Check the claims on one plan, or on all, in *view*; reads every report once.

    Raises NotFound for an unknown plan.
    """
    evidence = _evidence(view)
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
    evidence = _evidence(view)
    for placed in evidence.claims:
        if placed.claim.key == key:
            return _with_reports(_checked(placed, evidence), evidence)
    raise NotFound(
        N_("No claim “%(key)s” was made and known in this view. Look in the list."),
        field="claim",
        key=key[:40],
    )


def check_heard(claim: Claim, view: View) -> CheckedClaim:
    """Check a claim just heard, which need not be in the record.

    Raises NotFound for an unknown plan.
    """
    evidence = _evidence(view)
    plan_in(evidence.held, claim.plan)
    placed = place_claim(claim, evidence.sources)
    return _with_reports(_checked(placed, evidence), evidence)


def _evidence(view: View) -> Evidence:
    has_past = view.revision is not None
    sources = {source.id: source for source in queries.sources()}
    placed = [place_claim(c, sources) for c in queries.claims(with_retired=has_past)]
    reports = queries.reports_of(with_retired=has_past)
    # A claim is set beside its own date, however long before that of the view.
    always = replace(view, as_of=date.max)
    said, shown = (
        {
            code: course_of(rows, always.read_as(reading))
            for code, rows in reports.items()
        }
        for reading in (SAID, view.shown_reading)
    )
    return Evidence(
        held=catalogue(),
        view=view,
        sources=sources,
        claims=claims_in(placed, view),
        reports=reports,
        said=said,
        shown=shown,
    )


def _checked(placed: PlacedClaim, evidence: Evidence) -> CheckedClaim:
    plan = evidence.held.plans[placed.claim.plan]
    items = _items(placed, evidence)
    is_whole_list = plan.item_count == len(items)
    return CheckedClaim(
        check=check_claim(placed, plan, items),
        plan=plan,
        sources=_cited(placed.claim, evidence),
        nearby=nearby_claims(placed, evidence.claims),
        earlier=earlier_claims(placed, evidence.claims),
        arithmetic=arithmetic_of(
            placed, evidence.claims, len(items) if is_whole_list else None
        ),
        behind={},
    )


def _items(placed: PlacedClaim, evidence: Evidence) -> list[Item]:
    return [
        Item(
            program,
            state_on(evidence.said.get(code, ()), placed.day),
            state_on(evidence.shown.get(code, ()), placed.day),
        )
        for code, program in evidence.held.programs.items()
        if program.plan == placed.claim.plan
    ]


def _cited(claim: Claim, evidence: Evidence) -> tuple[Source, ...]:
    found = (evidence.sources.get(key) for key in claim.sources)
    return tuple(source for source in found if source is not None)


def _with_reports(checked: CheckedClaim, evidence: Evidence) -> CheckedClaim:
    """Add the reports by which the record counts each program on the claim's day."""
    record = checked.check.record
    counted: Iterable[str] = {*record.shown, *record.said} if record else ()
    view = replace(evidence.view, as_of=checked.check.day, reading=SAID)
    behind = {
        code: reports_behind(evidence.reports.get(code, ()), view)
        for code in sorted(counted)
    }
    return replace(checked, behind=behind)
