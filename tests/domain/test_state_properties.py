"""What holds of every story: order, time and grade."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.stories import DAYS, stories
from tests.factories import a_view
from tracker.domain.state import disagreement_in, state_of
from tracker.domain.views import Reading
from tracker.domain.vocabulary import EvidenceGrade


@given(
    reports=stories(),
    shuffled=st.randoms(use_true_random=False),
    as_of=DAYS,
    known_on=st.none() | DAYS,
    floor=st.sampled_from(EvidenceGrade),
)
def test_state_never_depends_on_the_order_in_which_reports_are_listed(
    reports, shuffled, as_of, known_on, floor
):
    view = a_view(as_of, known_on, Reading(floor))
    other = list(reports)
    shuffled.shuffle(other)

    assert state_of(other, view) == state_of(reports, view)
    assert disagreement_in(other, view) == disagreement_in(reports, view)


@given(reports=stories(), as_of=DAYS)
def test_what_comes_later_never_changes_an_earlier_date(reports, as_of):
    view = a_view(as_of)
    by_then = [report for report in reports if report.day <= as_of]

    assert state_of(reports, view) == state_of(by_then, view)


@given(reports=stories(), as_of=DAYS)
def test_a_lower_floor_never_lowers_the_stage_where_nothing_reverses(reports, as_of):
    forward = [r for r in reports if not r.report.reverses]
    ranks = []
    for floor in EvidenceGrade:
        stage = state_of(forward, a_view(as_of, reading=Reading(floor))).stage
        ranks.append(-1 if stage is None else stage.rank)

    assert ranks == sorted(ranks, reverse=True)
