"""Followed promises: one milestone through the plans, along the lineage."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from tracker.domain.deadlines import Milestone, Stated, milestones_of
from tracker.domain.lineage import Lineage
from tracker.domain.views import View

Place: TypeAlias = tuple[str, str]  # a program and the name of a milestone


def followed_milestones(
    statements: Mapping[str, Sequence[Stated]],
    lineage: Iterable[Lineage],
    view: View,
) -> list[Milestone]:
    """Every milestone in *view*, by the day first stated, then by name and program.

    Where a program and its heir name the same milestone it is one promise, which may
    have slipped from plan to plan; programs that merely stand in one matter keep
    theirs apart.
    """
    joined = _joined(statements, lineage, view)
    groups = {tuple(sorted(places)) for places in joined.values()}
    found = [_milestone(places, statements, view) for places in groups]
    return sorted(found, key=lambda m: (m.statements[0].day, m.name, m.program))


def _joined(
    statements: Mapping[str, Sequence[Stated]],
    lineage: Iterable[Lineage],
    view: View,
) -> dict[Place, set[Place]]:
    """For each milestone of each program all that are the same promise."""
    names = {
        code: [m.name for m in milestones_of(rows, view)]
        for code, rows in statements.items()
    }
    joined: dict[Place, set[Place]] = {
        (code, name): {(code, name)} for code, own in names.items() for name in own
    }
    for row in lineage:
        for name in set(names.get(row.origin, ())) & set(names.get(row.heir, ())):
            together = joined[row.origin, name] | joined[row.heir, name]
            joined.update(dict.fromkeys(together, together))
    return joined


def _milestone(
    places: Sequence[Place], statements: Mapping[str, Sequence[Stated]], view: View
) -> Milestone:
    rows = [
        stated
        for code, name in places
        for stated in statements[code]
        if stated.deadline.milestone == name
    ]
    [milestone] = milestones_of(rows, view)
    return milestone
