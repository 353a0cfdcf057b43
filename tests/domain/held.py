"""Held-up programs made by hand, for the tests of bottlenecks."""

from tests.factories import a_plan, a_program, a_view, a_weighed_report, day
from tracker.domain.bottlenecks import Surroundings
from tracker.domain.state import position_of, state_of
from tracker.domain.stays import TypicalStay
from tracker.domain.vocabulary import Stage

AS_OF = "2024-03-13"
# Programs stayed 200 days in progress, by 5 exits; of "approved" too little is known.
STAYS = {
    Stage.IN_PROGRESS: TypicalStay(Stage.IN_PROGRESS, 200, exit_count=5, stay_count=9),
    Stage.APPROVED: TypicalStay(Stage.APPROVED, 50, exit_count=4, stay_count=9),
}
NOTHING = Surroundings(day(AS_OF), {}, {})


def a_position(reports, statements=(), *, code="TEST2021-01", sector="test-sector"):
    """Where a program of a plan that ended on 31 December 2023 stands in March 2024."""
    view = a_view(AS_OF)
    program = a_program(code, sector=sector)
    return position_of(program, a_plan(), state_of(reports, view), statements, view)


def around(*waiting, stays=STAYS):
    """Surroundings in which programs of these codes wait for TEST2021-01."""
    return Surroundings(day(AS_OF), {"TEST2021-01": frozenset(waiting)}, stays)


# In progress since 9 November 2023 (125 days), last heard of on 30 December (74 days).
REPORTS = [
    a_weighed_report("R0001", dated="2023-11-09"),
    a_weighed_report("R0002", dated="2023-12-30", condition="stalled"),
]
