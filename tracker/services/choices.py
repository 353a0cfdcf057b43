"""What a form offers while somebody types: words the record has used before."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.deadlines import WHOLE_PROGRAM
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.source import Source
from tracker.services.catalogue import catalogue
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The plans, sectors, programs and sources there are, the newest source first."""

    plans: tuple[Plan, ...]
    sectors: tuple[Sector, ...]
    programs: tuple[Program, ...]
    sources: tuple[Source, ...]


def choices() -> Choices:
    """Everything a form can refer to; a fixed number of statements."""
    held = catalogue()
    sources = sorted(
        queries.sources(),
        key=lambda s: (-s.dated.last.toordinal() if s.dated else 0, s.id),
    )
    return Choices(
        plans=tuple(held.plans.values()),
        sectors=tuple(held.sectors.values()),
        programs=tuple(held.programs.values()),
        sources=tuple(sources),
    )


def sources_named(ids: Iterable[str]) -> list[Source]:
    """Those of the sources of these *ids* that the record has."""
    return queries.sources(list(ids))


def milestones_used(program: str) -> tuple[str, ...]:
    """The milestones named so far, those of *program* first."""
    stated = queries.deadlines_by_program()
    everywhere = {s.deadline.milestone for rows in stated.values() for s in rows}
    own = {s.deadline.milestone for s in stated.get(program, [])} - {WHOLE_PROGRAM}
    others = everywhere - own - {WHOLE_PROGRAM}
    return (WHOLE_PROGRAM, *sorted(own), *sorted(others))


def claimants_used() -> tuple[str, ...]:
    """Everybody whose claims the record holds, by name."""
    return tuple(sorted({claim.claimant for claim in queries.claims()}))


def regions_used() -> tuple[str, ...]:
    """Every place the events of the record name."""
    return tuple(sorted({e.region for e in queries.events() if e.region}))
