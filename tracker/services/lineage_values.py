"""Lineage as plain values: every passage from plan to plan, and on what it rests."""

from tracker.domain.program import Plan, Program
from tracker.services.lineage import LineageRecord, Passage
from tracker.services.plain_values import Values, title, view_values


def lineage_values(found: LineageRecord) -> Values:
    """Every passage; a dropped item has no heir, a package stands for its plan."""
    return {
        **view_values(found.view, found.revision),
        "plan": found.plan.code if found.plan else None,
        "plans": [plan.code for plan in found.plans],
        "passages": [_passage(passage) for passage in found.passages],
    }


def _passage(passage: Passage) -> Values:
    row = passage.lineage
    return {
        "key": row.key,
        "origin": row.origin,
        "origin_title": _title(passage.origin),
        "heir": row.heir or None,
        "heir_title": _title(passage.heir),
        "relation": row.relation,
        "basis": row.basis,
        "into_package": passage.is_into_package,
        "note": row.note or None,
        "sources": list(row.sources),
    }


def _title(item: Program | Plan | None) -> Values | None:
    return title(item.title) if item else None
