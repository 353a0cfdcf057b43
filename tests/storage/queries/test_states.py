"""States found by seeks are the states the domain defines."""

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings

from tests.factories import PROGRAM, a_report, a_view
from tests.storage.filling import fill_programs, fill_reports, fill_revisions
from tests.storage.random_history import (
    LAST_REVISION,
    PROGRAMS,
    SOURCES,
    History,
    histories,
)
from tracker.domain.report import weigh
from tracker.domain.state import UNKNOWN, State, state_of
from tracker.domain.views import SAID, SHOWN, Reading
from tracker.domain.vocabulary import EvidenceGrade, Stage
from tracker.storage.queries import states
from tracker.storage.transactions import end_reading, transaction

READINGS = [Reading(grade) for grade in EvidenceGrade]

pytestmark = pytest.mark.usefixtures("bare_database")


@pytest.fixture
def _programs(bare_database):
    """Three programs without a report, kept for the whole test."""
    with transaction():
        fill_revisions(LAST_REVISION)
        fill_programs(*PROGRAMS, "OTHER2021-01", sources=SOURCES)


def defined(history: History) -> dict[Reading, dict[str, State]]:
    """The states of a history as the domain defines them."""
    cited = {source.id: source for source in SOURCES}
    by_program = defaultdict(list)
    for report in history.reports:
        by_program[report.program].append(weigh(report, cited))
    return {
        reading: {
            code: state_of(by_program[code], history.view.read_as(reading))
            for code in (*PROGRAMS, "OTHER2021-01")
        }
        for reading in READINGS
    }


@pytest.mark.usefixtures("_programs")
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories())
def test_states_are_those_that_the_domain_defines(history):
    fill_reports(history.reports)

    found = states(history.view, READINGS)

    end_reading()
    assert found == defined(history)


@pytest.mark.usefixtures("_programs")
def test_the_programs_of_one_plan_can_be_asked_for():
    found = states(a_view(), [SAID], "OTHER2021")

    assert found == {SAID: {"OTHER2021-01": UNKNOWN}}


@pytest.mark.usefixtures("_programs")
def test_an_unknown_plan_has_no_states():
    assert states(a_view(), [SAID, SHOWN], "NONE2021") == {SAID: {}, SHOWN: {}}


@pytest.mark.usefixtures("_programs")
def test_a_later_vague_word_does_not_undo_a_step():
    fill_reports(
        [
            a_report("R0001", dated="2022-01-01", stage="approved"),
            a_report("R0002", dated="2022-02-01", stage="negotiating"),
        ]
    )

    state = states(a_view("2022-03-01"), [SAID])[SAID][PROGRAM]

    assert (state.stage, state.last_report) == (Stage.APPROVED, "R0002")
    # 1 February to 1 March.
    assert state.silent_days == 28
