"""The state of every program in a view, found by index seeks.

The definition is ``domain.state.state_of``; a property test holds the two equal. Here
no history is scanned: each part of a state is the first or the last report of a program
that meets some conditions, and for each there is an index whose order ends with the
place of a report (see ``ReportRow``). So the cost grows with the number of programs,
not with the number of their reports. Two questions may look at more rows than they
find: one of a date long before it was known, and one of a past revision with many
reports retired since.
"""

from collections.abc import Sequence
from typing import Any

from tracker.domain.record import Kind, numbered_key
from tracker.domain.state import UNKNOWN, State
from tracker.domain.views import Reading, View
from tracker.domain.vocabulary import Closure, Condition, Stage
from tracker.storage.derived import day_at, first_place_after, number_at
from tracker.storage.queries.seeks import Grades, Question, grades_from, statement_for
from tracker.storage.transactions import connection

STAGES = tuple(Stage)
CONDITIONS = {word.value: word for word in Condition}
CLOSURES = {word.value: word for word in Closure}
# The cells of a reading before those of its grades, see seeks.statement_for.
FIXED_CELLS = 6


def states(
    view: View, readings: Sequence[Reading], plan: str | None = None
) -> dict[Reading, dict[str, State]]:
    """The state of each program of *plan*, or of all, in *view* as each reading has it.

    ``view.reading`` is not looked at. One statement for all *readings* together.
    """
    question = Question(
        floors=tuple(reading.floor for reading in readings),
        of_plan=plan is not None,
        is_known_on=view.known_on is not None,
        is_of_revision=view.revision is not None,
    )
    values = {
        "limit": first_place_after(view.as_of),
        "plan": plan,
        "known_on": view.known_on,
        "revision": view.revision,
    }
    rows = connection().execute(statement_for(question), values).all()
    found: dict[Reading, dict[str, State]] = {}
    start = 1
    for reading in readings:
        grades = grades_from(reading.floor)
        end = start + FIXED_CELLS + len(grades)
        found[reading] = {row[0]: _state(row[start:end], grades, view) for row in rows}
        start = end
    return found


def _state(cells: Sequence[Any], grades: Grades, view: View) -> State:
    last, since, closed, rank, condition, closure, *firsts = cells
    if not last:
        return UNKNOWN
    spoken_on = day_at(last)
    has_closure = closed is not None and closed >= since
    best = max(index for index, place in enumerate(firsts) if place is not None)
    return State(
        stage=STAGES[rank],
        stage_since=day_at(min(place for place in firsts if place is not None)),
        grade=grades[best],
        condition=CONDITIONS[condition],
        closure=CLOSURES[closure] if has_closure else None,
        last_report=numbered_key(Kind.REPORT, number_at(last)),
        last_report_on=spoken_on,
        silent_days=(view.as_of - spoken_on).days,
    )
