"""The catalogue: plans, sectors, programs and what was promised of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tracker.domain.deadlines import Stated
from tracker.domain.errors import TrackerError
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.words import N_
from tracker.services.kept import Kept
from tracker.storage import queries
from tracker.storage.transactions import is_writing

KEPT_COUNT = 4
EMPTY_RECORD = N_("The record is empty. Fill it with “flask init”, then ask again.")
# “flask init” fills a record that has no revision yet, and no other.
WITHOUT_PLANS = N_(
    "The record has no plan yet. Bring one in with “flask import FILE --apply”."
)
EMPTIED = N_(
    "The record has no plan left: revision %(number)s took the last one out. Undo that "
    "with “flask revert %(number)s --apply”."
)
Refusal = TypeVar("Refusal", bound=TrackerError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What is tracked as of one revision, each mapping in the order pages show it.

    ``mark`` tells this state of the record from every other, for what is kept of it;
    None inside a transaction, which may yet be taken back. ``deadlines`` hold those
    taken out too, for views of a past revision; the view tells which count.
    """

    mark: queries.Mark | None
    revision: int
    plans: Mapping[str, Plan]
    sectors: Mapping[str, Sector]
    programs: Mapping[str, Program]
    deadlines: Mapping[str, Sequence[Stated]]


_catalogues: Kept[Catalogue] = Kept(KEPT_COUNT)


def record_mark() -> queries.Mark:
    """What tells this state of the record from every other; one quick statement."""
    return queries.glance_at_mark()


def catalogue() -> Catalogue:
    """The catalogue of the record as it stands.

    Read once for every state of the record: after that it costs one statement. Inside
    a transaction, which may yet be taken back, it is read anew and not kept.
    """
    if is_writing():
        return _read(None)
    mark = queries.record_mark()
    return _catalogues.get(mark, lambda: _read(mark))


def _read(mark: queries.Mark | None) -> Catalogue:
    """Read the catalogue in a fixed number of statements."""
    return Catalogue(
        mark=mark,
        revision=queries.revision_number(),
        plans={plan.code: plan for plan in queries.plans()},
        sectors={sector.code: sector for sector in queries.sectors()},
        programs={program.code: program for program in queries.programs()},
        deadlines=queries.deadlines_by_program(with_retired=True),
    )


def nothing_held(kind: type[Refusal], field: str | None = None) -> Refusal:
    """What to say, and do, of whatever is asked for while the record has no plan."""
    number = emptied_in()
    if number is not None:
        return kind(EMPTIED, field=field, number=number)
    return kind(WITHOUT_PLANS if catalogue().revision else EMPTY_RECORD, field=field)


def emptied_in() -> int | None:
    """The revision that took out the last plan, where there are none any more."""
    return None if catalogue().plans else queries.last_plan_left_in()
