"""The catalogue: plans, sectors, programs and what was promised of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.deadlines import Stated
from tracker.domain.program import Plan, Program, Sector
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What is tracked as of one revision, each mapping in the order pages show it."""

    revision: int
    plans: Mapping[str, Plan]
    sectors: Mapping[str, Sector]
    programs: Mapping[str, Program]
    deadlines: Mapping[str, Sequence[Stated]]


def catalogue() -> Catalogue:
    """Read the catalogue of the record as it stands; a fixed number of statements."""
    return Catalogue(
        revision=queries.revision_number(),
        plans={plan.code: plan for plan in queries.plans()},
        sectors={sector.code: sector for sector in queries.sectors()},
        programs={program.code: program for program in queries.programs()},
        deadlines=queries.deadlines_by_program(),
    )
