"""What a merge would do, for people to read on a terminal and for programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.cli.table import shortened
from tracker.domain.changes import FieldChange, as_text, content_fields
from tracker.domain.merging import Clash, Entry
from tracker.domain.record import Fact, key_of
from tracker.services.merge_steps import Merge


@dataclass(frozen=True, slots=True)
class Sides:
    """What the other side of a conflict is called, and what happened where one is gone.

    ``retired`` is said where the record has no such row any more, ``left_out`` where
    the other side would take it out.
    """

    other: str
    retired: str
    left_out: str


def merge_lines(merge: Merge, sides: Sides) -> Iterator[str]:
    """Every row that would change and every conflict, field by field."""
    for entry in merge.entries:
        yield f"{entry.action.label}: {_name(entry)} ({entry.key or 'new key'})"
        for change in entry.fields:
            before, after = shortened(change.before), shortened(change.after)
            yield f"    {change.field}: “{before}” -> “{after}”"
    for clash in merge.clashes:
        yield from _clash_lines(clash, sides)


def _name(row: Entry | Clash) -> str:
    return row.place or row.kind.label


def _clash_lines(clash: Clash, sides: Sides) -> Iterator[str]:
    yield f"Conflict: {_name(clash)} ({clash.key})"
    if clash.ours is None:
        yield f"    {sides.retired}"
    if clash.theirs is None:
        yield f"    {sides.left_out}"
    for change in clash.fields:
        blank = " " * len(change.field)
        yield f"    {change.field}: here “{shortened(change.before)}”"
        yield f"    {blank}  {sides.other} “{shortened(change.after)}”"


def merge_values(merge: Merge) -> dict[str, object]:
    """The same for a program to read: lists by what would be done."""
    by_action: dict[str, list[object]] = {"added": [], "changed": [], "retired": []}
    for entry in merge.entries:
        by_action[entry.action.value].append(_entry_values(entry))
    return {
        "new": by_action["added"],
        "changed": by_action["changed"],
        "retired": by_action["retired"],
        "conflicts": [_clash_values(clash) for clash in merge.clashes],
    }


def _entry_values(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "key": entry.key,
        "place": entry.place,
        "fields": [_change_values(change) for change in entry.fields],
    }


def _clash_values(clash: Clash) -> dict[str, object]:
    return {
        "kind": clash.kind.value,
        "key": clash.key,
        "place": clash.place,
        "ours": _fact_values(clash.ours),
        "theirs": _fact_values(clash.theirs),
    }


def _fact_values(fact: Fact | None) -> dict[str, str] | None:
    if fact is None:
        return None
    values = {name: as_text(getattr(fact, name)) for name in content_fields(fact)}
    return values | {"key": key_of(fact)}


def _change_values(change: FieldChange) -> dict[str, str]:
    return {"field": change.field, "before": change.before, "after": change.after}
