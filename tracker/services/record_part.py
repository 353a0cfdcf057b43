"""A part of the record: what belongs to a plan or a sector, and to a view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.dates import PartialDate
from tracker.domain.deadlines import place
from tracker.domain.errors import NotFound
from tracker.domain.events import Event
from tracker.domain.record import Kind, Record
from tracker.domain.report import day_of, known_on_of, weigh
from tracker.domain.source import Source
from tracker.domain.views import View
from tracker.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is asked for: one plan, one sector, one view; empty means all of it."""

    plan: str = ""
    sector: str = ""
    view: View | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.plan or self.sector or self.view)


def part_of(record: Record, part: Part) -> Record:
    """The facts of *record* in *part*, with the sources they cite.

    All sectors come along, since programs need them; a plan comes with its programs.
    Raises NotFound for a plan or sector that the record has not.
    """
    if part.is_whole:
        return record
    _check(record, part)
    chosen = _in_view(_of_programs(record, part), part.view)
    cited = {
        code
        for kind in Kind
        for fact in chosen.of(kind)
        for code in getattr(fact, "sources", ())
    }
    return replace(chosen, sources=tuple(s for s in record.sources if s.id in cited))


def _check(record: Record, part: Part) -> None:
    if part.plan and part.plan not in {plan.code for plan in record.plans}:
        raise NotFound(
            N_("There is no plan “%(code)s”."), field="plan", code=part.plan[:40]
        )
    if part.sector and part.sector not in {sector.code for sector in record.sectors}:
        raise NotFound(
            N_("There is no sector “%(code)s”."), field="sector", code=part.sector[:40]
        )


def _of_programs(record: Record, part: Part) -> Record:
    """What belongs to the programs of the part, and to its plan as a whole."""
    programs = tuple(
        program
        for program in record.programs
        if part.plan in ("", program.plan) and part.sector in ("", program.sector)
    )
    codes = {program.code for program in programs}
    plans = {part.plan} if part.plan else {program.plan for program in programs}
    # What is said of a whole plan is in no single sector.
    whole_plans = set() if part.sector else plans
    ends = codes | whole_plans
    return replace(
        record,
        plans=tuple(plan for plan in record.plans if plan.code in plans),
        programs=programs,
        reports=tuple(r for r in record.reports if r.program in codes),
        deadlines=tuple(d for d in record.deadlines if d.program in codes),
        claims=tuple(c for c in record.claims if c.plan in whole_plans),
        acts=tuple(a for a in record.acts if _act_is_of(a, codes, whole_plans, part)),
        lineage=tuple(x for x in record.lineage if ends & {x.origin, x.heir}),
        dependencies=tuple(
            d for d in record.dependencies if codes & {d.program, d.waits_for}
        ),
        events=tuple(e for e in record.events if _event_is_of(e, codes, part)),
    )


def _act_is_of(act: Act, codes: set[str], plans: set[str], part: Part) -> bool:
    is_everything = not (part.plan or part.sector)
    return is_everything or act.plan in plans or bool(codes & set(act.programs))


def _event_is_of(event: Event, codes: set[str], part: Part) -> bool:
    is_everything = not (part.plan or part.sector)
    return is_everything or bool(codes & set(event.programs))


def _in_view(record: Record, view: View | None) -> Record:
    """What had happened, was public and counts in a view."""
    if view is None:
        return record
    sources = {source.id: source for source in record.sources}
    return replace(
        record,
        reports=tuple(r for r in record.reports if view.counts(weigh(r, sources))),
        deadlines=tuple(
            d
            for d in record.deadlines
            if view.dates_in((stated := place(d, sources)).day, stated.known_on)
        ),
        claims=tuple(c for c in record.claims if _claim_in(c, view, sources)),
        acts=tuple(a for a in record.acts if _begun(a.signed_on, view)),
        events=tuple(e for e in record.events if _begun(e.dated, view)),
    )


def _claim_in(claim: Claim, view: View, sources: Mapping[str, Source]) -> bool:
    cited = [sources[key] for key in claim.sources if key in sources]
    known_on = known_on_of(claim.dated, claim.known_on, cited)
    return view.dates_in(day_of(claim.dated, known_on), known_on)


def _begun(dated: PartialDate | None, view: View) -> bool:
    """Whether it had happened; nobody knew of it before."""
    return dated is None or view.dates_in(dated.last, dated.last)
