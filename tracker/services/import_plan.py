"""The plan of an import: every problem, or what would change and what clashes."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.domain.changes import Action
from tracker.domain.checks import REFERENCES
from tracker.domain.errors import RuleBroken
from tracker.domain.merging import Clash, Entry
from tracker.domain.record import KINDS, Fact, Kind, Record, key_of
from tracker.domain.words import N_
from tracker.services.import_stages import HowFar, Stage, to_nobody
from tracker.services.merge_steps import fingerprint_of
from tracker.storage import queries
from tracker.workbook.compare import Comparison, Ours, Target, compare
from tracker.workbook.problems import Problem
from tracker.workbook.reader import Known, Reading, check_rows, in_order
from tracker.workbook.sheets import SHEET_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What a workbook would do to the record as it stands in ``revision``.

    With ``problems`` there is nothing to apply. ``ignored`` names sheets and columns
    that are not the record's; ``written_from`` is the revision of the workbook, 0 where
    it does not say; a part of the record (``is_part``) retires nothing; ``holds`` is
    what the workbook says of that.
    """

    problems: tuple[Problem, ...] = ()
    entries: tuple[Entry, ...] = ()
    clashes: tuple[Clash, ...] = ()
    ignored: tuple[str, ...] = ()
    unchanged_count: int = 0
    newer_count: int = 0
    is_part: bool = True
    holds: str = ""
    written_from: int = 0
    revision: int = 0
    fingerprint: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are of each sort."""
        actions = [entry.action for entry in self.entries]
        return {
            "new": actions.count(Action.ADDED),
            "changed": actions.count(Action.CHANGED),
            "retired": actions.count(Action.RETIRED),
            "unchanged": self.unchanged_count,
            "newer_here": self.newer_count,
            "conflicts": len(self.clashes),
            "problems": len(self.problems),
        }

    @property
    def changes_nothing(self) -> bool:
        """Whether the workbook says nothing that the record does not say."""
        return not (self.problems or self.entries or self.clashes)


def make_plan(
    reading: Reading, today: date, how_far: HowFar | None = None
) -> ImportPlan:
    """Set what a workbook says beside the record; writes nothing.

    Costs the reading of the record, twice where the workbook is of an earlier revision.
    """
    record = queries.record()
    about: dict[str, Any] = {
        "ignored": reading.ignored,
        "is_part": reading.is_part,
        "holds": reading.holds,
        "written_from": reading.revision,
        "revision": record.revision,
    }
    on_row = (how_far or to_nobody()).each_of(Stage.CHECKING, len(reading.rows))
    if reading.problems:
        broken = check_rows(reading, _known_after(record, set()), today, on_row)
        found = in_order((*reading.problems, *broken))
        return ImportPlan(problems=found, **about)
    comparison = compare(reading, _our_side(reading, record))
    retired = comparison.retired
    heard = _without(reading, comparison.newer)
    broken = check_rows(heard, _known_after(record, retired), today, on_row)
    return ImportPlan(
        problems=(*broken, *_left_dangling(heard, comparison, record)),
        entries=tuple(comparison.entries),
        clashes=tuple(comparison.clashes),
        unchanged_count=comparison.unchanged_count,
        newer_count=comparison.newer_count,
        fingerprint=fingerprint_of(comparison, record.revision),
        **about,
    )


def _our_side(reading: Reading, record: Record) -> Ours:
    then = None
    if not reading.is_part and reading.revision <= record.revision:
        is_now = reading.revision == record.revision
        then = record if is_now else queries.record(reading.revision)
    standing = {(kind, key_of(f)) for kind in Kind for f in record.of(kind)}
    asked = {(row.sheet.kind, key_of(row.fact)) for row in reading.rows}
    if then is not None:
        asked |= {(kind, key_of(f)) for kind in Kind for f in then.of(kind)}
    gone = list(_gone(asked - standing))
    return Ours(
        now=record,
        then=then,
        gone={target: heir for target, _, heir in gone},
        retired={target: fact for target, fact, _ in gone},
    )


def _gone(asked: AbstractSet[Target]) -> Iterator[tuple[Target, Fact, Fact | None]]:
    """Those of the keys that were retired: what that was, what stands in its place."""
    for kind in Kind:
        keys = sorted(key for k, key in asked if k is kind and key)
        held = queries.facts_by_key(kind, keys) if keys else {}
        retired = {key: h.fact for key, h in held.items() if not h.stands}
        heirs = _heirs(kind, retired)
        taken: set[str] = set()
        for key, fact in retired.items():
            heir = heirs.get(key)
            if heir is not None and key_of(heir) in taken:
                heir = None
            taken |= {key_of(heir)} if heir is not None else set()
            yield (kind, key), fact, heir


def _heirs(kind: Kind, retired: Mapping[str, Fact]) -> Mapping[str, Fact | None]:
    """What corrects rows of history that were retired, or says the same again."""
    if not KINDS[kind].is_history:
        return {}
    heirs = queries.corrections_of(kind, retired)
    left = {key: fact for key, fact in retired.items() if key not in heirs}
    twins = queries.twins_of(kind, list(left.values()))
    return heirs | dict(zip(left, twins, strict=True))


def _without(reading: Reading, newer: AbstractSet[Target]) -> Reading:
    """A reading without the rows that say nothing: there the record has the word.

    What it has retired since does not come back by being named in one of them.
    """
    rows = tuple(r for r in reading.rows if (r.sheet.kind, key_of(r.fact)) not in newer)
    keys: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for row in rows:
        keys[row.sheet.kind].add(key_of(row.fact))
    return replace(reading, rows=rows, keys=keys)


def _known_after(record: Record, retired: AbstractSet[Target]) -> Known:
    """The keys that stand in the record and stay there."""
    return {
        kind: {key_of(f) for f in record.of(kind)}
        - {key for each, key in retired if each is kind}
        for kind in Kind
    }


def _left_dangling(
    reading: Reading, comparison: Comparison, record: Record
) -> Iterator[Problem]:
    """What the workbook says nothing of, and refers to what it leaves out.

    What is in conflict is not decided yet: it may leave the record, too.
    """
    retired = comparison.retired
    if not retired:
        return
    named = {(row.sheet.kind, key_of(row.fact)) for row in reading.rows} | retired
    named |= {(c.kind, key_of(c.ours)) for c in comparison.clashes if c.ours}
    for kind in Kind:
        for fact in record.of(kind):
            if (kind, key_of(fact)) not in named:
                yield from _dangling(fact, retired)


def _dangling(fact: Fact, retired: AbstractSet[Target]) -> Iterator[Problem]:
    named = [target for field in REFERENCES for target in _named(fact, field)]
    for kind, code in named:
        if (kind, code) in retired:
            error = RuleBroken(
                N_(
                    "%(code)s was left out, but %(example)s refers to it in the "
                    "record, and this workbook does not change that. Put the row back."
                ),
                code=code,
                example=key_of(fact),
            )
            yield Problem(sheet=SHEET_OF[kind].name, error=error)


def _named(fact: Fact, field: str) -> Iterator[Target]:
    """What a field of *fact* may refer to."""
    value = getattr(fact, field, "")
    for code in (value,) if isinstance(value, str) else value:
        for kind in REFERENCES[field]:
            yield kind, code
