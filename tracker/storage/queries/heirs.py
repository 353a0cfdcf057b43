"""What stands in place of rows of history that stand no more: many asked at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from tracker.domain.changes import content_of
from tracker.domain.record import Fact, Kind, key_of
from tracker.storage.cells import stored_key
from tracker.storage.layout import LAYOUTS
from tracker.storage.reading import Where, read_facts, read_rows, standing

AT_ONCE = 1_000
# What tells rows of history that say the same, apart from their notes and sources.
TWIN_COLUMNS = ("program", "plan", "dated", "stated_on", "milestone", "claimant")


def correction_of(kind: Kind, key: str) -> Fact | None:
    """What stands in place of one retired row of history, or None."""
    return corrections_of(kind, [key]).get(key)


def corrections_of(kind: Kind, keys: Collection[str]) -> dict[str, Fact]:
    """What stands in place of retired rows of history, by their keys.

    Up to three statements for each thousand keys, and for each correction of those.
    """
    found: dict[str, Fact] = {}
    asked = {key: key for key in keys}  # what was corrected last, and where that began
    while asked:
        following: dict[str, str] = {}
        for fact, stands in _corrections(kind, list(asked)):
            began = asked[fact.corrects]
            if stands:
                found.setdefault(began, fact)
            else:
                following[key_of(fact)] = began
        asked = following
    return found


def _corrections(kind: Kind, keys: list[str]) -> Iterator[tuple[Any, bool]]:
    """The rows that correct those of these *keys*, and whether each stands."""
    table = LAYOUTS[kind].table.c
    left = iter(keys)
    while chunk := [stored_key(kind, key) for key in islice(left, AT_ONCE)]:
        rows = read_rows(kind, [table.corrects.in_(chunk)], [table.retired_in])
        yield from ((fact, gone is None) for fact, (gone,) in rows)


def twins_of(kind: Kind, facts: Sequence[Fact]) -> list[Fact | None]:
    """For each of *facts* the row of history that stands and says the same, or None.

    Beside a fact that was retired, one that stood with it was no more than its double:
    only what was added since has come in its place. Up to three statements; beyond a
    thousand facts they read all that stands.
    """
    if not facts:
        return []
    alike = _alike(kind, facts) if len(facts) <= AT_ONCE else []
    twins: defaultdict[tuple[str, ...], list[Any]] = defaultdict(list)
    for each in read_facts(kind, standing(kind), *alike):
        twins[content_of(each)].append(each)
    return [_since(fact, twins.get(content_of(fact), ())) for fact in facts]


def _since(fact: Any, twins: Iterable[Any]) -> Fact | None:
    retired_in = fact.retired_in or 0
    return next((twin for twin in twins if twin.added_in >= retired_in), None)


def _alike(kind: Kind, facts: Sequence[Fact]) -> list[Where]:
    """Conditions that a twin of any of *facts* meets, for which there are indexes."""
    layout = LAYOUTS[kind]
    cells = [layout.cells(fact) for fact in facts]
    conditions: list[Where] = []
    for name in TWIN_COLUMNS:
        values = {each.get(name) for each in cells}
        if None not in values:
            conditions.append(layout.table.c[name].in_(values))
    return conditions
