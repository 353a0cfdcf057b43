"""How editing a source weighs the reports that rest on it anew."""

from dataclasses import replace

import pytest

from tests.factories import SOURCE, a_claim, a_source, partial
from tests.services.entering import enter_steps
from tests.small_record import LAW_SOURCE, TODAY, enter_small_record
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.record import Kind
from tracker.domain.vocabulary import EvidenceGrade, SourceGrade
from tracker.services import entries
from tracker.services.entries import Entry
from tracker.services.source_entry import SourcePreview, preview_source
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()


def the_source(key=SOURCE):
    return entries.fact_held(Kind.SOURCE, key)


def preview(before, after=None):
    return preview_source(before, after and entries.settle_entry(Entry(after)), TODAY)


def test_a_better_grade_attests_its_reports_better():
    better = replace(the_source(), grade=SourceGrade.B)

    [anew] = preview(the_source(), better).reweighed

    assert anew.before.grade is EvidenceGrade.E1
    assert anew.after.grade is EvidenceGrade.E2


def test_the_preview_is_what_the_record_then_says():
    later = replace(the_source(), dated=partial("2022-08-01"))
    [anew] = preview(the_source(), later).reweighed
    assert anew.after.known_on.isoformat() == "2022-08-01"

    enter_steps(Edit(later))

    [weighed] = queries.reports_of(("TEST2021-01",))["TEST2021-01"]
    assert weighed == anew.after


def test_another_title_changes_no_report():
    source = the_source()

    found = preview(source, replace(source, title="Better title"))

    # Two programs, the plan and the report cite it.
    assert found == SourcePreview(4, ())


def test_a_report_that_was_retired_is_left_out():
    enter_steps(Retire(Kind.REPORT, "R0001", 1), Add(a_claim()))

    found = preview(the_source(), replace(the_source(), grade=SourceGrade.A))

    assert found.reweighed == ()


def test_nothing_rests_on_a_new_source_or_on_one_that_nobody_cites():
    assert preview(None, a_source("", url="https://example.org/x")).citation_count == 0
    assert preview(the_source(LAW_SOURCE)).citation_count == 0
