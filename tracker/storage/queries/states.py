"""The state of every program in a view, found by index seeks.

The definition is ``domain.state.state_of``; a property test holds the two equal. Here
no history is scanned: each part of a state is the first or the last report of a program
that meets some conditions, and for each there is an index whose order ends with the
place of a report (see ``ReportRow``). So the cost grows with the number of programs,
and with the number of their reports only as an index grows deeper.

What was known on an earlier day is asked as of that day: a report counts from a day on
which it was public, or from a later one. Only the few that were told ahead of their day
make a difference; the programs that have such a one are read and worked out by the
domain itself.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from typing import Any

from sqlalchemy import select, text

from tracker.domain.report import Weighed
from tracker.domain.state import UNKNOWN, State, state_of
from tracker.domain.views import Reading, View
from tracker.domain.vocabulary import EvidenceGrade
from tracker.storage.models import ReportRow
from tracker.storage.places import (
    closure_at,
    condition_at,
    day_at,
    day_in,
    first_place_after,
    key_at,
    stage_in,
)
from tracker.storage.queries.history import reports_of
from tracker.storage.queries.seeks import Question, statement_for
from tracker.storage.transactions import connection

GRADES = tuple(EvidenceGrade)
# How many cells a row has for each reading, see seeks.statement_for.
CELLS = 5


def states(
    view: View, readings: Sequence[Reading], plan: str | None = None
) -> dict[Reading, dict[str, State]]:
    """The state of each program of *plan*, or of all, in *view* as each reading has it.

    ``view.reading`` is not looked at. One statement for all *readings* together; up to
    three more where the view is known on a day before the day it asks about.
    """
    question = Question(
        floors=tuple(reading.floor for reading in readings),
        of_plan=plan is not None,
        is_known_on=view.known_on is not None,
        is_of_revision=view.revision is not None,
    )
    values = {
        "limit": first_place_after(min(view.as_of, view.known_on or view.as_of)),
        "plan": plan,
        "known_on": view.known_on,
        "revision": view.revision,
    }
    rows = connection().execute(statement_for(question), values).all()
    found = {
        reading: {row[0]: _state(row[start : start + CELLS], view) for row in rows}
        for start, reading in zip(count(1, CELLS), readings, strict=False)
    }
    for code, reports in _told_ahead(view, {row[0] for row in rows}).items():
        for reading, by_code in found.items():
            by_code[code] = state_of(reports, view.read_as(reading))
    return found


def _told_ahead(view: View, asked: AbstractSet[str]) -> dict[str, list[Weighed]]:
    """The reports of those programs of which one counts that lay ahead when told."""
    if view.known_on is None or view.known_on >= view.as_of:
        return {}
    report = ReportRow.__table__.c
    # Not DISTINCT, which would lead SQLite away from the index of these few reports.
    statement = select(report.program).where(
        text("report.day > report.known_day"),
        report.known_day <= view.known_on,
        report.day > view.known_on,
        report.day <= view.as_of,
    )
    codes = asked & set(connection().scalars(statement))
    return reports_of(codes, with_retired=True) if codes else {}


def _state(cells: Sequence[Any], view: View) -> State:
    last, since, closed, step, grade = cells
    if not last:
        return UNKNOWN
    spoken_on = day_at(last)
    return State(
        stage=stage_in(step),
        stage_since=day_in(step),
        grade=GRADES[grade],
        condition=condition_at(last),
        closure=closure_at(closed) if closed and closed >= since else None,
        last_report=key_at(last),
        last_report_on=spoken_on,
        silent_days=(view.as_of - spoken_on).days,
    )
