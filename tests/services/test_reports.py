"""What a report would change, whether it steps back, and entering it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.factories import PROGRAM, SOURCE, a_report, a_source
from tests.small_record import LAW_SOURCE, TODAY, enter_small_record
from tracker.domain.changes import Origin
from tracker.domain.errors import Conflict, NotFound, RuleBroken
from tracker.domain.vocabulary import EvidenceGrade, Stage
from tracker.services import reports
from tracker.services.door import Author, RecordRefused
from tracker.services.entries import Entry, Signature
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


def a_new_report(**more):
    return a_report("", program=PROGRAM, **more)


def signed(token="once", summary="Test"):
    author = Author("Test Editor", Origin.FORM)
    return Signature(author=author, today=TODAY, token=token, summary=summary)


def scores(preview):
    return {
        (change.label, change.reading.code): (change.before.value, change.after.value)
        for change in preview.scores
    }


def test_a_claim_of_completion_moves_what_is_said_and_not_what_is_shown():
    entry = Entry(a_new_report(dated="2023-05", stage="completed"))

    preview = reports.preview_report(entry, TODAY)

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

    reports.preview_report(Entry(a_new_report(dated="2023-05")), TODAY)

    assert queries.revision_number() == before


def test_a_new_source_weighs_in_the_preview():
    law = a_source("", grade="A", publisher="Test Gazette", url="https://example.org/l")
    act = a_new_report(dated="2023-05", kind="legal_act", sources=())

    preview = reports.preview_report(Entry(act, (law,)), TODAY)

    assert preview.weighed.grade is EvidenceGrade.E3
    assert preview.after.shown.state.stage is Stage.IN_PROGRESS


def test_a_correction_is_previewed_without_the_wrong_report():
    wrong = reports.report_in(PROGRAM, "R0001").report
    right = replace(wrong, stage=Stage.AGREED)

    preview = reports.preview_report(Entry(right), TODAY)

    assert preview.after.said.state.stage is Stage.AGREED
    assert preview.after.said.state.report_count == 1


def test_retiring_the_only_report_leaves_the_stage_unknown():
    preview = reports.preview_retirement(PROGRAM, "R0001", TODAY)

    assert preview.weighed is None
    assert preview.after.said.state.stage is None


def test_every_broken_rule_is_told_at_once():
    entry = Entry(a_new_report(dated="2031", sources=(), note="x" * 3_000))

    with pytest.raises(RecordRefused) as refused:
        reports.preview_report(entry, TODAY)

    ((_, problems),) = refused.value.problems
    assert {problem.field for problem in problems} == {"dated", "sources", "note"}


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
    entry = Entry(a_new_report(dated=dated, stage=stage, known_on=None))

    if asks:
        with pytest.raises(RuleBroken) as asked:
            reports.check_step_back(entry)
        assert asked.value.field == "reverses"
    else:
        reports.check_step_back(entry)


def test_a_program_out_of_its_plan_asks_whether_it_is_back():
    left = a_new_report(dated="2023-01", closure="carried_over")
    reports.add_report(Entry(left), signed())

    with pytest.raises(RuleBroken) as asked:
        reports.check_step_back(Entry(a_new_report(dated="2023-02")))

    assert asked.value.field == "reverses"
    reports.check_step_back(
        Entry(a_new_report(dated="2023-02", closure="carried_over"))
    )


def test_a_report_with_a_new_source_is_one_revision():
    new = a_source("", url="https://example.org/new", dated="2023-05-01")
    before = queries.revision_number()

    revision = reports.add_report(
        Entry(a_new_report(dated="2023-05", sources=(LAW_SOURCE,)), (new,)), signed()
    )

    assert revision.number == before + 1
    assert revision.change_count == 2
    report = reports.report_in(PROGRAM, "R0002").report
    assert report.sources == (LAW_SOURCE, "example-2023-05-01")


def test_the_same_submission_is_written_once_though_its_source_is_there_by_now():
    new = a_source("", url="https://example.org/new", dated="2023-05-01")
    entry = Entry(a_new_report(dated="2023-05", sources=()), (new,))

    first = reports.add_report(entry, signed())
    second = reports.add_report(entry, signed())

    assert first.number == second.number


def test_a_corrected_report_names_its_successor():
    wrong = reports.report_in(PROGRAM, "R0001").report
    assert reports.successor_of(wrong) is None

    reports.add_report(Entry(replace(wrong, note="Right")), signed())

    assert reports.successor_of(wrong).note == "Right"


def test_a_report_that_stands_no_more_can_be_neither_corrected_nor_retired():
    wrong = reports.report_in(PROGRAM, "R0001").report
    reports.retire_report(wrong, signed())

    with pytest.raises(Conflict):
        reports.preview_report(Entry(replace(wrong, note="Late")), TODAY)
    with pytest.raises(Conflict):
        reports.add_report(Entry(replace(wrong, note="Late")), signed("other"))
    with pytest.raises(Conflict):
        reports.preview_retirement(PROGRAM, "R0001", TODAY)


def test_an_unknown_report_is_not_found():
    with pytest.raises(NotFound):
        reports.report_in(PROGRAM, "R9999")


def test_sources_typed_twice_are_cited_once():
    again = a_source("", url=f"https://example.org/{SOURCE}")
    reports.add_report(Entry(a_new_report(dated="2023-05"), (again,)), signed())

    assert reports.report_in(PROGRAM, "R0002").report.sources == (SOURCE,)
