"""Claim evidence: what every check of a claim rests on, read from the record once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.claim_checks import Item
from tracker.domain.claim_context import PlacedClaim, claims_in, place_claim
from tracker.domain.claim_groups import ClaimGroups
from tracker.domain.history import Turn, course_of, state_on
from tracker.domain.program import Program
from tracker.domain.report import Weighed
from tracker.domain.source import Source
from tracker.domain.views import SAID, View
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.kept import Kept
from tracker.storage import queries

Course = Sequence[Turn]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the record holds of claims and programs, whatever the date of the view."""

    sources: Mapping[str, Source]
    claims: Sequence[PlacedClaim]
    reports: Mapping[str, Sequence[Weighed]]
    said: Mapping[str, Course]
    shown: Mapping[str, Course]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is read, and of the claims those that were made and known in *view*."""

    held: Catalogue
    view: View
    read: Read
    claims: Sequence[PlacedClaim]
    groups: ClaimGroups
    programs: Mapping[str, Sequence[Program]]

    def items_of(self, placed: PlacedClaim) -> list[Item]:
        """How the programs of its plan stood on the day of a claim."""
        return [
            Item(
                program,
                state_on(self.read.said.get(program.code, ()), placed.day),
                state_on(self.read.shown.get(program.code, ()), placed.day),
            )
            for program in self.programs.get(placed.claim.plan, ())
        ]


# A large record is not kept: it costs more memory than its reading costs time.
KEPT_COUNT = 2
KEPT_PROGRAMS = 1_000
_read: Kept[Read] = Kept(KEPT_COUNT)


def evidence_in(view: View) -> Evidence:
    """The evidence in *view*.

    Every claim, source and report is read once for every state of the record and each
    reading, in six statements: a claim is set beside its own date, however long before
    that of the view.
    """
    held, always = catalogue(), replace(view, as_of=date.max)
    if held.mark is None or len(held.programs) > KEPT_PROGRAMS:
        read = _read_all(always)
    else:
        read = _read.get((held.mark, always), lambda: _read_all(always))
    claims = claims_in(read.claims, view)
    return Evidence(
        held=held,
        view=view,
        read=read,
        claims=claims,
        groups=ClaimGroups(claims),
        programs=_by_plan(held),
    )


def _read_all(view: View) -> Read:
    has_past = view.revision is not None
    sources = {source.id: source for source in queries.sources()}
    claims = queries.claims(with_retired=has_past)
    reports = queries.reports_of(with_retired=has_past)
    said, shown = (
        {code: course_of(rows, view.read_as(reading)) for code, rows in reports.items()}
        for reading in (SAID, view.shown_reading)
    )
    return Read(
        sources=sources,
        claims=[place_claim(claim, sources) for claim in claims],
        reports=reports,
        said=said,
        shown=shown,
    )


def _by_plan(held: Catalogue) -> Mapping[str, Sequence[Program]]:
    found: dict[str, list[Program]] = defaultdict(list)
    for program in held.programs.values():
        found[program.plan].append(program)
    return found
