"""Promised dates as plain values, each with every statement that moved it."""

from tracker.domain.deadlines import Milestone
from tracker.domain.promises import PromiseRecord
from tracker.services.completion_values import due_values
from tracker.services.plain_values import Values, day, number, title, view_values
from tracker.services.promises import Matter, Promises, SectorPromises


def promises_values(found: Promises) -> Values:
    """Every promised date, what became of all of them, and what was due."""
    return {
        **view_values(found.view, found.revision),
        "plan": found.plan.code if found.plan else None,
        "record": {
            **record_values(found.record),
            "median_late_days": number(found.median_late),
        },
        "milestones": [
            _milestone(milestone, matter, found)
            for matter in found.matters
            for milestone in matter.milestones
        ],
        "sectors": [_sector(row) for row in found.sectors],
        "due": {
            row.plan.code: {
                "said": due_values(row.said.due),
                "shown": due_values(row.shown.due),
            }
            for row in found.due
        },
    }


def record_values(record: PromiseRecord) -> Values:
    """What became of promised dates, taken together."""
    return {
        "count": record.count,
        "met_count": record.met_count,
        "passed_count": record.passed_count,
        "ahead_count": record.ahead_count,
        "moved_count": record.moved_count,
        "median_slip_days": number(record.median_slip),
    }


def _milestone(milestone: Milestone, matter: Matter, found: Promises) -> Values:
    return {
        "milestone": milestone.name,
        "programs": list(milestone.programs),
        "matter": matter.latest.code,
        "title": title(matter.latest.title),
        "sector": matter.sector.code,
        "due": day(milestone.due),
        "slip_count": milestone.slip_count,
        "slip_days": milestone.slip_days,
        "met_on": day(milestone.met_on),
        "passed_without_word": milestone.is_passed,
        "days_passed": milestone.days_passed(found.view.as_of),
        "statements": [
            {
                "key": stated.deadline.key,
                "program": stated.deadline.program,
                "stated_on": day(stated.deadline.stated_on),
                "due": day(stated.deadline.due),
                "bound": stated.deadline.bound,
                "sources": list(stated.deadline.sources),
            }
            for stated in milestone.statements
        ],
    }


def _sector(row: SectorPromises) -> Values:
    return {"sector": row.sector.code, **record_values(row.record)}
