"""Progress and changes as JSON."""

from collections.abc import Mapping

from tracker.domain.changes import Change, Revision
from tracker.domain.vocabulary import Stage
from tracker.services.completion_values import score_values
from tracker.services.plain_values import Values, day
from tracker.services.progress import PlanProgress, SectorProgress, Tally


def by_stage(counts: Mapping[Stage | None, int]) -> Values:
    """Programs by stage; "unknown" stands apart from "not_started"."""
    return {stage or "unknown": count for stage, count in counts.items()}


def scores(said: Tally, shown: Tally) -> Values:
    """Every completion rule, said and shown."""
    return {
        rule: {
            "said": score_values(said.scores[rule]),
            "shown": score_values(shown.scores[rule]),
        }
        for rule in said.scores
    }


def sector_progress(found: SectorProgress) -> Values:
    """The counts of one sector."""
    return {
        "sector": found.sector.code,
        "count": found.said.count,
        "by_stage": {
            "said": by_stage(found.said.by_stage),
            "shown": by_stage(found.shown.by_stage),
        },
        "scores": scores(found.said, found.shown),
    }


def progress(found: PlanProgress) -> Values:
    """The progress of a plan, said beside shown."""
    return {
        "plan": found.plan.code,
        "as_of": found.view.as_of.isoformat(),
        "known_on": day(found.view.known_on),
        "shown_reading": found.view.shown_reading.code,
        "revision": found.revision,
        **plan_figures(found),
    }


def plan_figures(found: PlanProgress) -> Values:
    """The counts of a plan, and the programs that want a look."""
    return {
        "count": found.said.count,
        "by_stage": {
            "said": by_stage(found.said.by_stage),
            "shown": by_stage(found.shown.by_stage),
        },
        "by_closure": {
            "said": dict(found.said.by_closure),
            "shown": dict(found.shown.by_closure),
        },
        "scores": scores(found.said, found.shown),
        "sectors": [sector_progress(each) for each in found.sectors],
        "overdue": [row.program.code for row in found.overdue],
        "held_up": [row.program.code for row in found.held_up],
        "silent": [row.program.code for row in found.silent],
    }


def change(value: Change) -> Values:
    """What happened to one fact."""
    return {
        "kind": value.kind,
        "key": value.key,
        "action": value.action,
        "program": value.program or None,
        "replaces": value.replaces or None,
        "fields": [
            {"field": each.field, "before": each.before, "after": each.after}
            for each in value.fields
        ],
    }


def revision(value: Revision) -> Values:
    """One revision; the changes are there where they were asked for."""
    return {
        "revision": value.number,
        "made_at": value.made_at.isoformat(),
        "who": value.who,
        "origin": value.origin,
        "summary": value.summary,
        "change_count": value.change_count,
        **({"changes": [change(c) for c in value.changes]} if value.changes else {}),
    }
