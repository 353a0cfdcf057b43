"""The one door: what enters, and what is written down about it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import (
    PLAN,
    PROGRAM,
    SECTOR,
    SOURCE,
    a_claim,
    a_dependency,
    a_lineage,
    a_program,
    a_report,
    a_sector,
    a_source,
    a_view,
    an_act,
    an_event,
)
from tests.services.entering import (
    CATALOGUE,
    enter_catalogue,
    enter_steps,
    reports,
)
from tracker.domain.changes import (
    Action,
    Add,
    Change,
    Edit,
    FieldChange,
    Origin,
    Retire,
)
from tracker.domain.record import Kind, Record
from tracker.domain.views import SAID
from tracker.domain.vocabulary import Condition, EvidenceGrade, SourceGrade, Stage
from tracker.storage import queries
from tracker.storage.transactions import end_reading

pytestmark = pytest.mark.usefixtures("bare_database")


@pytest.fixture
def _catalogue(bare_database):
    enter_catalogue()


def test_facts_that_refer_to_one_another_enter_together():
    revision = enter_steps(*reversed(CATALOGUE), Add(a_report("")))

    assert (revision.number, revision.change_count) == (1, 6)
    assert [report.key for report in reports()] == ["R0001"]


@pytest.mark.usefixtures("_catalogue")
def test_a_revision_tells_who_entered_what_when_and_why():
    entered = enter_steps(Add(a_report("", note="Test note")))

    end_reading()
    revision = queries.revision(2)
    assert revision == entered
    assert (revision.who, revision.origin) == ("Test Editor", Origin.FORM)
    assert revision.summary == "Test change"
    (change,) = revision.changes
    assert (change.kind, change.key) == (Kind.REPORT, "R0001")
    assert (change.action, change.program) == (Action.ADDED, PROGRAM)
    assert FieldChange("note", "", "Test note") in change.fields


@pytest.mark.usefixtures("_catalogue")
def test_keys_are_given_out_in_order_and_never_twice():
    enter_steps(Add(a_report("")), Add(a_report("")))
    enter_steps(Retire(Kind.REPORT, "R0002", 1))

    enter_steps(Add(a_report("R0009")), Add(a_report("")))

    assert [report.key for report in reports()] == ["R0001", "R0009", "R0010"]


@pytest.mark.usefixtures("_catalogue")
def test_every_kind_of_fact_comes_back_as_it_entered():
    facts = [
        a_report("R0001", percent=None, dated="2022", known_on="2022-06-15"),
        a_claim("C001", metric="share_completed", unit="percent_of_measures"),
        an_act("A001", programs=("TEST2021-02", PROGRAM), plan=PLAN),
        an_act("A002", signed_on="2023-02"),
        a_lineage("L001", origin=PLAN, heir=PROGRAM),
        a_lineage("L002", origin=PROGRAM, heir=""),
        a_dependency("W001"),
        an_event("E001", programs=(PROGRAM,)),
    ]

    enter_steps(*map(Add, facts))

    end_reading()
    record = queries.record()
    back = [
        replace(fact, added_in=0) if kind in (Kind.REPORT, Kind.CLAIM) else fact
        for kind in Kind
        for fact in record.of(kind)
    ]
    assert back == [step.fact for step in CATALOGUE] + facts


@pytest.mark.usefixtures("_catalogue")
def test_an_edit_writes_over_a_description_and_logs_before_and_after():
    edited = replace(a_program(), summary="Test summary")

    revision = enter_steps(Edit(edited))

    end_reading()
    assert queries.program(PROGRAM) == replace(edited, version=2)
    assert revision.changes == (
        Change(
            Kind.PROGRAM,
            PROGRAM,
            Action.CHANGED,
            (FieldChange("summary", "", "Test summary"),),
            program=PROGRAM,
        ),
    )


@pytest.mark.usefixtures("_catalogue")
def test_the_sources_of_a_fact_keep_their_order():
    ids = ("z-last", SOURCE, "a-first")
    enter_steps(Add(a_source("z-last")), Add(a_source("a-first")))

    enter_steps(Edit(a_program(sources=ids)), Add(a_report("", sources=ids)))

    end_reading()
    assert queries.program(PROGRAM).sources == ids
    assert reports()[0].sources == ids


@pytest.mark.usefixtures("_catalogue")
def test_a_correction_retires_the_wrong_report_and_adds_the_right_one():
    enter_steps(Add(a_report("", stage="completed")))

    revision = enter_steps(Edit(a_report("R0001", stage="partly_done")))

    (right,) = reports()
    assert (right.key, right.corrects, right.stage) == (
        "R0002",
        "R0001",
        Stage.PARTLY_DONE,
    )
    (change,) = revision.changes
    assert (change.key, change.replaces) == ("R0002", "R0001")
    assert change.fields == (FieldChange("stage", "completed", "partly_done"),)
    both = queries.reports_of([PROGRAM], with_retired=True)[PROGRAM]
    assert [w.report.retired_in for w in both] == [3, None]


@pytest.mark.usefixtures("_catalogue")
def test_steps_that_change_nothing_are_left_out():
    edited = replace(a_sector(), sort=20)

    revision = enter_steps(Edit(a_program()), Edit(edited))

    assert [change.key for change in revision.changes] == [SECTOR]


@pytest.mark.usefixtures("_catalogue")
def test_the_same_token_twice_changes_nothing_the_second_time():
    first = enter_steps(Add(a_report("")), token="once")

    second = enter_steps(Add(a_report("")), token="once")

    assert second == first
    assert len(reports()) == 1


@pytest.mark.usefixtures("_catalogue")
def test_steps_without_a_token_are_told_apart():
    assert enter_steps(Add(a_report(""))) != enter_steps(Add(a_report("")))


@pytest.mark.usefixtures("_catalogue")
def test_a_retired_description_may_come_back_under_its_code():
    enter_steps(Retire(Kind.PROGRAM, "TEST2021-02", 1))
    back = a_program("TEST2021-02", summary="Back again")

    revision = enter_steps(Add(back))

    end_reading()
    assert queries.program("TEST2021-02") == replace(back, version=3)
    assert revision.changes[0].action is Action.ADDED


@pytest.mark.usefixtures("_catalogue")
def test_what_refers_to_one_another_is_retired_together():
    enter_steps(Add(a_report("")))

    enter_steps(
        Retire(Kind.SOURCE, SOURCE, 1),
        Retire(Kind.PLAN, PLAN, 1),
        Retire(Kind.SECTOR, SECTOR, 1),
        Retire(Kind.PROGRAM, PROGRAM, 1),
        Retire(Kind.PROGRAM, "TEST2021-02", 1),
        Retire(Kind.REPORT, "R0001", 1),
    )

    end_reading()
    assert queries.record() == Record(revision=3)


@pytest.mark.usefixtures("_catalogue")
def test_reports_are_weighed_anew_when_their_source_changes():
    enter_steps(Add(a_report("")))

    enter_steps(Edit(a_source(grade="B", dated="2022-03-01")))

    end_reading()
    (weighed,) = queries.reports_of()[PROGRAM]
    assert weighed.grade is EvidenceGrade.E2
    assert weighed.known_on == date(2022, 3, 1)
    assert queries.states(a_view(), [SAID])[SAID][PROGRAM].grade is EvidenceGrade.E2


@pytest.mark.usefixtures("_catalogue")
def test_words_of_the_bookkeeping_are_not_taken_from_outside():
    forged = a_report("", corrects="R0077", added_in=7, retired_in=9, version=5)

    enter_steps(Add(forged))

    (report,) = reports()
    assert (report.corrects, report.added_in, report.retired_in, report.version) == (
        "",
        2,
        None,
        1,
    )


@pytest.mark.usefixtures("_catalogue")
def test_conditions_and_grades_survive_the_way_through_the_database():
    source = a_source("law", grade="A")
    report = a_report("", kind="legal_act", condition="blocked", sources=("law",))

    enter_steps(Add(source), Add(report))

    end_reading()
    state = queries.states(a_view(), [SAID])[SAID][PROGRAM]
    assert state.condition is Condition.BLOCKED
    assert state.grade is EvidenceGrade.E3
    assert queries.source("law").grade is SourceGrade.A
