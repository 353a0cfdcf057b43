"""What a report would change, and whether it steps back."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import PROGRAM, a_report, a_source
from tests.services.entering import enter_steps
from tests.small_record import TODAY, enter_small_record
from tracker.domain.changes import Add
from tracker.domain.errors import RuleBroken
from tracker.domain.record import Kind
from tracker.domain.vocabulary import EvidenceGrade, Stage
from tracker.services import entries, reports
from tracker.services.entries import Entry
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


def a_new_report(**more):
    return a_report("", program=PROGRAM, **more)


def settled(report, *new_sources):
    return entries.settle_entry(Entry(report, new_sources))


def the_report():
    return entries.fact_held(Kind.REPORT, "R0001", PROGRAM)


def scores(preview):
    return {
        (change.label, change.reading.code): (change.before.value, change.after.value)
        for change in preview.scores
    }


def test_a_claim_of_completion_moves_what_is_said_and_not_what_is_shown():
    claim = a_new_report(dated="2023-05", stage="completed")

    preview = reports.preview_report(None, settled(claim), TODAY)

    assert preview.weighed.grade is EvidenceGrade.E1
    assert preview.before.said.state.stage is Stage.IN_PROGRESS
    assert preview.after.said.state.stage is Stage.COMPLETED
    assert preview.after.shown.state.stage is None
    # One of two programs: 0 -> 1/2 by strict; by thirds (1/3 + 0)/2 -> (1 + 0)/2.
    half = Fraction(1, 2)
    assert scores(preview) == {
        ("Completed programs", "said"): (0, half),
        ("Completed programs", "shown"): (0, 0),
        ("Mean progress in thirds", "said"): (Fraction(1, 6), half),
        ("Mean progress in thirds", "shown"): (0, 0),
    }


def test_a_preview_writes_nothing():
    before = queries.revision_number()

    reports.preview_report(None, settled(a_new_report(dated="2023-05")), TODAY)

    assert queries.revision_number() == before


def test_a_new_source_weighs_in_the_preview():
    law = a_source("", grade="A", publisher="Test Gazette", url="https://example.org/l")
    act = a_new_report(dated="2023-05", kind="legal_act", sources=())

    preview = reports.preview_report(None, settled(act, law), TODAY)

    assert preview.weighed.grade is EvidenceGrade.E3
    assert preview.after.shown.state.stage is Stage.IN_PROGRESS


def test_a_correction_is_previewed_without_the_wrong_report():
    wrong = the_report()
    right = replace(wrong, stage=Stage.AGREED)

    preview = reports.preview_report(wrong, settled(right), TODAY)

    assert preview.after.said.state.stage is Stage.AGREED
    assert preview.after.said.state.report_count == 1


def test_retiring_the_only_report_leaves_the_stage_unknown():
    preview = reports.preview_report(the_report(), None, TODAY)

    assert preview.weighed is None
    assert preview.after.said.state.stage is None


@pytest.mark.parametrize(
    ("dated", "stage", "asks"),
    [
        ("2023-05", "negotiating", True),
        ("2023-05", "in_progress", False),
        ("2023-05", "completed", False),
        ("2022-05-01", "agreed", True),
        ("2022-04-30", "agreed", False),
    ],
)
def test_only_a_lower_stage_on_its_day_asks_about_a_step_back(dated, stage, asks):
    report = settled(a_new_report(dated=dated, stage=stage, known_on=None))

    if asks:
        with pytest.raises(RuleBroken) as asked:
            reports.check_step_back(report)
        assert asked.value.field == "reverses"
    else:
        reports.check_step_back(report)


def test_a_program_out_of_its_plan_asks_whether_it_is_back():
    left = a_new_report(dated="2023-01", closure="carried_over")
    enter_steps(Add(left))

    with pytest.raises(RuleBroken) as asked:
        reports.check_step_back(settled(a_new_report(dated="2023-02")))

    assert asked.value.field == "reverses"
    closed = a_new_report(dated="2023-02", closure="carried_over")
    reports.check_step_back(settled(closed))


def test_a_report_put_right_is_not_held_against_itself():
    right = replace(the_report(), stage=Stage.NEGOTIATING)

    reports.check_step_back(settled(right))
