"""Where officials and analysts tell different things."""

import pytest

from tests.factories import a_view, a_weighed_report
from tracker.domain.state import disagreement_in
from tracker.domain.vocabulary import Stage


def official(stage, **more):
    return a_weighed_report("R0001", stage=stage, kind="official_claim", **more)


def independent(stage, **more):
    return a_weighed_report(
        "R0002", stage=stage, kind="independent_assessment", grade="E4", **more
    )


@pytest.mark.parametrize(
    ("reports", "disagree"),
    [
        ([official("completed"), independent("in_progress")], True),
        ([official("approved"), independent("approved")], False),
        (
            [official("approved"), independent("approved", condition="stalled")],
            True,
        ),
        ([official("completed")], False),
        ([independent("agreed")], False),
        ([], False),
    ],
    ids=[
        "another stage",
        "the same",
        "another condition",
        "officials alone",
        "analysts alone",
        "nobody",
    ],
)
def test_officials_and_analysts_disagree_over_stage_or_condition(reports, disagree):
    assert (disagreement_in(reports, a_view()) is not None) is disagree


def test_a_disagreement_keeps_both_sides_each_read_alone():
    act = a_weighed_report(
        "R0003", stage="approved", kind="legal_act", dated="2022-01-01", grade="E3"
    )

    found = disagreement_in([act, independent("agreed")], a_view())

    assert found.official.stage is Stage.APPROVED
    assert found.independent.stage is Stage.AGREED
