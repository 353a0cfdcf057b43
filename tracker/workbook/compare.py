"""Compares a workbook with the record: what it would add, change, retire, clash with.

Three states meet: the record as it was when the workbook was written, the workbook as
it came back, and the record as it is now. A row that nobody touched in the workbook
carries the mark it left with, and then says nothing. A row of the record that changed
and was put back again is, by the same mark, the one that the workbook was written from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from tracker.domain.changes import differences
from tracker.domain.merging import Clash, Entry
from tracker.domain.record import KINDS, Fact, Kind, Record, key_of, kind_of
from tracker.workbook.marks import content_of, mark_of, texts_of
from tracker.workbook.reader import Reading
from tracker.workbook.sheet_reader import Row

Target = tuple[Kind, str]
Gone = Mapping[Target, Fact | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """The record's side of a comparison.

    ``gone`` maps what the workbook or its revision holds and the record has retired to
    what stands in its place, or None; ``retired`` is what that was. ``then`` is the
    record in the revision that the workbook was written from, None where that cannot be
    told.
    """

    now: Record
    gone: Gone = field(default_factory=dict)
    retired: Mapping[Target, Fact] = field(default_factory=dict)
    then: Record | None = None


@dataclass(slots=True)
class Comparison:
    """Everything a workbook says about the record.

    ``unchanged_count`` counts rows that say what the record says; ``newer`` are those
    that nobody touched while the record moved on, so that they say nothing.
    """

    entries: list[Entry] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    unchanged_count: int = 0
    newer: set[Target] = field(default_factory=set)

    @property
    def retired(self) -> set[Target]:
        """What would leave the record."""
        return {(e.kind, e.key) for e in self.entries if e.after is None}

    @property
    def newer_count(self) -> int:
        """How many rows say nothing."""
        return len(self.newer)


class _Verdict(Enum):
    SAME = "same"
    NEWER = "newer"


def compare(reading: Reading, ours: Ours) -> Comparison:
    """Set a workbook without problems beside the record."""
    found = Comparison()
    index = _indexed(ours.now)
    then = _indexed(ours.then) if ours.then is not None else {}
    gone = _not_named(ours.gone, reading)
    twins = _Twins(index, reading, gone)
    claimed: set[Target] = set()
    for each in reading.rows:
        named = (each.sheet.kind, key_of(each.fact))
        held = then.get(named) or index.get(named) or ours.retired.get(named)
        row = _completed(each, held)
        target = twins.target_of(row)
        claimed.add(target)
        verdict = _verdict(row, target, index, gone)
        if verdict is _Verdict.NEWER:
            found.newer.add(target)
        _add(found, verdict)
    if not reading.is_part:
        for target, fact in then.items():
            standing = index.get(target) or gone.get(target)
            if standing and claimed.isdisjoint({target, (target[0], key_of(standing))}):
                _add(found, _left_out(target, fact, standing))
    return found


def _completed(row: Row, held: Fact | None) -> Row:
    """A row with what its sheet has no column for as the record had it.

    A column that somebody deleted says nothing; an empty cell does.
    """
    if held is None or len(row.places) == len(row.sheet.columns):
        return row
    missing = [
        column.field
        for column in row.sheet.columns
        if not column.is_own and column.field not in row.places
    ]
    values: dict[str, Any] = {name: getattr(held, name) for name in missing}
    return replace(row, fact=replace(row.fact, **values))


def _add(found: Comparison, verdict: Entry | Clash | _Verdict | None) -> None:
    match verdict:
        case Entry():
            found.entries.append(verdict)
        case Clash():
            found.clashes.append(verdict)
        case _Verdict.SAME:
            found.unchanged_count += 1


def _indexed(record: Record) -> dict[Target, Fact]:
    return {(kind, key_of(fact)): fact for kind in Kind for fact in record.of(kind)}


def _not_named(gone: Gone, reading: Reading) -> Gone:
    """What stands in place of what is gone, where no row of the workbook names it."""
    named = {(row.sheet.kind, key_of(row.fact)) for row in reading.rows}
    return {
        target: heir if heir and (target[0], key_of(heir)) not in named else None
        for target, heir in gone.items()
    }


def _verdict(
    row: Row, target: Target, index: Mapping[Target, Fact], gone: Gone
) -> Entry | Clash | _Verdict:
    place = f"{row.sheet.name}!{row.number}"
    standing = index.get(target)
    instead = standing if standing is not None else gone.get(target)
    if standing is None and target not in gone:
        return Entry(after=row.fact, place=place)
    if instead is not None and says_the_same(instead, row.fact):
        return _Verdict.SAME
    if row.mark == mark_of(row.fact):
        return _Verdict.NEWER
    if standing is not None and standing.version == row.fact.version:
        return Entry(before=standing, after=row.fact, place=place)
    if instead is not None and row.mark == mark_of(_named_as(instead, row.fact)):
        after = _named_as(row.fact, instead, version=instead.version)
        return Entry(before=instead, after=after, place=place)
    kind, key = target
    return Clash(kind=kind, key=key, ours=instead, theirs=row.fact, place=place)


def _named_as(fact: Fact, other: Fact, **more: Any) -> Fact:
    """A fact under the key of another: what corrects a row of history has a new one."""
    values: dict[str, Any] = {KINDS[kind_of(fact)].key: key_of(other)}
    return replace(fact, **values, **more)


def _left_out(target: Target, then: Fact, standing: Fact) -> Entry | Clash:
    """What it means that a row of the revision is not in the workbook any more."""
    kind, key = target
    if not differences(then, standing):
        return Entry(before=standing)
    return Clash(kind=kind, key=key, ours=standing, theirs=None)


def says_the_same(one: Fact, other: Fact) -> bool:
    """Whether two facts differ in nothing but their keys and blanks around texts."""
    # Most rows come back as they went, so their blanks need no look.
    is_plainly_so = texts_of(one) == texts_of(other)
    return is_plainly_so or content_of(one) == content_of(other)


class _Twins:
    """Finds facts that stand already under a key the workbook does not give.

    So that a workbook can be sent twice and adds its new rows once, and those once that
    came back under a new key because the record had retired them.
    """

    def __init__(
        self, index: Mapping[Target, Fact], reading: Reading, gone: Gone
    ) -> None:
        self._index = index
        self._gone = gone
        keyed = {(row.sheet.kind, key_of(row.fact)) for row in reading.rows}
        heirs = ((kind, gone.get((kind, key))) for kind, key in keyed)
        self._keyed = keyed | {(kind, key_of(heir)) for kind, heir in heirs if heir}
        self._keys: dict[Kind, dict[tuple[str, ...], list[str]]] = {}

    def target_of(self, row: Row) -> Target:
        """What a row is about; one without a key may be about nothing yet."""
        kind, key = named = (row.sheet.kind, key_of(row.fact))
        is_gone = named in self._gone and self._gone[named] is None
        if key and not (is_gone and KINDS[kind].prefix):
            return named
        return (kind, self._key_of_twin(row) or key)

    def _key_of_twin(self, row: Row) -> str:
        """The key of a fact that says the same as a row, or empty."""
        kind = row.sheet.kind
        if kind not in self._keys:
            self._keys[kind] = self._by_content(kind)
        keys = self._keys[kind].get(content_of(row.fact), [])
        return keys.pop(0) if keys else ""

    def _by_content(self, kind: Kind) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for target, fact in self._free(kind):
            found.setdefault(content_of(fact), []).append(target[1])
        return found

    def _free(self, kind: Kind) -> Iterator[tuple[Target, Fact]]:
        for target, fact in self._index.items():
            if target[0] is kind and target not in self._keyed:
                yield target, fact
